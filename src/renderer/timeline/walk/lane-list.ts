import type { LaneLayout, TaskList } from '#shared/analysis/lanes.ts'
import { mostSubLanes } from '#shared/analysis/lanes.ts'
import type { SlotIndex, TaskIndex } from '#shared/model/ids.ts'
import type { TaskTable } from '#shared/model/task-table.ts'
import type { RunMs } from '#shared/model/units.ts'

/** One lane of the picture, top to bottom: a slot's own, one of a loop's several, or the row of those beyond them. */
export interface Lane {
  readonly slot: SlotIndex
  /** `mostSubLanes`: the tasks that found every lane of their loop taken. */
  readonly subLane: number
  /** In order of their start; but for those beyond the last lane, they do not overlap. */
  readonly list: TaskList
}

/** A task by where it stands in the picture. */
export interface LanePlace {
  readonly lane: number
  /** In its lane's list. */
  readonly position: number
}

/** All lanes from top to bottom. They grow in place while the run goes on. */
export function lanesOf({ slots }: LaneLayout): readonly Lane[] {
  return slots.flatMap(({ slot, subLanes, overflow }) => [
    ...subLanes.map((list, subLane): Lane => ({ slot, subLane, list })),
    ...(overflow.count === 0 ? [] : [{ slot, subLane: mostSubLanes, list: overflow }]),
  ])
}

/** Position of the first task of a list that starts at or after a time; the list's `count` when none does. */
export function firstStartFrom({ tasks, count }: TaskList, { startedMs }: TaskTable, atMs: RunMs): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((startedMs[tasks[middle] as number] as number) < atMs) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a task stands; null: it is in no lane (yet). */
export function placeOf(
  lanes: readonly Lane[],
  layout: LaneLayout,
  table: TaskTable,
  task: TaskIndex,
): LanePlace | null {
  const subLane = layout.subLane[task] ?? -1
  if (subLane < 0) return null
  const at = lanes.findIndex((lane) => lane.slot === table.slot[task] && lane.subLane === subLane)
  const list = lanes[at]?.list
  if (list === undefined) return null
  // Several may start at once.
  for (
    let position = firstStartFrom(list, table, table.startedMs[task] as number);
    position < list.count;
    position++
  ) {
    if (list.tasks[position] === task) return { lane: at, position }
  }
  return null
}
