import type { TaskIndex } from '#shared/model/ids.ts'
import type { TaskEnding, TaskFailure } from '#shared/model/task.ts'
import type { EventWriter } from './event-writer.ts'
import type { HeldWatch, WaitReason } from './held-watch.ts'
import type { LoopAnatomy } from './loop-anatomy.ts'
import { registry } from './registry.ts'
import type { TaskOrder } from './task-order.ts'
import type { TaskContext, Workload } from './workload.ts'

/** What tasks share with the thread that they run on. */
export interface TaskThread {
  readonly events: EventWriter
  /** Watches the task that holds the thread; null: nobody wants to know. */
  readonly watch: HeldWatch | null
  /** Tells the thread's async tasks apart; null: nobody wants to know. */
  readonly anatomy: LoopAnatomy | null
  readonly nowMs: () => number
  /** True when the task has been told to stop. Called at every checkpoint. */
  readonly isToldToStop: (task: TaskIndex) => boolean
  /** Waits, holding the thread; returns early when the task is told to stop. */
  readonly holdThread: (task: TaskIndex, ms: number) => void
  /** Remembers that this task's code is running. */
  readonly noteRunning: (task: TaskIndex) => void
  /** The tasks in progress, so that a stop request can reach those that wait. */
  readonly inProgress: Map<TaskIndex, RunningTask>
}

/** Thrown into a workload by its own checkpoint. */
class StopRequest extends Error {
  override readonly name = 'StopRequest'
}

const progressIntervalMs = 50

/** One task in progress: the context that its workload sees, and the way to stop it. */
export class RunningTask implements TaskContext {
  readonly seed: number
  readonly temporaryFolder: string
  readonly contentOrigin: string | null
  readonly #task: TaskIndex
  readonly #thread: TaskThread
  // Made when first asked for: most tasks are too short to need one.
  #controller: AbortController | null = null
  #nextProgressMs: number
  readonly #holdsThread: boolean
  readonly startedMs: number

  constructor(order: TaskOrder, thread: TaskThread, startedMs: number, holdsThread: boolean) {
    this.#holdsThread = holdsThread
    this.startedMs = startedMs
    this.seed = order.seed
    this.temporaryFolder = order.temporaryFolder
    this.contentOrigin = order.contentOrigin
    this.#task = order.task
    this.#thread = thread
    this.#nextProgressMs = startedMs + progressIntervalMs
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#thread.isToldToStop(this.#task)) this.stop()
    return this.#controller.signal
  }

  stop(): void {
    this.#controller ??= new AbortController()
    if (!this.#controller.signal.aborted) this.#controller.abort(new StopRequest('told to stop'))
  }

  checkpoint(share: number): void {
    this.#thread.noteRunning(this.#task)
    if (this.#thread.isToldToStop(this.#task)) throw this.#stopReason()
    const nowMs = this.#thread.nowMs()
    if (nowMs < this.#nextProgressMs) return
    this.#nextProgressMs = nowMs + progressIntervalMs
    if (this.#holdsThread) this.#thread.watch?.computed(nowMs)
    this.#thread.events.progress(this.#task, nowMs, share)
  }

  inputOutput<Result>(action: () => Result): Result {
    return this.#watched('io', action)
  }

  sleepHoldingThread(ms: number): void {
    this.#watched('timer', () => this.#thread.holdThread(this.#task, ms))
    if (this.#thread.isToldToStop(this.#task)) throw this.#stopReason()
  }

  #watched<Result>(reason: WaitReason, action: () => Result): Result {
    const { watch, nowMs } = this.#thread
    if (watch === null || !this.#holdsThread) return action()
    const fromMs = nowMs()
    try {
      return action()
    } finally {
      watch.waited(reason, fromMs, nowMs())
    }
  }

  #stopReason(): unknown {
    return this.signal.reason
  }
}

function describeFailure(error: unknown): TaskFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  // `fetch failed` says nothing; the cause does.
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return { name: error.name, message: `${error.message}${cause}` }
}

/**
 * Runs one task on the calling thread, stamps its start and finish, and measures what lies between. Resolves with how it ended,
 * whatever happens in the workload; rejects only on a bug.
 */
export async function runTask(order: TaskOrder, thread: TaskThread): Promise<TaskEnding> {
  const workload: Workload = registry[order.workload]
  const { task } = order
  // Told to stop before it began: it never starts.
  if (thread.isToldToStop(task)) return { kind: 'stopped' }

  const code = workload.blocking
  if (code !== undefined && (order.form === 'blocking' || workload.async === undefined)) {
    return runHolding(order, thread, code)
  }
  if (workload.async !== undefined) return runOnLoop(order, thread, workload.async, workload.waitsFor ?? 'io')
  throw new Error(`Expected workload "${order.workload}" to have a form, got none`)
}

function endingOf(error: unknown, { task }: TaskOrder, thread: TaskThread): TaskEnding {
  return thread.isToldToStop(task) ? { kind: 'stopped' } : { kind: 'failed', failure: describeFailure(error) }
}

function begin(order: TaskOrder, thread: TaskThread, holdsThread: boolean): RunningTask {
  const startedMs = thread.nowMs()
  if (holdsThread) thread.watch?.begin(order.task, startedMs)
  thread.events.started(order.task, startedMs)
  thread.noteRunning(order.task)
  return new RunningTask(order, thread, startedMs, holdsThread)
}

/** The thread is this task's alone from start to finish: what the thread uses, the task uses. */
function runHolding(
  order: TaskOrder,
  thread: TaskThread,
  code: NonNullable<Workload['blocking']>,
): TaskEnding {
  const running = begin(order, thread, true)
  let checksum = NaN
  let ending: TaskEnding = { kind: 'succeeded' }
  try {
    checksum = code(order.parameters, running)
  } catch (error) {
    ending = endingOf(error, order, thread)
  }
  const finishedMs = thread.nowMs()
  const { watch } = thread
  watch?.finish(finishedMs)
  thread.events.finished(
    order.task,
    finishedMs,
    checksum,
    watch?.onCpuMs ?? NaN,
    watch?.readyMs ?? NaN,
    watch?.timerMs ?? NaN,
    watch?.ioMs ?? NaN,
  )
  return ending
}

/** The task shares the thread with others. */
async function runOnLoop(
  order: TaskOrder,
  thread: TaskThread,
  code: NonNullable<Workload['async']>,
  waitsFor: WaitReason,
): Promise<TaskEnding> {
  const { task } = order
  const { anatomy } = thread
  const running = begin(order, thread, false)
  thread.inProgress.set(task, running)
  let checksum = NaN
  let ending: TaskEnding = { kind: 'succeeded' }
  try {
    const start = (): Promise<number> => code(order.parameters, running)
    checksum = await (anatomy === null ? start() : anatomy.run(task, waitsFor, running.startedMs, start))
  } catch (error) {
    ending = endingOf(error, order, thread)
  }
  thread.inProgress.delete(task)
  const totals = anatomy?.finish(task)
  thread.events.finished(
    task,
    thread.nowMs(),
    checksum,
    totals?.onCpuMs ?? NaN,
    totals?.readyMs ?? NaN,
    totals?.timerMs ?? NaN,
    totals?.ioMs ?? NaN,
  )
  return ending
}
