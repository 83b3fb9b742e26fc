import { isOver, type Run } from '#shared/model/run.ts'
import type { SavingState } from '#shared/model/saved-run.ts'
import { messageOf } from '#shared/message-of.ts'

/** A run that is being written, as its writer tells of it. */
export interface Saving {
  readonly state: SavingState
  onChange(listener: (state: SavingState) => void): () => void
  readonly finished: Promise<SavingState>
}

/** A run while it is recorded. */
export interface Keepable {
  readonly run: Run
}

export interface RunKeeperParts<Recorded extends Keepable> {
  /** Begins to write a run into the library. */
  readonly save: (recorder: Recorded) => Saving
  /** Writes a run that is over into a folder of that library; rejects with a sentence. */
  readonly writeWhole: (folder: string, run: Run) => Promise<unknown>
  /** Hears every change. */
  readonly tell: (state: SavingState) => void
  /** Something of the library's has changed. */
  readonly onLibraryChange: (runId: Run['header']['id']) => void
}

/** Sees to it that the run under way is kept: in the library, or where the user says when that cannot be written. */
export class RunKeeper<Recorded extends Keepable> {
  readonly #parts: RunKeeperParts<Recorded>
  #state: SavingState = { kind: 'idle' }
  #recorder: Recorded | null = null
  /** Where the run that could not be saved goes when it is over. */
  #elsewhere: string | null = null

  constructor(parts: RunKeeperParts<Recorded>) {
    this.#parts = parts
  }

  get state(): SavingState {
    return this.#state
  }

  /** Keeps a run from its first batch on. */
  begin(recorder: Recorded): void {
    this.#recorder = recorder
    this.#elsewhere = null
    const { id } = recorder.run.header
    const saving = this.#parts.save(recorder)
    const take = (state: SavingState): void => {
      if (this.#recorder !== recorder) return
      this.#set(state)
      this.#parts.onLibraryChange(id)
    }
    take(saving.state)
    const unfollow = saving.onChange(take)
    void saving.finished.then((state) => {
      unfollow()
      take(state)
    })
  }

  /** Whether there is a run that could not be saved. */
  get isUnsaved(): boolean {
    return this.#state.kind === 'failed' && this.#recorder !== null
  }

  /** Writes the run that could not be saved there: now, or when it is over. Tells how that ends. */
  async saveElsewhere(folder: string): Promise<void> {
    const recorder = this.#recorder
    if (recorder === null || !this.isUnsaved) return
    this.#elsewhere = folder
    this.#set({ kind: 'saving', runId: recorder.run.header.id })
    if (isOver(recorder.run.phase)) await this.#writeElsewhere(recorder, folder)
  }

  /** To be called when the run is over. */
  async runIsOver(): Promise<void> {
    if (this.#recorder !== null && this.#elsewhere !== null)
      await this.#writeElsewhere(this.#recorder, this.#elsewhere)
  }

  async #writeElsewhere(recorder: Recorded, folder: string): Promise<void> {
    this.#elsewhere = null
    const runId = recorder.run.header.id
    try {
      await this.#parts.writeWhole(folder, recorder.run)
      if (this.#recorder === recorder) this.#set({ kind: 'saved', runId })
    } catch (error) {
      if (this.#recorder === recorder) this.#set({ kind: 'failed', runId, message: messageOf(error) })
    }
  }

  #set(state: SavingState): void {
    this.#state = state
    this.#parts.tell(state)
  }
}
