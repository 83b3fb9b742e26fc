import { messageOf } from '#shared/message-of.ts'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import type { Api } from '#shared/ipc.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { FollowedRun } from './run-follower.ts'
import { LatestTrackFigures, type TrackFigures } from './track-figures.ts'

/** A run of an experiment as the window has it. */
export type CachedRun =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly shown: FollowedRun; readonly figures: TrackFigures }
  /** Another experiment has taken its place. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly message: string }

/** Two pictures of eight panels: going back to the repeat before costs nothing. */
const mostRuns = 16
/** What a run is that nobody has wanted yet. */
export const loadingRun: CachedRun = { kind: 'loading' }

/** Keeps the columns of the runs that were looked at last. Draws nothing. */
export class RunCache {
  readonly #source: Pick<Api, 'readExperimentRun'>
  readonly #onChange: () => void
  /** Wanted longest ago first. */
  readonly #runs = new Map<RunId, CachedRun>()
  #wanted: readonly RunId[] = []
  #isReading = false

  /** `onChange` is called after each change of a run. */
  constructor(source: Pick<Api, 'readExperimentRun'>, onChange: () => void) {
    this.#source = source
    this.#onChange = onChange
  }

  /** All runs as they stand now. */
  copy(): ReadonlyMap<RunId, CachedRun> {
    return new Map(this.#runs)
  }

  /** A run as it stands. */
  of(runId: RunId): CachedRun {
    return this.#runs.get(runId) ?? loadingRun
  }

  /** Reads these, in this order and one after the other: the window stays responsive between them. */
  async want(runIds: readonly RunId[]): Promise<void> {
    this.#wanted = runIds
    for (const runId of runIds) this.#touch(runId)
    this.#evict()
    if (this.#isReading) return
    this.#isReading = true
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#read(next)
    } finally {
      this.#isReading = false
    }
  }

  /** Reads a run once more that could not be read. */
  async retry(runId: RunId): Promise<void> {
    this.#runs.delete(runId)
    this.#onChange()
    await this.want(this.#wanted)
  }

  /** Forgets all of them. */
  clear(): void {
    this.#wanted = []
    if (this.#runs.size === 0) return
    this.#runs.clear()
    this.#onChange()
  }

  #next(): RunId | undefined {
    return this.#wanted.find((runId) => this.of(runId).kind === 'loading')
  }

  async #read(runId: RunId): Promise<void> {
    const read = await this.#ask(runId)
    // Nobody waits for it any more, or all was forgotten meanwhile.
    if (!this.#wanted.includes(runId)) return
    this.#runs.set(runId, read)
    this.#onChange()
  }

  async #ask(runId: RunId): Promise<CachedRun> {
    try {
      const run = await this.#source.readExperimentRun({ runId })
      if (run === null) return { kind: 'gone' }
      const shown = { run, lanes: layoutLanes(run.header.slots, run.tasks) }
      // Over, so they are derived once, and the clock has nothing to say.
      return { kind: 'loaded', shown, figures: new LatestTrackFigures(() => 0).of(shown) }
    } catch (error) {
      return { kind: 'failed', message: messageOf(error) }
    }
  }

  #touch(runId: RunId): void {
    const run = this.#runs.get(runId)
    if (run === undefined) return
    this.#runs.delete(runId)
    this.#runs.set(runId, run)
  }

  /** Room for what is wanted and not there yet; what is wanted stays. */
  #evict(): void {
    const missing = this.#wanted.filter((runId) => !this.#runs.has(runId)).length
    for (const runId of [...this.#runs.keys()]) {
      if (this.#runs.size + missing <= mostRuns) return
      if (!this.#wanted.includes(runId)) this.#runs.delete(runId)
    }
  }
}
