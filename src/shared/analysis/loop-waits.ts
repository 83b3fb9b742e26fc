import type { Run } from '../model/run.ts'
import { sliceKind } from '../model/slice.ts'
import type { SlotIndex, TaskIndex } from '../model/ids.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'
import type { CoveredTime } from './covered-time.ts'
import { orderBy } from './order-by.ts'
import type { RunExtent } from './run-extent.ts'

/** Time in which a loop had tasks in progress, but ran none, by what they were waiting for; what is missing is not known. */
export interface LoopWaits {
  readonly timerMs: Milliseconds
  readonly ioMs: Milliseconds
}

/** Counts how many stretches are open as time goes on. */
class OpenCount {
  readonly #beginsMs: Float64Array
  readonly #endsMs: Float64Array
  #begun = 0
  #ended = 0

  constructor(begins: Float64Array, ends: Float64Array) {
    this.#beginsMs = begins.sort()
    this.#endsMs = ends.sort()
  }

  get open(): number {
    return this.#begun - this.#ended
  }

  get nextMs(): RunMs {
    return Math.min(this.#beginsMs[this.#begun] ?? Infinity, this.#endsMs[this.#ended] ?? Infinity)
  }

  advanceTo(atMs: RunMs): void {
    while ((this.#beginsMs[this.#begun] ?? Infinity) <= atMs) this.#begun++
    while ((this.#endsMs[this.#ended] ?? Infinity) <= atMs) this.#ended++
  }
}

function waitsOfKind({ slices }: Run, slot: SlotIndex, kind: number): OpenCount {
  const begins = new Float64Array(slices.count)
  const ends = new Float64Array(slices.count)
  let count = 0
  for (let row = 0; row < slices.count; row++) {
    if (slices.kind[row] !== kind || slices.slot[row] !== slot) continue
    begins[count] = slices.fromMs[row] as number
    ends[count++] = slices.toMs[row] as number
  }
  return new OpenCount(begins.subarray(0, count), ends.subarray(0, count))
}

/** The tasks in progress, and how they divided all of their waiting: each adds 1 to the sum of the three. */
class WaitingTasks {
  timer = 0
  io = 0
  unknown = 0
  readonly #run: Run
  readonly #byStart: Int32Array
  readonly #byEnd: Int32Array
  readonly #endsMs: Float64Array
  #begun = 0
  #ended = 0

  constructor(run: Run, byStart: Int32Array, endMsOf: (task: TaskIndex) => RunMs) {
    this.#run = run
    this.#byStart = byStart
    this.#endsMs = new Float64Array(run.tasks.count)
    for (const task of byStart) this.#endsMs[task] = endMsOf(task)
    this.#byEnd = orderBy(byStart.slice(), this.#endsMs)
  }

  get inProgress(): number {
    return this.#begun - this.#ended
  }

  get nextMs(): RunMs {
    const begins = this.#byStart[this.#begun]
    const ends = this.#byEnd[this.#ended]
    return Math.min(
      begins === undefined ? Infinity : (this.#run.tasks.startedMs[begins] as number),
      ends === undefined ? Infinity : (this.#endsMs[ends] as number),
    )
  }

  advanceTo(atMs: RunMs): void {
    for (let next = this.#byStart[this.#begun]; next !== undefined; next = this.#byStart[this.#begun]) {
      if ((this.#run.tasks.startedMs[next] as number) > atMs) break
      this.#change(next, 1)
      this.#begun++
    }
    for (let next = this.#byEnd[this.#ended]; next !== undefined; next = this.#byEnd[this.#ended]) {
      if ((this.#endsMs[next] as number) > atMs) break
      this.#change(next, -1)
      this.#ended++
    }
    // Sums of parts drift by rounding; with nobody in progress, what they should be is known.
    if (this.inProgress === 0) this.timer = this.io = this.unknown = 0
  }

  #change(task: TaskIndex, sign: 1 | -1): void {
    const timerMs = this.#run.tasks.timerMs[task] as number
    const waitedMs = timerMs + (this.#run.tasks.ioMs[task] as number)
    if (!(waitedMs > 0)) {
      this.unknown += sign
      return
    }
    this.timer += (sign * timerMs) / waitedMs
    this.io += sign * (1 - timerMs / waitedMs)
  }
}

/**
 * Divides the time in which tasks were in progress on a loop, and it was not `busy`, among what they waited for. At each moment the
 * tasks that a slice says were waiting share it alike; where no slice says so, all tasks in progress do, each as it divided all of its
 * waiting.
 */
export function loopWaits(
  run: Run,
  slot: SlotIndex,
  byStart: Int32Array,
  endMsOf: (task: TaskIndex) => RunMs,
  busy: CoveredTime,
  extent: RunExtent,
): LoopWaits {
  const tasks = new WaitingTasks(run, byStart, endMsOf)
  const timers = waitsOfKind(run, slot, sliceKind.timerWait)
  const ios = waitsOfKind(run, slot, sliceKind.ioWait)
  const sources = [tasks, timers, ios]
  let timerMs = 0
  let ioMs = 0
  let atMs = extent.fromMs
  while (atMs < extent.toMs) {
    for (const source of sources) source.advanceTo(atMs)
    const nextMs = Math.min(extent.toMs, tasks.nextMs, timers.nextMs, ios.nextMs)
    if (tasks.inProgress > 0) {
      const freeMs = nextMs - atMs - busy.within(atMs, nextMs)
      const isTold = timers.open + ios.open > 0
      const timer = isTold ? timers.open : tasks.timer
      const io = isTold ? ios.open : tasks.io
      const all = timer + io + (isTold ? 0 : tasks.unknown)
      timerMs += (freeMs * timer) / all
      ioMs += (freeMs * io) / all
    }
    atMs = nextMs
  }
  return { timerMs, ioMs }
}
