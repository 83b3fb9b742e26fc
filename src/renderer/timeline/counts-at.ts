import type { TaskTable } from '#shared/model/task-table.ts'
import type { RunMs } from '#shared/model/units.ts'

/** How many tasks were in the queue and in progress at a time. */
export interface CountsAt {
  readonly waiting: number
  readonly running: number
}

/** Counted in the table itself, so true to it: the steps of the picture are derived only a few times a second. */
export function countsAt({ count, queuedMs, startedMs, finishedMs }: TaskTable, atMs: RunMs): CountsAt {
  let waiting = 0
  let running = 0
  for (let task = 0; task < count; task++) {
    // A time that is not known is a comparison that fails.
    if ((finishedMs[task] as number) <= atMs) continue
    if ((startedMs[task] as number) <= atMs) running++
    else if ((queuedMs[task] as number) <= atMs) waiting++
  }
  return { waiting, running }
}
