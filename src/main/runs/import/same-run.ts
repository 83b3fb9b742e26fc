import type { Run } from '#shared/model/run.ts'
import { taskColumnNames } from '#shared/model/task-table.ts'

function isSameColumn(one: ArrayLike<number>, other: ArrayLike<number>, count: number): boolean {
  for (let row = 0; row < count; row++) if (!Object.is(one[row], other[row])) return false
  return true
}

/**
 * Whether both are records of one execution: begun at the same time, with the same tasks that took the same course. What may have been left out
 * when it was given away (names, paths) is not looked at.
 */
export function isSameRun(one: Run, other: Run): boolean {
  const { tasks } = one
  return (
    one.header.startedAt === other.header.startedAt &&
    one.header.strategy === other.header.strategy &&
    one.header.plan.seed === other.header.plan.seed &&
    one.phase.kind === other.phase.kind &&
    tasks.count === other.tasks.count &&
    one.slices.count === other.slices.count &&
    one.samples.count === other.samples.count &&
    taskColumnNames.every((name) => isSameColumn(tasks[name], other.tasks[name], tasks.count))
  )
}
