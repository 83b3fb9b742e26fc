import type { TaskIndex } from '#shared/model/ids.ts'
import type { RingMemory } from '#shared/rings/record-ring.ts'
import type { TaskOrder } from '../workloads/task-order.ts'
import type { ExecutionEnding, Executor } from '#shared/scheduling/executor.ts'

/** The recorder empties the rings at least once in so many ends of tasks: what a ring has to hold between two drains is bounded. */
export const mostEndsBetweenDrains = 1024

/** What ties an executor to the run that uses it. */
export interface RunLink {
  readonly taskCount: number
  readonly originMs: number
  orderFor(task: TaskIndex): TaskOrder
  ended(task: TaskIndex, ending: ExecutionEnding): void
}

/** An executor that outlives runs. */
export interface PooledExecutor extends Executor {
  readonly slotCount: number
  /** One ring a slot; whoever reads them is the only one to. */
  readonly rings: readonly RingMemory[]
  /** The system's ids of the threads (or child processes) by position, in shared memory: it changes when one is replaced. 0: not known. */
  readonly systemThreadIds: Int32Array
  /** How late its loop is (`loop-beat.ts`), where it is one; null: it is not. */
  readonly loopBeats: Float64Array | null
  /** Processes of its own, whose memory counts as ours. */
  readonly childProcessIds: readonly number[]
  ready(): Promise<void>
  beginRun(link: RunLink): void
  /**
   * Lets every loop turn once more: what the runtime reports to it by itself, such as a collection during its last task, is in the rings
   * then.
   */
  letLoopsTurn(): Promise<void>
  /** Unties it. False when it can't be used again because something of the run is left in it. */
  endRun(): boolean
  close(): Promise<void>
}
