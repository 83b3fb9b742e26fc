import type { Run } from '../model/run.ts'
import type { RunMs } from '../model/units.ts'

/** From when to when a run's tasks were in its hands. */
export interface RunExtent {
  readonly fromMs: RunMs
  readonly toMs: RunMs
}

/**
 * First queued to last finished; while nothing has finished, first queued to now. Null before anything was queued.
 */
export function runExtent(run: Run): RunExtent | null {
  const { queuedMs, finishedMs, count } = run.tasks
  let fromMs = Infinity
  let toMs = -Infinity
  for (let task = 0; task < count; task++) {
    if ((queuedMs[task] as number) < fromMs) fromMs = queuedMs[task] as number
    if ((finishedMs[task] as number) > toMs) toMs = finishedMs[task] as number
  }
  if (fromMs === Infinity) return null
  return { fromMs, toMs: toMs === -Infinity ? Math.max(fromMs, run.nowMs) : toMs }
}
