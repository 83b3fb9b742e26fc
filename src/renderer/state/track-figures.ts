import { blockedIntervals, type BlockedInterval } from '#shared/analysis/blocked-loop.ts'
import { ownCostShares, othersShares } from '#shared/analysis/own-cost.ts'
import type { RunId } from '#shared/model/ids.ts'
import { isOver } from '#shared/model/run.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import { CoreBlocks } from './core-blocks.ts'
import type { FollowedRun } from './run-follower.ts'
import { CoreGroups } from './track-core-groups.ts'
import { SlotGroups } from './track-slot-groups.ts'

/** What the tracks show beyond the columns themselves, derived from the whole run at once. */
export interface TrackFigures {
  /** Samples that the columns below cover. */
  readonly sampleCount: number
  readonly blocked: readonly BlockedInterval[]
  /** By sample: share of one core that Taskscope itself used. */
  readonly own: Float64Array
  /** By sample: cores that other programs kept busy. */
  readonly others: Float64Array
  /** By core; row = sample: the family of the task that held the core; -1: none of ours, or not known. */
  readonly coreGroups: readonly Int16Array[]
  /** The same in blocks; they grow with the run. Null: there are no samples. */
  readonly coreBlocks: CoreBlocks | null
}

const noTrackFigures: TrackFigures = {
  sampleCount: 0,
  blocked: [],
  own: new Float64Array(0),
  others: new Float64Array(0),
  coreGroups: [],
  coreBlocks: null,
}

/** Deriving may take at most about a fiftieth of the time: it runs beside what is being measured. */
const restPerCost = 50

/** The figures of the tracks, derived anew while the run goes on, as often as that is cheap, and once more when it is over. */
export class LatestTrackFigures {
  #latest = noTrackFigures
  readonly #readClockMs: () => number
  #runId: RunId | null = null
  /** What the figures are derived from: one table for as long as the run is followed. */
  #samples: SampleTable | null = null
  #slotGroups = new SlotGroups()
  #coreGroups = new CoreGroups()
  #dueMs = -Infinity
  #isFinal = false

  constructor(readClockMs: () => number) {
    this.#readClockMs = readClockMs
  }

  /** The figures of a run as it stands; the ones from before while new ones are not due yet. */
  of({ run, lanes }: FollowedRun): TrackFigures {
    const isSameRun = this.#runId === run.header.id
    if (isSameRun && this.#isFinal) return this.#latest
    this.#isFinal = isOver(run.phase)
    const beginMs = this.#readClockMs()
    if (isSameRun && !this.#isFinal && beginMs < this.#dueMs) return this.#latest
    // In the end once more from the start: records may have come after the samples of their time.
    const isSameTable = isSameRun && this.#samples === run.samples
    if (!isSameTable || this.#isFinal) {
      this.#slotGroups = new SlotGroups()
      this.#coreGroups = new CoreGroups()
    }
    const before = isSameTable ? this.#latest : noTrackFigures
    this.#runId = run.header.id
    this.#samples = run.samples
    const changedFrom = this.#slotGroups.extend(run, lanes)
    const coreGroups = this.#coreGroups.extend(run, this.#slotGroups.bySlot, changedFrom)
    const coreBlocks = before.coreBlocks ?? new CoreBlocks(run)
    coreBlocks.update(coreGroups, changedFrom)
    this.#latest = {
      sampleCount: run.samples.count,
      blocked: blockedIntervals(run),
      own: ownCostShares(run.samples, before.own),
      others: othersShares(run, before.others),
      coreGroups,
      coreBlocks,
    }
    const endMs = this.#readClockMs()
    this.#dueMs = endMs + (endMs - beginMs) * restPerCost
    return this.#latest
  }
}
