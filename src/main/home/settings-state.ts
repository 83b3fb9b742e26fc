import type { AppSettings, Language, SettingsState } from '#shared/model/app-settings.ts'
import type { TextFormat } from '#shared/texts/language.ts'
import { languageFor } from '#shared/texts/texts.ts'

/** What settings come to on this machine depends on. */
export interface SettingsFacts {
  /** The system's languages, best first. */
  readonly systemLanguages: readonly string[]
  /** Where the library of this start is. */
  readonly runsFolder: string
  /** Where it would be with these settings. */
  readonly nextRunsFolder: string
  /** The environment says where it is, whatever the settings say. */
  readonly isRunsFolderGiven: boolean
}

/** The language that texts are in. */
export function languageOf({ language }: AppSettings, systemLanguages: readonly string[]): Language {
  return language === 'system' ? languageFor(systemLanguages) : language
}

/** How texts and numbers are written. */
export function textFormatOf(settings: AppSettings, systemLanguages: readonly string[]): TextFormat {
  const { numbers, byteUnits } = settings
  return { language: languageOf(settings, systemLanguages), numbers, byteUnits }
}

/** Settings as the window shows them. */
export function settingsState(
  { settings, problems }: Pick<SettingsState, 'settings' | 'problems'>,
  { systemLanguages, runsFolder, nextRunsFolder, isRunsFolderGiven }: SettingsFacts,
): SettingsState {
  return {
    settings,
    problems,
    runsFolder,
    runsFolderNote: isRunsFolderGiven
      ? 'by-environment'
      : nextRunsFolder === runsFolder
        ? 'none'
        : 'from-next-start',
    language: languageFor(systemLanguages),
  }
}
