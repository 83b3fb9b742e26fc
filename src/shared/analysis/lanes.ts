import type { SlotIndex, TaskIndex } from '../model/ids.ts'
import type { Slot } from '../model/slot.ts'
import { eventField, eventKind, eventWidth } from '../model/task-event.ts'
import type { TaskTable } from '../model/task-table.ts'
import type { RunMs } from '../model/units.ts'
import { orderBy } from './order-by.ts'

/** Most sub-lanes that an event loop's overlapping tasks are spread over; the others are counted together. */
export const mostSubLanes = 64

/** Tasks in order of their start. Grows in place; `count` of them are in use. */
export interface TaskList {
  tasks: Int32Array
  count: number
}

/** Where the tasks of one slot are drawn. */
export interface SlotLanes {
  readonly slot: SlotIndex
  readonly isShared: boolean
  /** Always one or more: a lane does not disappear when it is idle. Tasks of one sub-lane do not overlap. */
  readonly subLanes: TaskList[]
  /** Tasks that found every sub-lane taken. */
  readonly overflow: TaskList
}

export interface LaneLayout {
  readonly slots: readonly SlotLanes[]
  /** Sub-lane of each task; -1: not placed (yet), `mostSubLanes`: in the overflow. */
  readonly subLane: Int8Array
  /** A start from before one that was placed already, or a start taken back: `layoutLanes` must run anew. */
  isStale: boolean
}

function emptyList(): TaskList {
  return { tasks: new Int32Array(16), count: 0 }
}

function append(list: TaskList, task: TaskIndex): void {
  if (list.count === list.tasks.length) {
    const grown = new Int32Array(list.count * 2)
    grown.set(list.tasks)
    list.tasks = grown
  }
  list.tasks[list.count++] = task
}

function emptyLayout(slots: readonly Slot[], taskCount: number): LaneLayout {
  return {
    slots: slots.map((slot, index) => ({
      slot: index,
      isShared: slot.isShared,
      subLanes: [emptyList()],
      overflow: emptyList(),
    })),
    subLane: new Int8Array(taskCount).fill(-1),
    isStale: false,
  }
}

/** The first sub-lane whose last task had ended by then; the overflow when all are taken. */
function freeSubLane(lanes: SlotLanes, tasks: TaskTable, startedMs: RunMs): number {
  if (!lanes.isShared) return 0
  for (let position = 0; position < lanes.subLanes.length; position++) {
    const list = lanes.subLanes[position] as TaskList
    if (list.count === 0) return position
    // Not finished is NaN, and NaN is not at or before anything.
    if ((tasks.finishedMs[list.tasks[list.count - 1] as number] as number) <= startedMs) return position
  }
  return Math.min(lanes.subLanes.length, mostSubLanes)
}

function place(layout: LaneLayout, tasks: TaskTable, task: TaskIndex): void {
  const lanes = layout.slots[tasks.slot[task] as number]
  if (lanes === undefined)
    throw new Error(`Expected a slot 0–${layout.slots.length - 1}, got ${tasks.slot[task]}`)
  const subLane = freeSubLane(lanes, tasks, tasks.startedMs[task] as number)
  layout.subLane[task] = subLane
  if (subLane === lanes.subLanes.length && subLane < mostSubLanes) lanes.subLanes.push(emptyList())
  append(lanes.subLanes[subLane] ?? lanes.overflow, task)
}

/** Spreads every started task over its slot's lanes: in order of start, each in the first sub-lane that is free. */
export function layoutLanes(slots: readonly Slot[], tasks: TaskTable): LaneLayout {
  const layout = emptyLayout(slots, tasks.count)
  const started = new Int32Array(tasks.count)
  let count = 0
  let isInOrder = true
  // Slots know nothing of each other: it is enough that the tasks of each are in order.
  const lastMs = new Float64Array(slots.length).fill(-Infinity)
  for (let task = 0; task < tasks.count; task++) {
    const startedMs = tasks.startedMs[task] as number
    const slot = tasks.slot[task] as number
    if (Number.isNaN(startedMs) || slot < 0) continue
    if (startedMs < (lastMs[slot] as number)) isInOrder = false
    lastMs[slot] = startedMs
    started[count++] = task
  }
  const order = started.subarray(0, count)
  // Ties keep the plan's order.
  if (!isInOrder) orderBy(order, tasks.startedMs)
  for (const task of order) place(layout, tasks, task)
  return layout
}

function lastStartMs(lanes: SlotLanes, tasks: TaskTable): RunMs {
  let lastMs = -Infinity
  for (const list of lanes.subLanes) {
    if (list.count === 0) continue
    lastMs = Math.max(lastMs, tasks.startedMs[list.tasks[list.count - 1] as number] as number)
  }
  return lastMs
}

/** Adds the tasks that these records started. The records have been folded into `tasks` already. */
export function extendLanes(layout: LaneLayout, tasks: TaskTable, events: Float64Array): void {
  for (let at = 0; at < events.length; at += eventWidth) {
    const kind = events[at + eventField.kind]
    const task = events[at + eventField.task] as number
    if (kind === eventKind.requeued) layout.isStale = true
    if (kind !== eventKind.started) continue
    const startedMs = tasks.startedMs[task] as number
    if (Number.isNaN(startedMs)) continue
    const lanes = layout.slots[tasks.slot[task] as number]
    if (layout.subLane[task] !== -1 || (lanes !== undefined && startedMs < lastStartMs(lanes, tasks))) {
      layout.isStale = true
    } else place(layout, tasks, task)
  }
}

/** Position of the first task in a list that starts after `atMs`; the list's `count` when none does. */
export function firstStartAfter(list: TaskList, tasks: TaskTable, atMs: RunMs): number {
  let low = 0
  let high = list.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tasks.startedMs[list.tasks[middle] as number] as number) <= atMs) low = middle + 1
    else high = middle
  }
  return low
}
