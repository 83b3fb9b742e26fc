import type { TaskTable } from '#shared/model/task-table.ts'
import type { RunMs } from '#shared/model/units.ts'

/** The latest time that a record tells of, at least 0: until then it is complete, where nothing says more. */
export function lastStampMs({ queuedMs, startedMs, finishedMs }: TaskTable, lastSampleMs: RunMs): RunMs {
  let lastMs = Math.max(0, lastSampleMs)
  for (const column of [queuedMs, startedMs, finishedMs]) {
    for (const stampMs of column) if (stampMs > lastMs) lastMs = stampMs
  }
  return lastMs
}
