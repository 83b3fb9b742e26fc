import type { Plan } from './plan.ts'
import { groupIndexOf } from './plan.ts'

/**
 * The task columns of a run: row = task. Times are `RunMs`; NaN means "not yet" or "not known".
 * Filled by `foldTaskEvents` only, so that recorder, window and report cannot disagree.
 */
export interface TaskTable {
  readonly count: number
  /** Position in `plan.groups`. */
  readonly group: Uint16Array
  /** Code of a `TaskState`. */
  readonly state: Uint8Array
  /** -1: no slot (yet). */
  readonly slot: Int16Array
  readonly queuedMs: Float64Array
  readonly startedMs: Float64Array
  readonly finishedMs: Float64Array
  /** CPU time that it used: all of its thread's where it had that to itself, else that of its own stretches on the loop. */
  readonly onCpuMs: Float64Array
  /** Time that it was ready, but held up: its thread had no core, or another task had its loop. */
  readonly readyMs: Float64Array
  /** Time suspended by timers. */
  readonly timerMs: Float64Array
  /** Time suspended for input and output. */
  readonly ioMs: Float64Array
  readonly checksum: Float64Array
  /** 0 to 1. */
  readonly progress: Float32Array
  /** How many times it was started. */
  readonly starts: Uint8Array
  /** When it was last put back in the queue: a start from before that does not count. */
  readonly requeuedMs: Float64Array
}

/** Column names, in the order in which they travel and are stored. */
export const taskColumnNames = [
  'group',
  'state',
  'slot',
  'queuedMs',
  'startedMs',
  'finishedMs',
  'onCpuMs',
  'readyMs',
  'timerMs',
  'ioMs',
  'checksum',
  'progress',
  'starts',
  'requeuedMs',
] as const

/** An empty table for a plan's tasks: all planned, nothing known. */
export function createTaskTable(plan: Plan): TaskTable {
  const count = plan.taskCount
  const unknown = (): Float64Array => new Float64Array(count).fill(NaN)
  const group = new Uint16Array(count)
  for (let task = 0; task < count; task++) group[task] = groupIndexOf(plan, task)
  return {
    count,
    group,
    state: new Uint8Array(count),
    slot: new Int16Array(count).fill(-1),
    queuedMs: unknown(),
    startedMs: unknown(),
    finishedMs: unknown(),
    onCpuMs: unknown(),
    readyMs: unknown(),
    timerMs: unknown(),
    ioMs: unknown(),
    checksum: unknown(),
    progress: new Float32Array(count),
    starts: new Uint8Array(count),
    requeuedMs: unknown(),
  }
}
