import { app, nativeTheme } from 'electron'
import type { AppSettings, SettingsState } from '#shared/model/app-settings.ts'
import { textFormatInUse, useTextFormat } from '#shared/texts/language.ts'
import { isRunsFolderGiven, runsFolder } from '../platform/runs-folder.ts'
import type { SettingsFile } from '../settings/settings-file.ts'
import { settingsState, textFormatOf } from './settings-state.ts'

export interface OwnSettingsParts {
  readonly file: SettingsFile
  /** Hears of every change, when it is in force. */
  readonly onChange: (state: SettingsState) => void
  /** All that is said is said in another language, or with other numbers, from now on. */
  readonly onTextFormat: () => void
}

/** The settings as they are in force in this app. */
export class OwnSettings {
  readonly file: SettingsFile
  /** The library's folder, for as long as the app runs. */
  readonly runsFolder: string
  #systemLanguages: readonly string[] | null = null

  constructor({ file, onChange, onTextFormat }: OwnSettingsParts) {
    this.file = file
    this.runsFolder = runsFolder({ settled: file.settings.runsFolder })
    this.#apply()
    file.follow(() => {
      const before = textFormatInUse()
      this.#apply()
      onChange(this.state)
      if (textFormatInUse() !== before) onTextFormat()
    })
  }

  get settings(): AppSettings {
    return this.file.settings
  }

  get state(): SettingsState {
    const { file } = this
    return settingsState(file, {
      systemLanguages: this.#languages,
      runsFolder: this.runsFolder,
      nextRunsFolder: runsFolder({ settled: file.settings.runsFolder }),
      isRunsFolderGiven: isRunsFolderGiven(),
    })
  }

  get #languages(): readonly string[] {
    return (this.#systemLanguages ??= app.getPreferredSystemLanguages())
  }

  #apply(): void {
    nativeTheme.themeSource = this.settings.theme
    useTextFormat(textFormatOf(this.settings, this.#languages))
  }
}
