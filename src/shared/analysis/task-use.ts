import type { TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import { sliceKind } from '../model/slice.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'
import type { CoveredTime } from './covered-time.ts'
import { sharesItsLoop } from './loop-holds.ts'
import { TaskSlices } from './task-slices.ts'

/** What a task did with a stretch of its run time. What is missing to the stretch's length is not known. */
export interface TaskUse {
  readonly onCpuMs: Milliseconds
  /** Ready without a core. */
  readonly withoutCoreMs: Milliseconds
  /** Ready, but another task had the loop. */
  readonly heldMs: Milliseconds
  readonly timerMs: Milliseconds
  readonly ioMs: Milliseconds
}

type Use = { -readonly [Part in keyof TaskUse]: TaskUse[Part] }
const useParts = ['onCpuMs', 'withoutCoreMs', 'heldMs', 'timerMs', 'ioMs'] as const

const nothing = (): Use => ({ onCpuMs: 0, withoutCoreMs: 0, heldMs: 0, timerMs: 0, ioMs: 0 })

const sum = (use: TaskUse): Milliseconds => useParts.reduce((total, part) => total + use[part], 0)

/** A task's totals, NaN where they were not read. On a loop, its time without a core is not told from the wait for the loop. */
function totalUse(run: Run, task: TaskIndex): TaskUse {
  const { tasks } = run
  const readyMs = tasks.readyMs[task] as number
  const isShared = sharesItsLoop(run, task)
  return {
    onCpuMs: tasks.onCpuMs[task] as number,
    withoutCoreMs: isShared ? 0 : readyMs,
    heldMs: isShared ? readyMs : 0,
    timerMs: tasks.timerMs[task] as number,
    ioMs: tasks.ioMs[task] as number,
  }
}

/** Adds the share of a stretch's time that lies between two times to one part of a use. */
function addWithin(
  use: Use,
  part: keyof TaskUse,
  spentMs: number,
  stretch: { readonly fromMs: RunMs; readonly toMs: RunMs },
  fromMs: RunMs,
  toMs: RunMs,
): void {
  const lengthMs = stretch.toMs - stretch.fromMs
  const withinMs = Math.min(stretch.toMs, toMs) - Math.max(stretch.fromMs, fromMs)
  if (lengthMs > 0 && withinMs > 0 && spentMs > 0) use[part] += (spentMs * withinMs) / lengthMs
}

/** Position in `rows` of the first slice that ends after `atMs`. */
function firstEndingAfter(run: Run, rows: Int32Array, atMs: RunMs): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((run.slices.toMs[rows[middle] as number] as number) <= atMs) low = middle + 1
    else high = middle
  }
  return low
}

/** What the task's slices say about the time between two times, no moment twice. */
function slicedUse(run: Run, task: TaskIndex, rows: Int32Array, fromMs: RunMs, toMs: RunMs): Use {
  const { slices } = run
  const use = nothing()
  const first = firstEndingAfter(run, rows, fromMs)
  const before = rows[first - 1]
  let toldMs = before === undefined ? (run.tasks.startedMs[task] as number) : (slices.toMs[before] as number)
  for (const row of rows.subarray(first)) {
    const beginMs = slices.fromMs[row] as number
    const stretch = { fromMs: Math.max(toldMs, beginMs), toMs: slices.toMs[row] as number }
    const kind = slices.kind[row]
    if (kind === sliceKind.ran) {
      const readyMs = slices.readyMs[row] as number
      const held = { fromMs: Math.max(toldMs, beginMs - (readyMs > 0 ? readyMs : 0)), toMs: stretch.fromMs }
      addWithin(use, 'heldMs', held.toMs - held.fromMs, held, fromMs, toMs)
    }
    if (beginMs >= toMs) break
    const lengthMs = stretch.toMs - stretch.fromMs
    if (kind === sliceKind.timerWait) addWithin(use, 'timerMs', lengthMs, stretch, fromMs, toMs)
    else if (kind === sliceKind.ioWait) addWithin(use, 'ioMs', lengthMs, stretch, fromMs, toMs)
    else addWithin(use, 'onCpuMs', slices.onCpuMs[row] as number, stretch, fromMs, toMs)
    if (kind === sliceKind.computed)
      addWithin(use, 'withoutCoreMs', slices.readyMs[row] as number, stretch, fromMs, toMs)
    toldMs = Math.max(toldMs, stretch.toMs)
  }
  return use
}

/** Tells what tasks did with parts of their run time. */
export class TaskUses {
  readonly #run: Run
  readonly #slices: TaskSlices
  /** By task that was asked for: what its slices say about all of its run time. */
  readonly #whole = new Map<TaskIndex, TaskUse>()

  constructor(run: Run) {
    this.#run = run
    this.#slices = new TaskSlices(run)
  }

  /**
   * What a task did between two times of its run time: what its slices say, and of the rest of its totals as much as the time that
   * they leave open is of all such time. A slice may cover short stretches of another kind; what all slices of a kind claim beyond
   * the total is open, too. Over the whole run time, it is the totals.
   */
  within(task: TaskIndex, fromMs: RunMs, toMs: RunMs): TaskUse {
    const startedMs = this.#run.tasks.startedMs[task] as number
    const finishedMs = this.#run.tasks.finishedMs[task] as number
    const total = totalUse(this.#run, task)
    if (fromMs <= startedMs && toMs >= finishedMs && !Number.isNaN(sum(total))) return total
    const rows = this.#slices.of(task)
    const whole = this.#whole.get(task) ?? slicedUse(this.#run, task, rows, startedMs, finishedMs)
    this.#whole.set(task, whole)
    const here = slicedUse(this.#run, task, rows, fromMs, toMs)
    const use = nothing()
    let claimedMs = 0
    for (const part of useParts) {
      const isTooMuch = whole[part] > total[part]
      const claim = isTooMuch ? total[part] / whole[part] : 1
      use[part] = here[part] * claim
      claimedMs += whole[part] * claim
    }
    const openMs = finishedMs - startedMs - claimedMs
    const openShare = openMs > 0 ? Math.min(1, Math.max(0, toMs - fromMs - sum(use)) / openMs) : 0
    for (const part of useParts) {
      const isMissing = total[part] > whole[part]
      if (isMissing) use[part] += (total[part] - whole[part]) * openShare
    }
    return use
  }

  /** How much of the time in which a loop collected garbage was CPU time that an async task gave for it between two times. */
  collectedWithin(task: TaskIndex, fromMs: RunMs, toMs: RunMs, collections: CoveredTime): Milliseconds {
    const { slices } = this.#run
    const rows = this.#slices.of(task)
    let collectedMs = 0
    for (const row of rows.subarray(firstEndingAfter(this.#run, rows, fromMs))) {
      const beginMs = slices.fromMs[row] as number
      if (beginMs >= toMs) break
      const endMs = slices.toMs[row] as number
      const onCpuMs = slices.onCpuMs[row] as number
      if (slices.kind[row] !== sliceKind.ran || !(onCpuMs > 0)) continue
      const withinMs = collections.within(Math.max(fromMs, beginMs), Math.min(toMs, endMs))
      collectedMs += (withinMs * onCpuMs) / (endMs - beginMs)
    }
    return collectedMs
  }
}
