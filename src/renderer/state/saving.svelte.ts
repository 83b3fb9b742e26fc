import type { Api } from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { SavingState } from '#shared/model/saved-run.ts'
import { texts } from '#shared/texts/texts.ts'

/** How the run on screen is being kept, as the window knows it. */
export class Saving {
  readonly #api: Api
  #state = $state.raw<SavingState>({ kind: 'idle' })
  #elsewhere = $state.raw<RunId | null>(null)
  #isAsking = $state(false)
  #refusal = $state<string | null>(null)

  constructor(api: Api) {
    this.#api = api
  }

  get state(): SavingState {
    return this.#state
  }

  /** The run that is being written, or was, where the user wanted it instead; null: none. */
  get elsewhere(): RunId | null {
    return this.#elsewhere
  }

  /** Why it could not be saved elsewhere; null: nothing to say. */
  get refusal(): string | null {
    return this.#refusal
  }

  get isAsking(): boolean {
    return this.#isAsking
  }

  /** Follows it until the returned function is called. */
  follow(): () => void {
    let isTold = false
    const stop = this.#api.subscribe('saving', (state) => {
      isTold = true
      this.#show(state)
    })
    void this.#read(() => isTold)
    return stop
  }

  /** Whether any run is in memory only. */
  get canSaveElsewhere(): boolean {
    const state = this.#state
    return state.kind === 'failed' || (state.kind !== 'idle' && (state.earlier ?? 0) > 0)
  }

  /** Lets the user choose another folder for what could not be saved. */
  async saveElsewhere(): Promise<void> {
    const state = this.#state
    if (!this.canSaveElsewhere || state.kind === 'idle' || this.#isAsking) return
    this.#isAsking = true
    this.#refusal = null
    try {
      const answer = await this.#api.saveElsewhere(null)
      if (answer.kind === 'started' && state.kind === 'failed') this.#elsewhere = state.runId
      else if (answer.kind === 'refused') this.#refusal = answer.message
    } catch (error) {
      this.#refusal = texts().refusals.saveElsewhere(messageOf(error))
    } finally {
      this.#isAsking = false
    }
  }

  #show(state: SavingState): void {
    if (state.kind !== 'failed') this.#refusal = null
    this.#state = state
  }

  /** A window that was reloaded meanwhile has missed what was told. What was told since is newer than the answer. */
  async #read(isTold: () => boolean): Promise<void> {
    try {
      const state = await this.#api.readSaving(null)
      if (!isTold()) this.#show(state)
    } catch (error) {
      console.warn('How the run is being saved could not be asked:', error)
    }
  }
}
