import { laneMargin, overflowHeight, stackLanes } from '#shared/analysis/lane-geometry.ts'
import { mostSubLanes, type LaneLayout } from '#shared/analysis/lanes.ts'
import type { SlotIndex, TaskIndex } from '#shared/model/ids.ts'

/** Where one slot's lanes are, in CSS pixels from the top of the tasks track. */
export interface SlotRow {
  readonly slot: SlotIndex
  readonly top: number
  readonly laneHeight: number
  /** From one sub-lane's top to the next one's. */
  readonly pitch: number
  readonly subLanes: number
  /** The row that counts the tasks beyond the last sub-lane; null: there are none. */
  readonly overflowTop: number | null
  readonly height: number
}

export interface LaneRows {
  readonly rows: readonly SlotRow[]
  readonly height: number
}

/** Stacks the slots' lanes. */
export function placeRows(layout: LaneLayout): LaneRows {
  let top = laneMargin
  const rows = layout.slots.map((lanes): SlotRow => {
    const { overflowOffset, ...stack } = stackLanes(lanes)
    const overflowTop = overflowOffset === null ? null : top + overflowOffset
    const row = { slot: lanes.slot, top, subLanes: lanes.subLanes.length, overflowTop, ...stack }
    top += row.height
    return row
  })
  return { rows, height: top + laneMargin }
}

/** The row and sub-lane at a height; `mostSubLanes` stands for the overflow. */
export function laneAt(
  { rows }: LaneRows,
  y: number,
): { readonly row: SlotRow; readonly subLane: number } | null {
  const row = rows.find((candidate) => y >= candidate.top && y < candidate.top + candidate.height)
  if (row === undefined) return null
  if (row.overflowTop !== null && y >= row.overflowTop) return { row, subLane: mostSubLanes }
  return { row, subLane: Math.min(row.subLanes - 1, Math.floor((y - row.top) / row.pitch)) }
}

/** Top and height of the lane that a task is drawn in; null: it is in none. */
export function taskBox(
  { rows }: LaneRows,
  layout: LaneLayout,
  slot: SlotIndex,
  task: TaskIndex,
): { readonly top: number; readonly height: number } | null {
  const row = rows[slot]
  const subLane = layout.subLane[task] ?? -1
  if (row === undefined || subLane < 0) return null
  if (subLane === mostSubLanes) return { top: row.overflowTop ?? row.top, height: overflowHeight }
  return { top: row.top + subLane * row.pitch, height: row.laneHeight }
}
