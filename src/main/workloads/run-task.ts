import type { TaskIndex } from '#shared/model/ids.ts'
import type { TaskEnding, TaskFailure } from '#shared/model/task.ts'
import type { EventWriter } from './event-writer.ts'
import { registry } from './registry.ts'
import type { TaskOrder } from './task-order.ts'
import type { ThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import type { TaskContext, Workload } from './workload.ts'

/** What tasks share with the thread that they run on. */
export interface TaskThread {
  readonly events: EventWriter
  readonly cpu: ThreadCpuClock
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

  constructor(order: TaskOrder, thread: TaskThread, startedMs: number) {
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
    this.#thread.events.progress(this.#task, nowMs, share)
  }

  sleepHoldingThread(ms: number): void {
    this.#thread.holdThread(this.#task, ms)
    if (this.#thread.isToldToStop(this.#task)) throw this.#stopReason()
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

/** Shorter tasks' CPU time is not read: two readings would cost a noticeable part of the task. */
const shortestMeasuredMs = 1
/** A reading this young is used again, so that a stream of tiny tasks does not pay one for each. */
const readingLifetimeMs = 0.25
const nothingMeasured = NaN

let readAtMs = -Infinity

function readCpu(cpu: ThreadCpuClock, nowMs: number): void {
  if (nowMs - readAtMs < readingLifetimeMs) return
  cpu.read()
  readAtMs = nowMs
}

/**
 * Runs one task on the calling thread and stamps its start and finish. Resolves with how it ended, whatever happens in
 * the workload; rejects only on a bug.
 */
export async function runTask(order: TaskOrder, thread: TaskThread): Promise<TaskEnding> {
  const workload: Workload = registry[order.workload]
  const { task } = order
  // Told to stop before it began: it never starts.
  if (thread.isToldToStop(task)) return { kind: 'stopped' }

  const startedMs = thread.nowMs()
  readCpu(thread.cpu, startedMs)
  const cpuAtStart = thread.cpu.onCpuMs
  const readyAtStart = thread.cpu.readyMs
  thread.events.started(task, startedMs)
  thread.noteRunning(task)

  const running = new RunningTask(order, thread, startedMs)
  let checksum = NaN
  let ending: TaskEnding = { kind: 'succeeded' }
  // Whether the thread was this task's alone from start to finish: only then is the thread's CPU time the task's.
  let hadThreadToItself = true
  try {
    if (workload.blocking !== undefined && (order.form === 'blocking' || workload.async === undefined)) {
      checksum = workload.blocking(order.parameters, running)
    } else if (workload.async !== undefined) {
      hadThreadToItself = false
      thread.inProgress.set(task, running)
      checksum = await workload.async(order.parameters, running)
    } else {
      throw new Error(`Expected workload "${order.workload}" to have a form, got none`)
    }
  } catch (error) {
    ending = thread.isToldToStop(task)
      ? { kind: 'stopped' }
      : { kind: 'failed', failure: describeFailure(error) }
  }
  if (!hadThreadToItself) thread.inProgress.delete(task)

  const finishedMs = thread.nowMs()
  if (hadThreadToItself && finishedMs - startedMs >= shortestMeasuredMs) {
    readCpu(thread.cpu, finishedMs)
    // The system brings its account up to date at its clock ticks: a reading may lag, and a difference be off by a tick. It
    // cannot be more than the time that passed.
    const passedMs = finishedMs - startedMs
    const onCpuMs = Math.min(thread.cpu.onCpuMs - cpuAtStart, passedMs)
    const readyMs = Math.min(thread.cpu.readyMs - readyAtStart, passedMs - onCpuMs)
    thread.events.finished(task, finishedMs, checksum, onCpuMs, readyMs)
  } else {
    thread.events.finished(task, finishedMs, checksum, nothingMeasured, nothingMeasured)
  }
  return ending
}
