import type { BlockedInterval } from '#shared/analysis/blocked-loop.ts'
import { firstStartAfter, mostSubLanes, type LaneLayout, type TaskList } from '#shared/analysis/lanes.ts'
import type { SlotIndex, TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { TaskTable } from '#shared/model/task-table.ts'
import type { RunMs } from '#shared/model/units.ts'
import { laneAt, type LaneRows } from './lane-rows.ts'
import type { TimeScale } from './time-scale.ts'

/** What is under the mouse in the tasks track. */
export type Hit =
  | { readonly kind: 'task'; readonly task: TaskIndex }
  /** Tasks too narrow to tell apart at this zoom; `task` is the first. */
  | { readonly kind: 'several'; readonly task: TaskIndex; readonly count: number }
  | { readonly kind: 'overflow'; readonly slot: SlotIndex; readonly running: number }
  /** A loop, while one task held it for too long. */
  | { readonly kind: 'blocked'; readonly interval: BlockedInterval }

/** How far from a narrow span the mouse may be, in pixels. */
const reachPx = 3

/** When a task ends, or until when it has been running. */
export function endMs(tasks: TaskTable, task: TaskIndex, nowMs: RunMs): RunMs {
  const finishedMs = tasks.finishedMs[task] as number
  return Number.isNaN(finishedMs) ? nowMs : finishedMs
}

function inLane(list: TaskList, { tasks, nowMs }: Run, scale: TimeScale, x: number): Hit | null {
  const column = Math.floor(x)
  const first = firstStartAfter(list, tasks, scale.ms(column))
  const beyond = firstStartAfter(list, tasks, scale.ms(column + 1))
  if (beyond - first > 1) return { kind: 'several', task: list.tasks[first] as number, count: beyond - first }
  const position = firstStartAfter(list, tasks, scale.ms(x)) - 1
  const before = position >= 0 ? (list.tasks[position] as number) : null
  if (before !== null && scale.x(endMs(tasks, before, nowMs)) + 1 >= x) return { kind: 'task', task: before }
  const after = position + 1 < list.count ? (list.tasks[position + 1] as number) : null
  const toBefore = before === null ? Infinity : x - scale.x(endMs(tasks, before, nowMs))
  const toAfter = after === null ? Infinity : scale.x(tasks.startedMs[after] as number) - x
  if (Math.min(toBefore, toAfter) > reachPx) return null
  return { kind: 'task', task: (toAfter < toBefore ? after : before) as number }
}

/** The stretch in which somebody held a slot's loop for too long at a time; undefined: nobody did. `blocked` is in order of time. */
export function blockedAt(
  blocked: readonly BlockedInterval[],
  slot: SlotIndex,
  atMs: RunMs,
): BlockedInterval | undefined {
  return blocked.find((one) => one.slot === slot && one.fromMs <= atMs && atMs <= one.toMs)
}

/** The task, or tasks, at a point of the tasks track; else the stretch in which its loop was held. */
export function findTask(
  run: Run,
  blocked: readonly BlockedInterval[],
  layout: LaneLayout,
  rows: LaneRows,
  scale: TimeScale,
  x: number,
  y: number,
): Hit | null {
  const lane = laneAt(rows, y)
  const lanes = lane && layout.slots[lane.row.slot]
  if (!lanes) return null
  if (lane.subLane < mostSubLanes) {
    const list = lanes.subLanes[lane.subLane]
    const hit = list === undefined ? null : inLane(list, run, scale, x)
    const interval = hit === null ? blockedAt(blocked, lanes.slot, scale.ms(x)) : undefined
    return interval === undefined ? hit : { kind: 'blocked', interval }
  }
  const atMs = scale.ms(x)
  let running = 0
  for (let position = firstStartAfter(lanes.overflow, run.tasks, atMs) - 1; position >= 0; position--) {
    if (endMs(run.tasks, lanes.overflow.tasks[position] as number, run.nowMs) > atMs) running++
  }
  return running === 0 ? null : { kind: 'overflow', slot: lanes.slot, running }
}
