import { join } from 'node:path'
import process from 'node:process'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { Detail } from '#shared/model/run-options.ts'
import type { ExecutorId } from '#shared/model/strategy.ts'
import { eventField, eventWidth, isSliceKind } from '#shared/model/task-event.ts'
import { allocateRing, RingWriter, type RingMemory } from '#shared/rings/record-ring.ts'
import { monotonicOffsetMs } from '../platform/monotonic-clock.ts'
import {
  describeEnding,
  type LaunchNode,
  type NodeProcess,
  type ProcessEnding,
} from '../platform/node-process.ts'
import { sharedInts } from '../platform/shared-ints.ts'
import { detailVariable, type ProcessReport, type TaskOrder, type TurnCall } from '../workloads/task-order.ts'
import { createDeferred, type Deferred } from './deferred.ts'
import type { ExecutionEnding } from '#shared/scheduling/executor.ts'
import { waitForTurns } from './turn-patience.ts'
import type { PooledExecutor, RunLink } from './pooled-executor.ts'

export interface ProcessPoolShape {
  readonly id: ExecutorId
  readonly processes: number
  readonly memoryLimitMb: number
  readonly detail: Detail
  readonly entriesFolder: string
}

const ringRecords = 8192

/** What the app's list of its processes calls one that runs tasks. */
export const taskProcessName = 'Taskscope tasks'

/** One child process at a stable place, replaced when it dies. */
interface Place {
  readonly child: NodeProcess
  /** `ending`: it was killed, and gets no more tasks. `lost`: it could not be started, and nobody takes its place. */
  phase: 'starting' | 'ready' | 'ending' | 'lost'
  task: TaskIndex | null
}

function describeDeath(ending: ProcessEnding, memoryLimitMb: number): string {
  // That is how V8 ends a process whose heap is full; it says so on standard error, which nobody reads here.
  const isAbort = ending.kind === 'killed' && ending.signal === 'SIGABRT'
  const reason = isAbort ? `, as when it reaches its memory limit of ${memoryLimitMb} MiB` : ''
  return `${describeEnding(ending)}${reason}`
}

function failure(message: string): ExecutionEnding {
  return { kind: 'failed', failure: { name: 'ProcessEnded', message } }
}

/** Runs tasks in child processes, one task each. Outlives runs, like the thread pools. */
export class ProcessPoolExecutor implements PooledExecutor {
  readonly id: ExecutorId
  readonly capacity: number
  readonly slotCount: number
  readonly rings: readonly RingMemory[]
  readonly systemThreadIds: Int32Array
  readonly loopBeats = null
  readonly #shape: ProcessPoolShape
  readonly #launch: LaunchNode
  readonly #writers: readonly RingWriter[]
  readonly #places: Place[]
  readonly #whenReady: Deferred<void> = createDeferred()
  /** Turns a reading of the machine's monotonic clock into one of this process's `performance.now()`. */
  readonly #clockOffsetMs = monotonicOffsetMs()
  /** Tasks that wait for a replaced child to be ready. */
  readonly #waiting: TaskIndex[] = []
  readonly #exits = new Set<Promise<void>>()
  /** Children that were asked to let their loops turn and have not said that they did. */
  readonly #turning = new Set<NodeProcess>()
  #link: RunLink | null = null
  #isClosed = false

  constructor(shape: ProcessPoolShape, launch: LaunchNode) {
    this.#shape = shape
    this.#launch = launch
    this.id = shape.id
    this.slotCount = shape.processes
    this.capacity = shape.processes
    this.rings = Array.from({ length: shape.processes }, () => allocateRing(eventWidth, ringRecords))
    this.systemThreadIds = sharedInts(shape.processes)
    this.#writers = this.rings.map((ring) => new RingWriter(ring))
    this.#places = this.rings.map((_, position) => this.#occupy(position))
    // A child that computes does not notice that its parent is gone.
    process.once('exit', this.#killAll)
  }

  get childProcessIds(): readonly number[] {
    return this.#places.flatMap(({ child: { processId } }) => (processId === null ? [] : [processId]))
  }

  ready(): Promise<void> {
    return this.#whenReady.promise
  }

  beginRun(link: RunLink): void {
    this.#link = link
  }

  letLoopsTurn(): Promise<void> {
    const asked = this.#places.filter(({ phase }) => phase === 'ready')
    for (const { child } of asked) {
      this.#turning.add(child)
      child.send({ kind: 'turn' } satisfies TurnCall)
    }
    return waitForTurns(() => asked.every(({ child }) => !this.#turning.has(child)))
  }

  endRun(): boolean {
    this.#link = null
    return (
      this.#waiting.length === 0 && this.#places.every(({ phase, task }) => phase !== 'lost' && task === null)
    )
  }

  start(task: TaskIndex): void {
    this.#waiting.push(task)
    this.#assign()
    this.#failWaitingIfLost()
  }

  requestStop(task: TaskIndex): void {
    // It would not hear: a child that computes does not look at its messages.
    this.forceStop(task)
  }

  forceStop(task: TaskIndex): 'ending' | 'abandoned' {
    const place = this.#places.find((candidate) => candidate.task === task)
    if (place !== undefined) {
      // Its answer may be under way: what comes next must not be handed to a process that is about to die.
      place.phase = 'ending'
      place.child.kill()
      return 'ending'
    }
    const waitingAt = this.#waiting.indexOf(task)
    if (waitingAt >= 0) this.#waiting.splice(waitingAt, 1)
    return 'abandoned'
  }

  async close(): Promise<void> {
    this.#isClosed = true
    process.off('exit', this.#killAll)
    this.#whenReady.promise.catch(() => undefined)
    this.#whenReady.reject(new Error(`Child processes for "${this.id}" were closed`))
    this.#killAll()
    await Promise.all(this.#exits)
  }

  readonly #killAll = (): void => {
    for (const { child } of this.#places) child.kill()
  }

  #occupy(position: number): Place {
    const { entriesFolder, detail, memoryLimitMb } = this.#shape
    const exit: Deferred<void> = createDeferred()
    const child = this.#launch(
      {
        file: join(entriesFolder, 'task-process.js'),
        name: taskProcessName,
        variables: { [detailVariable]: detail },
        memoryLimitMb,
      },
      {
        started: (processId) => {
          if (this.#places[position]?.child === child) this.systemThreadIds[position] = processId
        },
        // Only `task-process.ts` has the other end.
        heard: (message) => this.#hear(position, child, message as ProcessReport),
        ended: (ending) => {
          exit.resolve()
          this.#leave(position, child, describeDeath(ending, memoryLimitMb))
        },
      },
    )
    // A process's first thread has the id of the process.
    this.systemThreadIds[position] = child.processId ?? 0
    this.#exits.add(exit.promise)
    void exit.promise.then(() => this.#exits.delete(exit.promise))
    return { child, phase: 'starting', task: null }
  }

  #hear(position: number, child: NodeProcess, message: ProcessReport): void {
    const place = this.#places[position]
    if (place?.child !== child) return
    switch (message.kind) {
      case 'ready':
        place.phase = 'ready'
        if (this.#places.every(({ phase }) => phase === 'ready')) this.#whenReady.resolve()
        this.#assign()
        break
      case 'turned':
        this.#turning.delete(child)
        break
      case 'events':
        this.#record(position, message.records)
        break
      case 'ended':
        place.task = null
        this.#link?.ended(message.task, message.ending)
        this.#assign()
        break
    }
  }

  #record(position: number, records: Float64Array): void {
    const writer = this.#writers[position]
    if (writer === undefined || this.#link === null) return
    const toRunTimeMs = this.#clockOffsetMs + this.#link.originMs
    for (let from = 0; from < records.length; from += eventWidth) {
      const at = writer.claim()
      if (at < 0) continue
      writer.records.set(records.subarray(from, from + eventWidth), at)
      writer.records[at + eventField.atMs] = (records[from + eventField.atMs] as number) - toRunTimeMs
      if (isSliceKind(records[from + eventField.kind] as number))
        writer.records[at + eventField.value] = (records[from + eventField.value] as number) - toRunTimeMs
      writer.publish()
    }
  }

  #leave(position: number, child: NodeProcess, why: string): void {
    const place = this.#places[position]
    if (this.#isClosed || place?.child !== child) return
    if (place.phase === 'starting') {
      // It never came up; another would not either.
      place.phase = 'lost'
      this.#whenReady.reject(new Error(`A child process for "${this.id}" could not be started: ${why}`))
      this.#failWaitingIfLost()
      return
    }
    this.#turning.delete(child)
    const { task } = place
    this.#places[position] = this.#occupy(position)
    if (task !== null) this.#link?.ended(task, failure(`Its process ended in the middle of the task: ${why}`))
  }

  /** Replacements could not be started in the middle of a run, and nobody is left to do the work. */
  #failWaitingIfLost(): void {
    if (this.#places.some(({ phase }) => phase !== 'lost')) return
    for (const task of this.#waiting.splice(0)) {
      queueMicrotask(() => this.#link?.ended(task, failure('No child process could be started for it')))
    }
  }

  #assign(): void {
    for (const place of this.#places) {
      if (place.phase !== 'ready' || place.task !== null) continue
      const task = this.#waiting.shift()
      if (task === undefined) return
      if (this.#link === null) throw new Error(`Expected a run to be under way on "${this.id}", got none`)
      place.task = task
      const order: TaskOrder = this.#link.orderFor(task)
      place.child.send(order)
    }
  }
}
