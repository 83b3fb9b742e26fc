import type { TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { taskMarks } from './task-marks.ts'

/** Columns of the task table that are there when they are asked for. */
export const extraColumns = [
  'executor',
  'startedMs',
  'timerMs',
  'ioMs',
  'heldMs',
  'chainMs',
  'progress',
  'starts',
  'failure',
] as const
export type ExtraColumn = (typeof extraColumns)[number]

/** What the task table can be sorted by. */
export type SortKey =
  | 'name'
  | 'kind'
  | 'slot'
  | 'state'
  | 'queuedMs'
  | 'queueWaitMs'
  | 'runTimeMs'
  | 'onCpuMs'
  | 'readyMs'
  | 'finishedMs'
  | ExtraColumn

export interface Sorting {
  readonly key: SortKey
  readonly isDescending: boolean
}

/** A number for a task's place in a column; NaN: the task has no value there (yet). */
export function sortValue(run: Run, key: SortKey, task: TaskIndex): number {
  const { header, tasks } = run
  switch (key) {
    case 'name':
      return task
    case 'kind':
      return header.plan.groups[tasks.group[task] ?? 0]?.kind.charCodeAt(0) ?? NaN
    case 'slot':
    case 'executor':
      return (tasks.slot[task] ?? -1) < 0 ? NaN : (tasks.slot[task] ?? NaN)
    case 'state':
      return tasks.state[task] ?? NaN
    case 'queueWaitMs':
      return (tasks.startedMs[task] ?? NaN) - (tasks.queuedMs[task] ?? NaN)
    case 'runTimeMs':
      return (tasks.finishedMs[task] ?? NaN) - (tasks.startedMs[task] ?? NaN)
    case 'queuedMs':
    case 'onCpuMs':
    case 'readyMs':
    case 'finishedMs':
    case 'startedMs':
    case 'timerMs':
    case 'ioMs':
    case 'progress':
    case 'starts':
      return tasks[key][task] ?? NaN
    case 'heldMs':
    case 'chainMs':
      return taskMarks(run)?.[key][task] ?? NaN
    case 'failure':
      return run.failures.has(task) ? 0 : NaN
  }
}

/** The tasks of the table in its order: those that match, sorted, ties as in the plan, tasks without a value last. */
export function orderTasks(run: Run, sorting: Sorting, matches: Uint8Array | null): Int32Array {
  const order = new Int32Array(run.tasks.count)
  let count = 0
  for (let task = 0; task < run.tasks.count; task++) {
    if (matches === null || matches[task] === 1) order[count++] = task
  }
  const found = order.subarray(0, count)
  const sign = sorting.isDescending ? -1 : 1
  if (sorting.key === 'name') return sorting.isDescending ? found.reverse() : found
  const values = new Float64Array(run.tasks.count)
  for (const task of found) {
    const value = sortValue(run, sorting.key, task)
    values[task] = Number.isNaN(value) ? Infinity : value * sign
  }
  return found.sort((one, other) => compare(values[one] as number, values[other] as number))
}

// Infinity minus Infinity is not a number, so no subtraction here.
function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0
}
