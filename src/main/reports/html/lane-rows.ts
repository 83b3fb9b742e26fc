import { laneGap, laneHeight, laneMargin, stackLanes } from '#shared/analysis/lane-geometry.ts'
import type { LaneLayout, SlotLanes } from '#shared/analysis/lanes.ts'

/** Where one slot's lanes are, in CSS pixels from the top of the track. */
export interface SlotRow {
  readonly lanes: SlotLanes
  readonly top: number
  readonly laneHeight: number
  /** From one sub-lane's top to the next one's. */
  readonly pitch: number
  /** The row that counts the tasks beyond the last sub-lane; null: there are none. */
  readonly overflowTop: number | null
  readonly height: number
}

/** One drawing. */
export interface LaneRows {
  readonly rows: readonly SlotRow[]
  readonly height: number
}

/** What fits on a printed page, and holds the largest slot. */
const mostHeight = 640

function rowOf(lanes: SlotLanes, top: number): SlotRow {
  const { overflowOffset, ...stack } = stackLanes(lanes)
  return { lanes, top, overflowTop: overflowOffset === null ? null : top + overflowOffset, ...stack }
}

/** Stacks the slots' lanes, as the window does, in drawings that fit on a page each. Always one or more. */
export function placeRows(layout: LaneLayout): LaneRows[] {
  const drawings: LaneRows[] = []
  let rows: SlotRow[] = []
  let bottom = laneMargin
  const close = (): void => {
    drawings.push({ rows, height: bottom + laneMargin - laneGap })
    rows = []
    bottom = laneMargin
  }
  // Drawings of about the same height: none is left with the last lane or two.
  const total = layout.slots.reduce((sum, lanes) => sum + stackLanes(lanes).height, 0)
  const limit = Math.min(
    mostHeight,
    total / Math.ceil(total / (mostHeight - laneMargin)) + laneHeight + laneMargin,
  )
  for (const lanes of layout.slots) {
    if (rows.length > 0 && bottom + stackLanes(lanes).height > limit) close()
    const row = rowOf(lanes, bottom)
    rows.push(row)
    bottom += row.height
  }
  close()
  return drawings
}
