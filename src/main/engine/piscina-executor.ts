import { join } from 'node:path'
import { BroadcastChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { messageOf } from '#shared/message-of.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { Detail } from '#shared/model/run-options.ts'
import type { ExecutorId } from '#shared/model/strategy.ts'
import { eventWidth } from '#shared/model/task-event.ts'
import type { TaskEnding, TaskFailure, TaskForm } from '#shared/model/task.ts'
import { allocateRing, type RingMemory } from '#shared/rings/record-ring.ts'
import { allocateLoopBeats } from '../platform/loop-beat.ts'
import type { TaskOrder, ThreadCall, WorkerSetup } from '../workloads/task-order.ts'
import { sharedInts } from '../platform/shared-ints.ts'
import { createDeferred, type Deferred } from './deferred.ts'
import type { ExecutionEnding } from '#shared/scheduling/executor.ts'
import { waitForTurns } from './turn-patience.ts'
import { mostEndsBetweenDrains, type PooledExecutor, type RunLink } from './pooled-executor.ts'

export interface ThreadPoolShape {
  readonly id: ExecutorId
  readonly threads: number
  /** 1, or many on a pool of one thread: an event loop. */
  readonly tasksPerThread: number
  readonly memoryLimitMb: number
  /** How closely its threads look at tasks: part of what a thread is, so another choice means other threads. */
  readonly detail: Detail
  readonly downloadForms: readonly TaskForm[]
  readonly entriesFolder: string
}

/** Tasks that one run may have: the size of the stop flags, which cost memory only where they are touched. */
export const mostTasks = 1_000_000
/** Room for what one task writes while it is quick: start and finish, and as much again for progress. */
const recordsPerTask = 4
const leastRingRecords = 8192

/** Records that a thread can write before the ends of its tasks make the recorder empty its ring. */
function ringRecords(tasksPerThread: number): number {
  return Math.max(leastRingRecords, recordsPerTask * (tasksPerThread + mostEndsBetweenDrains))
}

let poolsMade = 0

function describeThreadEnd(error: unknown, memoryLimitMb: number): TaskFailure {
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: '', message: String(error) }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { name: 'OutOfMemory', message: `Its thread reached the memory limit of ${memoryLimitMb} MiB` }
  }
  return { name: 'ThreadEnded', message: `Its thread ended in the middle of the task: ${message}` }
}

/**
 * A pool of worker threads in one of three shapes: a loop (one thread, many tasks), a thread pool (N threads, a task each),
 * a CPU pool (a thread per core, a task each). Outlives runs: threads are kept, not churned.
 */
export class ThreadPoolExecutor implements PooledExecutor {
  readonly id: ExecutorId
  readonly capacity: number
  readonly slotCount: number
  readonly rings: readonly RingMemory[]
  readonly systemThreadIds: Int32Array
  readonly loopBeats: Float64Array | null
  readonly childProcessIds: readonly number[] = []
  readonly #shape: ThreadPoolShape
  readonly #pool: Piscina<TaskOrder, TaskEnding>
  readonly #setup: WorkerSetup
  readonly #channel: BroadcastChannel
  #turns = 0
  #readyThreads = 0
  #whenReady: Deferred<void>
  #link: RunLink | null = null
  /** Counts runs, so that an answer of an earlier run's task is known for what it is. */
  #runNumber = 0
  /** Tasks that the pool has, of this run and of earlier ones. */
  #inPool = 0
  /** Threads that the pool knows to have started. */
  readonly #startedThreads = new Set<number>()
  /** Tasks that wait for a thread which takes a dead one's place. */
  readonly #waiting = new Set<TaskIndex>()

  constructor(shape: ThreadPoolShape) {
    if (shape.threads > 1 && shape.tasksPerThread > 1) {
      throw new Error(
        `Expected one thread or one task per thread, got ${shape.threads} threads with ${shape.tasksPerThread} tasks`,
      )
    }
    this.#shape = shape
    this.id = shape.id
    this.slotCount = shape.threads
    this.capacity = shape.threads * shape.tasksPerThread
    this.rings = Array.from({ length: shape.threads }, () =>
      allocateRing(eventWidth, ringRecords(shape.tasksPerThread)),
    )
    const isShared = shape.tasksPerThread > 1
    this.systemThreadIds = sharedInts(shape.threads)
    this.loopBeats = isShared ? allocateLoopBeats(1) : null
    this.#setup = {
      rings: this.rings,
      claims: sharedInts(shape.threads),
      stopFlags: sharedInts(mostTasks),
      lastTask: sharedInts(shape.threads),
      callChannel: `taskscope-pool-${++poolsMade}`,
      turns: sharedInts(shape.threads),
      systemThreadIds: this.systemThreadIds,
      loopBeats: this.loopBeats,
      detail: shape.detail,
      isShared,
      entriesFolder: shape.entriesFolder,
      downloadForms: shape.downloadForms,
    }
    this.#channel = new BroadcastChannel(this.#setup.callChannel)
    this.#whenReady = createDeferred()
    this.#pool = new Piscina<TaskOrder, TaskEnding>({
      filename: join(shape.entriesFolder, 'task-worker.js'),
      minThreads: shape.threads,
      maxThreads: shape.threads,
      concurrentTasksPerWorker: shape.tasksPerThread,
      // With the default an idle thread waits inside JavaScript and looks busy, and its loop stands still.
      atomics: 'disabled',
      idleTimeout: Infinity,
      recordTiming: false,
      workerHistogram: false,
      resourceLimits: { maxOldGenerationSizeMb: shape.memoryLimitMb },
      workerData: this.#setup,
    })
    // A `ThreadReady`: threads say nothing else.
    this.#pool.on('message', () => {
      if (++this.#readyThreads === shape.threads) this.#whenReady.resolve()
    })
    this.#pool.on('error', (error: unknown) => {
      this.#whenReady.reject(
        new Error(`Threads for "${shape.id}" could not be started: ${messageOf(error)}`, { cause: error }),
      )
    })
    this.#pool.on('workerCreate', ({ id }: { readonly id: number }) => {
      this.#startedThreads.add(id)
      this.#handOver()
    })
    // A thread that is gone is out of the pool's list a moment later, and long before its replacement looks for a place.
    this.#pool.on('workerDestroy', () => queueMicrotask(() => this.#forgetThreads()))
  }

  /** Resolves when every thread has started and taken its place; rejects when one could not. */
  ready(): Promise<void> {
    return this.#whenReady.promise
  }

  beginRun(link: RunLink): void {
    this.#link = link
    this.#runNumber++
    this.#setup.stopFlags.fill(0, 0, link.taskCount)
    this.#setup.lastTask.fill(0)
  }

  letLoopsTurn(): Promise<void> {
    const number = ++this.#turns
    this.#channel.postMessage({ kind: 'turn', number } satisfies ThreadCall)
    return waitForTurns(() => this.#setup.turns.every((turn) => turn === number))
  }

  /** False when a task of the run is still in there: the pool must not be used again. */
  endRun(): boolean {
    this.#link = null
    return this.#inPool === 0 && this.#waiting.size === 0 && this.#pool.threads.length === this.slotCount
  }

  start(task: TaskIndex): void {
    this.#waiting.add(task)
    this.#handOver()
    this.#failWaitingIfLost()
  }

  requestStop(task: TaskIndex): void {
    Atomics.store(this.#setup.stopFlags, task, 1)
    Atomics.notify(this.#setup.stopFlags, task)
    this.#channel.postMessage({ kind: 'stop' } satisfies ThreadCall)
  }

  forceStop(task: TaskIndex): 'ending' | 'abandoned' {
    const position = this.#positionOf(task)
    if (position < 0) {
      this.#waiting.delete(task)
      return 'abandoned'
    }
    const threadId = Atomics.load(this.#setup.claims, position)
    const worker = this.#pool.threads.find((thread) => thread.threadId === threadId)
    if (worker === undefined) return 'abandoned'
    // The pool notices, answers for the task, and puts a new thread in its place.
    void worker.terminate()
    return 'ending'
  }

  async close(): Promise<void> {
    this.#channel.close()
    this.#whenReady.promise.catch(() => undefined)
    this.#whenReady.reject(new Error(`Threads for "${this.id}" were closed`))
    await this.#pool.destroy()
  }

  /**
   * Gives the pool what its started threads have room for. The rest stays here, where it can be answered for: what lies in
   * the pool's own queue when a dead thread can't be replaced waits for ever.
   */
  #handOver(): void {
    for (const task of this.#waiting) {
      if (this.#inPool >= this.#startedThreads.size * this.#shape.tasksPerThread) return
      this.#waiting.delete(task)
      this.#runInPool(task)
    }
  }

  #runInPool(task: TaskIndex): void {
    const link = this.#requireLink()
    const runNumber = this.#runNumber
    this.#inPool++
    const end = (ending: ExecutionEnding): void => {
      this.#inPool--
      if (runNumber === this.#runNumber) this.#link?.ended(task, ending)
      this.#handOver()
    }
    this.#pool.run(link.orderFor(task)).then(end, (error: unknown) => end(this.#endingOfDeath(task, error)))
  }

  /** Replacements could not be started in the middle of a run, and nobody is left to do the work. */
  #failWaitingIfLost(): void {
    if (this.#pool.threads.length > 0) return
    const failure: TaskFailure = { name: 'ThreadEnded', message: 'No thread could be started for it' }
    for (const task of this.#waiting)
      queueMicrotask(() => this.#link?.ended(task, { kind: 'failed', failure }))
    this.#waiting.clear()
  }

  #requireLink(): RunLink {
    if (this.#link === null) throw new Error(`Expected a run to be under way on "${this.id}", got none`)
    return this.#link
  }

  /** The position of the thread whose code this task ran last; -1 when it is none's. */
  #positionOf(task: TaskIndex): number {
    for (let position = 0; position < this.slotCount; position++) {
      if (Atomics.load(this.#setup.lastTask, position) === task + 1) return position
    }
    return -1
  }

  #endingOfDeath(task: TaskIndex, error: unknown): ExecutionEnding {
    // The cause is whose code ran last. The others may try again: neighbours on a loop, and the task that was handed to a
    // thread which was just being ended for the sake of the one before.
    if (this.#positionOf(task) < 0) return { kind: 'interrupted' }
    return { kind: 'failed', failure: describeThreadEnd(error, this.#shape.memoryLimitMb) }
  }

  #forgetThreads(): void {
    const alive = new Set(this.#pool.threads.map((thread) => thread.threadId))
    for (const threadId of this.#startedThreads)
      if (!alive.has(threadId)) this.#startedThreads.delete(threadId)
    for (let position = 0; position < this.slotCount; position++) {
      const holder = Atomics.load(this.#setup.claims, position)
      if (holder !== 0 && !alive.has(holder)) Atomics.compareExchange(this.#setup.claims, position, holder, 0)
    }
    this.#failWaitingIfLost()
  }
}
