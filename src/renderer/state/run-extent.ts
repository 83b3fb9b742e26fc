import { isOver, type Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'

/** How much of the time axis a run needs: up to now while it goes on, then up to its last finished task. */
export function runExtentMs({ tasks, phase, nowMs }: Pick<Run, 'tasks' | 'phase' | 'nowMs'>): RunMs {
  if (!isOver(phase)) return nowMs
  let lastMs = 0
  for (let task = 0; task < tasks.count; task++) {
    const finishedMs = tasks.finishedMs[task] as number
    // Something was still going on when the recording ended.
    if (Number.isNaN(finishedMs)) return nowMs
    if (finishedMs > lastMs) lastMs = finishedMs
  }
  return lastMs
}
