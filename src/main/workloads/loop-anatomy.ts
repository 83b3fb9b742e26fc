import * as asyncHooks from 'node:async_hooks'
import type { TaskIndex } from '#shared/model/ids.ts'
import { sliceKind } from '#shared/model/slice.ts'
import type { CpuMeter } from './cpu-meter.ts'
import type { EventWriter } from './event-writer.ts'
import type { WaitReason } from './held-watch.ts'
import { SliceMerger } from './slice-merger.ts'

/** A shorter wait for events is no pause: the loop only looked, and there were some. */
const shortestPauseMs = 0.05
/** A stretch on the loop this long gets its own reading of CPU time; of a shorter one, all counts as on CPU. */
const shortestReadStretchMs = 1

/** One callback in so many is timed, to know what watching costs without doubling it. */
const timedOneIn = 32
/** Looking at a callback takes a microsecond or two: what took longer was the thread losing its core, or a collection. */
const longestLookMs = 0.02

/** The life of one async task on the loop, as it is put together. */
class LoopTask {
  onCpuMs = 0
  readyMs = 0
  timerMs = 0
  ioMs = 0
  readonly task: TaskIndex
  /** What it is suspended for when it is: the hooks see callbacks, the workload knows. */
  readonly waitsFor: WaitReason
  readonly slices: SliceMerger
  /** When its code last stopped running. */
  leftMs: number
  /** How long before its present stretch it was ready. */
  readyBeforeMs = 0

  constructor(task: TaskIndex, waitsFor: WaitReason, events: EventWriter, startedMs: number) {
    this.task = task
    this.waitsFor = waitsFor
    this.slices = new SliceMerger(events)
    this.slices.begin(task)
    this.leftMs = startedMs
  }
}

const owner = Symbol('task that a resource belongs to')
const due = Symbol('when a timer is due')

/** An async resource as we mark it. */
interface MarkedResource {
  /** The task in whose code it was made. */
  [owner]?: LoopTask
  /** A timer's due time. */
  [due]?: number
}

/** A timer of Node's, as its hook sees it. */
interface TimeoutResource extends MarkedResource {
  /** The delay that was asked for; Node sets it before it announces the resource. */
  readonly _idleTimeout?: number
}

/** Where the anatomy learns of its loop. */
export interface LoopSource {
  readonly hooks: Pick<typeof asyncHooks, 'createHook' | 'executionAsyncResource'>
  /** How long the loop has waited for events so far. */
  readonly idleMs: () => number
}

const thisLoop: LoopSource = { hooks: asyncHooks, idleMs: () => performance.nodeTiming.idleTime }

/**
 * Tells the async tasks of one loop apart: when each ran, was ready while another task had the loop, or was suspended.
 * Every async resource (timer, promise, socket) carries the task in whose code it was made; callbacks of a resource run on its
 * task's account (`node:async_hooks`).
 * A timer is ready from its due time on. When input arrives while the loop is busy, nobody in the process can know the moment:
 * the time since the loop last had a pause counts as ready, which is the most that it can have been.
 */
export class LoopAnatomy {
  readonly #events: EventWriter
  readonly #meter: CpuMeter
  readonly #nowMs: () => number
  readonly #loop: LoopSource
  readonly #tasks = new Map<TaskIndex, LoopTask>()
  /** Whose code runs, from the outside in. */
  readonly #stack: (LoopTask | null)[] = []
  #current: LoopTask | null = null
  #sinceMs = 0
  #cpuSince = 0
  #readySince = 0
  /** Since when the loop has had no pause, when its last callback ended, and how long it had waited for events by then. */
  #busySinceMs = 0
  #lastEndMs = 0
  #idleByThenMs = 0
  #watchingMs = 0
  /** Mean of the looks that were timed and not interrupted. */
  #typicalLookMs = 0
  #timedLooks = 0
  #callbacks = 0

  constructor(events: EventWriter, meter: CpuMeter, nowMs: () => number, loop: LoopSource = thisLoop) {
    this.#events = events
    this.#meter = meter
    this.#nowMs = nowMs
    this.#loop = loop
  }

  /** From now on every callback of the thread is looked at. Not to be undone: the thread is the loop's for good. */
  enable(): void {
    this.#busySinceMs = this.#lastEndMs = this.#nowMs()
    this.#idleByThenMs = this.#loop.idleMs()
    const { createHook, executionAsyncResource } = this.#loop.hooks
    createHook({
      init: (_id, type, _trigger, resource) => this.#mark(type, resource),
      before: () => this.#enter(executionAsyncResource()),
      after: () => this.#leave(),
    }).enable()
  }

  /**
   * About how much CPU time this has taken so far, in ms: what its own code takes for a typical callback, by one in so many that are
   * timed, times their number. What the runtime takes to call it is not in it.
   */
  get watchingMs(): number {
    return this.#watchingMs
  }

  /** Calls the task's code for the first time; what it sets going is its own. */
  run<Result>(task: TaskIndex, waitsFor: WaitReason, startedMs: number, code: () => Result): Result {
    const life = new LoopTask(task, waitsFor, this.#events, startedMs)
    this.#tasks.set(task, life)
    const outer = this.#current
    this.#switchTo(life, startedMs)
    try {
      return code()
    } finally {
      this.#switchTo(outer, this.#nowMs())
    }
  }

  /** The task has ended: writes what is left of its slices and gives its totals. */
  finish(task: TaskIndex): Pick<LoopTask, 'onCpuMs' | 'readyMs' | 'timerMs' | 'ioMs'> {
    const life = this.#tasks.get(task)
    if (life === undefined) throw new Error(`Expected task ${task} to be on the loop, got none`)
    this.#tasks.delete(task)
    life.slices.flush()
    return life
  }

  #mark(type: string, resource: MarkedResource): void {
    if (this.#current !== null) resource[owner] = this.#current
    if (type !== 'Timeout') return
    const delayMs = (resource as TimeoutResource)._idleTimeout
    if (delayMs !== undefined) resource[due] = this.#nowMs() + delayMs
  }

  #enter(resource: MarkedResource): void {
    const nowMs = this.#nowMs()
    if (this.#stack.length === 0) this.#notePause()
    this.#stack.push(this.#current)
    const marked = resource[owner]
    // What a task left behind when it ended is nobody's.
    const life = marked !== undefined && this.#tasks.get(marked.task) === marked ? marked : null
    if (life !== null && life !== this.#current) this.#resume(life, nowMs, resource[due])
    this.#switchTo(life, nowMs)
    if (++this.#callbacks % timedOneIn === 0) this.#countWatching(nowMs)
  }

  #countWatching(sinceMs: number): void {
    const tookMs = this.#nowMs() - sinceMs
    if (tookMs <= longestLookMs) this.#typicalLookMs += (tookMs - this.#typicalLookMs) / ++this.#timedLooks
    this.#watchingMs += this.#typicalLookMs * timedOneIn
  }

  /** What passed since the last callback was waiting for events, or lay with a thread that had no core. */
  #notePause(): void {
    const idleMs = this.#loop.idleMs()
    const pauseMs = idleMs - this.#idleByThenMs
    this.#idleByThenMs = idleMs
    if (pauseMs >= shortestPauseMs) this.#busySinceMs = this.#lastEndMs + pauseMs
  }

  #leave(): void {
    const nowMs = this.#nowMs()
    this.#switchTo(this.#stack.pop() ?? null, nowMs)
    if (this.#stack.length === 0) this.#lastEndMs = nowMs
    if (this.#callbacks % timedOneIn === 0) this.#countWatching(nowMs)
  }

  /** Accounts for the time in which the task did not run: suspended first, then ready. */
  #resume(life: LoopTask, nowMs: number, timerDueMs: number | undefined): void {
    const gapMs = nowMs - life.leftMs
    if (!(gapMs > 0)) {
      life.readyBeforeMs = 0
      return
    }
    // A library that is waiting for a socket has timers, too: when those are due says nothing about the socket.
    const dueMs = life.waitsFor === 'timer' ? timerDueMs : undefined
    const readyFromMs = Math.max(life.leftMs, this.#busySinceMs, dueMs ?? -Infinity)
    const readyMs = Math.max(0, nowMs - readyFromMs)
    const suspendedMs = gapMs - readyMs
    life.readyMs += readyMs
    life.readyBeforeMs = readyMs
    if (life.waitsFor === 'timer') life.timerMs += suspendedMs
    else life.ioMs += suspendedMs
    const kind = life.waitsFor === 'timer' ? sliceKind.timerWait : sliceKind.ioWait
    life.slices.add(kind, life.leftMs, life.leftMs + suspendedMs, NaN, NaN, 0)
  }

  #switchTo(next: LoopTask | null, nowMs: number): void {
    const last = this.#current
    if (last === next) return
    if (last !== null) this.#closeStretch(last, nowMs)
    this.#current = next
    if (next === null) return
    this.#sinceMs = nowMs
    if (this.#meter.ageMs(nowMs) >= shortestReadStretchMs) this.#meter.read(nowMs)
    this.#cpuSince = this.#meter.onCpuMs
    this.#readySince = this.#meter.readyMs
  }

  #closeStretch(life: LoopTask, nowMs: number): void {
    const lengthMs = nowMs - this.#sinceMs
    let onCpuMs = lengthMs
    let withoutCoreMs = 0
    if (lengthMs >= shortestReadStretchMs) {
      this.#meter.read(nowMs)
      const used = this.#meter.onCpuMs - this.#cpuSince
      if (!Number.isNaN(used)) onCpuMs = Math.min(lengthMs, used)
      const ready = this.#meter.readyMs - this.#readySince
      if (!Number.isNaN(ready)) withoutCoreMs = Math.min(lengthMs - onCpuMs, ready)
    }
    life.onCpuMs += onCpuMs
    life.readyMs += withoutCoreMs
    life.leftMs = nowMs
    life.slices.add(sliceKind.ran, this.#sinceMs, nowMs, onCpuMs, life.readyBeforeMs, life.readyBeforeMs)
    life.readyBeforeMs = 0
  }
}
