import type { Run } from '../../model/run.ts'
import type { Milliseconds } from '../../model/units.ts'
import { demandsOf, replay, sizesOf, type ReplaySizes } from '../replay/replay-run.ts'
import { mostReplayedTasks } from '../replay/what-if.ts'

/** What a replay of the run’s measured tasks on a virtual clock says about a change. */
export interface Prediction {
  /** Makespan of the replay with the sizes that the run had: what a replay is compared with is a replay. */
  readonly asItWasMs: Milliseconds
  readonly changedMs: Milliseconds
  /** The changed makespan as a share of the other: what to multiply a measured makespan with. */
  readonly ratio: number
}

/** Replays a run with some of its sizes changed. The run as it was is replayed once. Null for a run that is too large. */
export function createPredictor(run: Run): (changes: Partial<ReplaySizes>) => Prediction | null {
  if (run.tasks.count > mostReplayedTasks) return () => null
  let basis: { demands: ReturnType<typeof demandsOf>; sizes: ReplaySizes; makespanMs: Milliseconds } | null =
    null
  return (changes) => {
    if (basis === null) {
      const demands = demandsOf(run)
      const sizes = sizesOf(run)
      basis = { demands, sizes, makespanMs: replay(demands, sizes).makespanMs }
    }
    const { demands, sizes, makespanMs } = basis
    if (!(makespanMs > 0)) return null
    const changedMs = replay(demands, { ...sizes, ...changes }).makespanMs
    return { asItWasMs: makespanMs, changedMs, ratio: changedMs / makespanMs }
  }
}
