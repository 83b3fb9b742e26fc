import type { RunId } from '#shared/model/ids.ts'
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
  /** Writes a run that is over into a folder that the user chose; rejects with a sentence. */
  readonly writeWhole: (folder: string, run: Run) => Promise<unknown>
  /** Hears every change. */
  readonly tell: (state: SavingState) => void
  /** A run has come into a folder, the library's perhaps, or changed there. */
  readonly onWritten: (runId: RunId) => void
}

/** Without the number that it may have had before. */
function withoutEarlier(state: SavingState): SavingState {
  switch (state.kind) {
    case 'idle':
      return state
    case 'failed':
      return { kind: state.kind, runId: state.runId, message: state.message }
    default:
      return { kind: state.kind, runId: state.runId }
  }
}

/**
 * Sees to it that runs are kept: in the library, or where the user says when that cannot be written. A run that is nowhere but in memory is not
 * let go of, whatever is run after it.
 */
export class RunKeeper<Recorded extends Keepable> {
  readonly #parts: RunKeeperParts<Recorded>
  /** Runs that could not be saved, the one under way included, and why. */
  readonly #unsaved = new Map<RunId, { readonly recorder: Recorded; readonly message: string }>()
  #state: SavingState = { kind: 'idle' }
  #current: Recorded | null = null
  /** Where the run under way goes when it is over. */
  #elsewhere: string | null = null

  constructor(parts: RunKeeperParts<Recorded>) {
    this.#parts = parts
  }

  get state(): SavingState {
    return this.#state
  }

  /** How many runs are in memory only. */
  get unsaved(): number {
    return this.#unsaved.size
  }

  /** The whole of a run that is in memory only; null: it is none of those. */
  unsavedRun(runId: RunId): Run | null {
    return this.#unsaved.get(runId)?.recorder.run ?? null
  }

  /** Keeps a run from its first batch on. */
  begin(recorder: Recorded): void {
    this.#current = recorder
    this.#elsewhere = null
    const { id } = recorder.run.header
    const saving = this.#parts.save(recorder)
    let told = ''
    const take = (state: SavingState): void => {
      // What was written elsewhere meanwhile is no longer the writer's to tell of.
      if (told === state.kind) return
      told = state.kind
      if (state.kind === 'failed') this.#unsaved.set(id, { recorder, message: state.message })
      this.#tellOf(recorder, state)
      this.#parts.onWritten(id)
    }
    take(saving.state)
    const unfollow = saving.onChange(take)
    void saving.finished.then((state) => {
      unfollow()
      take(state)
    })
  }

  /** Writes all runs that are in memory only into that folder: those that are over now, one that goes on when it is over. Tells how that ends. */
  async saveElsewhere(folder: string): Promise<void> {
    for (const [runId, { recorder }] of [...this.#unsaved]) {
      if (isOver(recorder.run.phase)) await this.#writeElsewhere(runId, recorder, folder)
      else {
        this.#elsewhere = folder
        this.#tellOf(recorder, { kind: 'saving', runId })
      }
    }
  }

  /** To be called when the run under way is over. */
  async runIsOver(): Promise<void> {
    const recorder = this.#current
    const folder = this.#elsewhere
    if (recorder === null || folder === null) return
    this.#elsewhere = null
    await this.#writeElsewhere(recorder.run.header.id, recorder, folder)
  }

  async #writeElsewhere(runId: RunId, recorder: Recorded, folder: string): Promise<void> {
    try {
      await this.#parts.writeWhole(folder, recorder.run)
      this.#unsaved.delete(runId)
      this.#tellOf(recorder, { kind: 'saved', runId })
      this.#parts.onWritten(runId)
    } catch (error) {
      const message = messageOf(error)
      this.#unsaved.set(runId, { recorder, message })
      this.#tellOf(recorder, { kind: 'failed', runId, message })
    }
  }

  /** Tells how the last run stands, and how many others there are to think of. */
  #tellOf(recorder: Recorded, state: SavingState): void {
    const shown = recorder === this.#current ? state : this.#state
    if (shown.kind === 'idle') return
    const earlier = [...this.#unsaved.keys()].filter((runId) => runId !== shown.runId).length
    this.#state = earlier === 0 ? withoutEarlier(shown) : { ...shown, earlier }
    this.#parts.tell(this.#state)
  }
}
