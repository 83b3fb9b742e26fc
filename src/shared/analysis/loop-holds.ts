import type { SlotIndex, TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import { sliceKind } from '../model/slice.ts'
import type { RunMs } from '../model/units.ts'
import { orderBy } from './order-by.ts'
import { countUpTo } from './queue-depth.ts'

/** The stretches in which one task at a time held a loop, in order of time. Row = stretch. */
export interface LoopHolds {
  readonly task: Int32Array
  readonly fromMs: Float64Array
  readonly toMs: Float64Array
}

interface Rows {
  readonly task: number[]
  readonly fromMs: number[]
  readonly toMs: number[]
}

/** True where a task gives its loop away while it waits; every other form holds its thread from start to finish. */
export function sharesItsLoop(run: Run, task: TaskIndex): boolean {
  const { tasks, header } = run
  return (
    header.slots[tasks.slot[task] as number]?.isShared === true &&
    header.plan.groups[tasks.group[task] as number]?.kind === 'async'
  )
}

function ordered({ task, fromMs, toMs }: Rows): LoopHolds {
  const order = orderBy(Int32Array.from(fromMs.keys()), fromMs)
  return {
    task: Int32Array.from(order, (row) => task[row] as number),
    fromMs: Float64Array.from(order, (row) => fromMs[row] as number),
    toMs: Float64Array.from(order, (row) => toMs[row] as number),
  }
}

/**
 * By shared slot: who held its loop, and when. Async tasks by the stretches in which they ran, where those were recorded;
 * blocking and computing tasks for the whole of their run time, up to now where they still run.
 */
export function loopHolds(run: Run): ReadonlyMap<SlotIndex, LoopHolds> {
  const { tasks, slices, header } = run
  const bySlot = new Map<SlotIndex, Rows>()
  for (const slot of header.slots) {
    if (slot.isShared) bySlot.set(slot.index, { task: [], fromMs: [], toMs: [] })
  }
  if (bySlot.size === 0) return new Map()
  const add = (slot: SlotIndex, task: TaskIndex, fromMs: RunMs, toMs: RunMs): void => {
    const rows = bySlot.get(slot)
    if (rows === undefined || !(toMs > fromMs)) return
    rows.task.push(task)
    rows.fromMs.push(fromMs)
    rows.toMs.push(toMs)
  }
  for (let row = 0; row < slices.count; row++) {
    if (slices.kind[row] !== sliceKind.ran) continue
    add(
      slices.slot[row] as number,
      slices.task[row] as number,
      slices.fromMs[row] as number,
      slices.toMs[row] as number,
    )
  }
  for (let task = 0; task < tasks.count; task++) {
    const slot = tasks.slot[task] as number
    if (!bySlot.has(slot) || sharesItsLoop(run, task)) continue
    const finishedMs = tasks.finishedMs[task] as number
    add(slot, task, tasks.startedMs[task] as number, Number.isNaN(finishedMs) ? run.nowMs : finishedMs)
  }
  return new Map([...bySlot].map(([slot, rows]) => [slot, ordered(rows)]))
}

/** Row of the stretch that began last before `atMs`; -1: none did. */
export function lastHoldBefore(holds: LoopHolds, atMs: RunMs): number {
  let row = countUpTo(holds.fromMs, atMs) - 1
  while (row >= 0 && (holds.fromMs[row] as number) >= atMs) row--
  return row
}
