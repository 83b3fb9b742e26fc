import type { RingMemory } from '#shared/rings/record-ring.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { TaskEnding, TaskForm } from '#shared/model/task.ts'
import type { Detail } from '#shared/model/run-options.ts'
import type { Parameters, WorkloadId } from '#shared/model/workload.ts'

/** Everything that a thread or process needs to run one task. */
export interface TaskOrder {
  readonly task: TaskIndex
  readonly workload: WorkloadId
  readonly form: TaskForm
  readonly parameters: Parameters
  readonly seed: number
  /** The reading of the engine's clock (`performance.now()` of its process) that is run time 0. */
  readonly originMs: number
  readonly temporaryFolder: string
  readonly contentOrigin: string | null
}

/** What a pool tells its threads when it makes them. */
export interface WorkerSetup {
  /** One ring for each position. */
  readonly rings: readonly RingMemory[]
  /** Thread ids by position in the pool; 0: free. A new thread claims the first free one. */
  readonly claims: Int32Array
  /** By task index; not 0: the task is to stop. */
  readonly stopFlags: Int32Array
  /** By position: the task that last ran code there, plus 1. Tells whose fault it is when the thread dies. */
  readonly lastTask: Int32Array
  /** Name of the broadcast channel on which `ThreadCall`s come. */
  readonly callChannel: string
  /** By position: the number of the last turn that the thread was asked for and has made. */
  readonly turns: Int32Array
  /** The system's ids of the threads, by position; 0: not known. For whoever watches threads from outside. */
  readonly systemThreadIds: Int32Array
  /** How late each thread's loop is (`loop-beat.ts`), by position; null: not watched. */
  readonly loopBeats: Float64Array | null
  readonly detail: Detail
  /** True when the thread runs many tasks at once. */
  readonly isShared: boolean
  readonly entriesFolder: string
  /** The forms in which tasks will download: what those need is started before the thread says that it is ready. */
  readonly downloadForms: readonly TaskForm[]
}

/** What a thread posts once, when it has claimed its place. */
export interface ThreadReady {
  readonly kind: 'thread-ready'
  readonly position: number
}

/** What all threads of a pool are told at once. */
export type ThreadCall =
  /** Look at the stop flags. */
  | { readonly kind: 'stop' }
  /** Let your loop turn, and say so. */
  | { readonly kind: 'turn'; readonly number: number }

/** What a child process is sent beside `TaskOrder`s; it answers `turned`. */
export interface TurnCall {
  readonly kind: 'turn'
}

/** What a child process, which is sent `TaskOrder`s, answers. */
export type ProcessReport =
  | { readonly kind: 'turned' }
  | { readonly kind: 'ready' }
  /** Event records whose times are readings of the machine's monotonic clock. */
  | { readonly kind: 'events'; readonly records: Float64Array }
  | { readonly kind: 'ended'; readonly task: TaskIndex; readonly ending: TaskEnding }

/** The environment variable that tells a child process how closely to look at its tasks: a `Detail`. */
export const detailVariable = 'TASKSCOPE_DETAIL'
