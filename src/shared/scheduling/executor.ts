import type { TaskIndex } from '../model/ids.ts'
import type { ExecutorId } from '../model/strategy.ts'
import type { TaskEnding } from '../model/task.ts'

/** How a task's stay in an executor ended. */
export type ExecutionEnding =
  | TaskEnding
  /** The thread died through another task's fault: this one may run again. */
  | { readonly kind: 'interrupted' }

/**
 * Where the scheduler sends tasks. It is handed at most `capacity` tasks at a time, so that waiting is measured in one
 * place, the scheduler's queue. Each started task ends in exactly one call of the scheduler's `ended`, never within `start`.
 */
export interface Executor {
  readonly id: ExecutorId
  readonly capacity: number
  start(task: TaskIndex): void
  /** Asks the task to stop; it does at its next checkpoint. */
  requestStop(task: TaskIndex): void
  /**
   * The task has not stopped by itself. Ends its thread if the task holds it (`ending`: a call of `ended` will follow), or
   * leaves it behind if another task does (`abandoned`: whatever it still answers will be ignored).
   */
  forceStop(task: TaskIndex): 'ending' | 'abandoned'
}
