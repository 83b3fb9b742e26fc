import type { RunId } from '#shared/model/ids.ts'
import type { SavingState } from '#shared/model/saved-run.ts'

/** A run that is being saved while it goes on. */
export interface RunSaving {
  readonly state: SavingState
  /** Hears every change of the state, until the returned function is called. */
  onChange(listener: (state: SavingState) => void): () => void
  /** The last state, `saved` or `failed`. Never rejects. */
  readonly finished: Promise<SavingState>
  /** Leaves what is written as it stands: an interrupted run. Does nothing where it is over. */
  close(): void
}

/** The state of one saving, and who hears of it: it goes on until the first ending. */
export class SavingProgress {
  readonly finished: Promise<SavingState>
  readonly #runId: RunId
  readonly #listeners = new Set<(state: SavingState) => void>()
  readonly #atEnd: (() => void)[] = []
  #state: SavingState
  #resolve: (state: SavingState) => void = () => undefined

  constructor(runId: RunId) {
    this.#runId = runId
    this.#state = { kind: 'saving', runId }
    this.finished = new Promise((resolve) => (this.#resolve = resolve))
  }

  get state(): SavingState {
    return this.#state
  }

  get isOver(): boolean {
    return this.#state.kind !== 'saving'
  }

  onChange(listener: (state: SavingState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Has something done when it is over; at once where it is. */
  atEnd(action: () => void): void {
    if (this.isOver) action()
    else this.#atEnd.push(action)
  }

  saved(): void {
    this.#end({ kind: 'saved', runId: this.#runId })
  }

  failed(message: string): void {
    this.#end({ kind: 'failed', runId: this.#runId, message })
  }

  #end(ending: SavingState): void {
    if (this.isOver) return
    this.#state = ending
    for (const action of this.#atEnd.splice(0)) action()
    for (const listener of this.#listeners) listener(ending)
    this.#resolve(ending)
  }
}
