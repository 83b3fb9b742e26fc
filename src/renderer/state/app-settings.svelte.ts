import type { Api, SettingsAnswer, SettingsChange } from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import { defaultAppSettings, type AppSettings, type SettingsState } from '#shared/model/app-settings.ts'
import { texts } from '#shared/texts/texts.ts'

/** What the user has settled once and for all, as the window knows it: the main process keeps it. */
export class AppSettingsStore {
  readonly #api: Api
  readonly #onChange: (state: SettingsState) => void
  #state = $state.raw<SettingsState | null>(null)
  #refusal = $state<string | null>(null)
  #seenProblems = $state.raw<readonly string[]>([])

  /** `onChange` hears of the settings once they are known, and of every change. */
  constructor(api: Api, onChange: (state: SettingsState) => void) {
    this.#api = api
    this.#onChange = onChange
  }

  /** Null: not known yet. */
  get state(): SettingsState | null {
    return this.#state
  }

  /** The defaults until they are known. */
  get settings(): AppSettings {
    return this.#state?.settings ?? defaultAppSettings
  }

  /** Whether something about the file is to be said that nobody has looked at yet. */
  get hasNews(): boolean {
    return this.#state?.problems.some((problem) => !this.#seenProblems.includes(problem)) ?? false
  }

  /** What there is to be said about the file has been looked at, or waved away. */
  seeProblems(): void {
    this.#seenProblems = this.#state?.problems ?? []
  }

  /** Why the last change was not made; null: nothing to say. */
  get refusal(): string | null {
    return this.#refusal
  }

  /** Follows the settings until the returned function is called. */
  follow(): () => void {
    const stop = this.#api.subscribe('settings', (state) => this.#take(state))
    void this.#read()
    return stop
  }

  change(change: SettingsChange): Promise<void> {
    return this.#ask(() => this.#api.changeSettings(change))
  }

  /** Lets the user choose the folder of runs in the native dialog. */
  chooseRunsFolder(): Promise<void> {
    return this.#ask(() => this.#api.chooseRunsFolder(null))
  }

  resetRunsFolder(): Promise<void> {
    return this.#ask(() => this.#api.resetRunsFolder(null))
  }

  /** Shows the file in the system's file manager. */
  async reveal(): Promise<void> {
    this.#refusal = null
    try {
      await this.#api.revealSettings(null)
    } catch (error) {
      this.#refusal = texts().settings.notShown(messageOf(error))
    }
  }

  async #ask(ask: () => Promise<SettingsAnswer>): Promise<void> {
    this.#refusal = null
    try {
      const answer = await ask()
      if (answer.kind === 'refused') this.#refusal = answer.message
    } catch (error) {
      this.#refusal = texts().settings.notChanged(messageOf(error))
    }
  }

  /** What was told since the question is newer than its answer. */
  async #read(): Promise<void> {
    try {
      const state = await this.#api.readSettings(null)
      if (this.#state === null) this.#take(state)
    } catch (error) {
      this.#refusal = texts().settings.notRead(messageOf(error))
    }
  }

  #take(state: SettingsState): void {
    this.#state = state
    this.#onChange(state)
  }
}
