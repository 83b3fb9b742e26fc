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
}

/** One drawing. */
export interface LaneRows {
  readonly rows: readonly SlotRow[]
  readonly height: number
}

const laneHeight = 18
const laneGap = 2
const thinHeight = 7
const thinGap = 1
/** More sub-lanes than this are drawn thinner. */
const thinFrom = 25
export const overflowHeight = 16
const margin = 4
/** What fits on a printed page, and holds the largest slot. */
const mostHeight = 640

function rowOf(lanes: SlotLanes, top: number): SlotRow {
  const subLanes = lanes.subLanes.length
  const isThin = subLanes >= thinFrom
  const pitch = isThin ? thinHeight + thinGap : laneHeight + laneGap
  return {
    lanes,
    top,
    laneHeight: isThin ? thinHeight : laneHeight,
    pitch,
    overflowTop: lanes.overflow.count > 0 ? top + subLanes * pitch : null,
  }
}

function bottomOf({ top, lanes, pitch, overflowTop }: SlotRow): number {
  return overflowTop === null ? top + lanes.subLanes.length * pitch : overflowTop + overflowHeight + laneGap
}

/** Stacks the slots' lanes, as the window does, in drawings that fit on a page each. Always one or more. */
export function placeRows(layout: LaneLayout): LaneRows[] {
  const drawings: LaneRows[] = []
  let rows: SlotRow[] = []
  let bottom = margin
  const close = (): void => {
    drawings.push({ rows, height: bottom + margin - laneGap })
    rows = []
    bottom = margin
  }
  // Drawings of about the same height: none is left with the last lane or two.
  const total = layout.slots.reduce((sum, lanes) => sum + bottomOf(rowOf(lanes, 0)), 0)
  const limit = Math.min(mostHeight, total / Math.ceil(total / (mostHeight - margin)) + laneHeight + margin)
  for (const lanes of layout.slots) {
    if (rows.length > 0 && bottomOf(rowOf(lanes, bottom)) > limit) close()
    const row = rowOf(lanes, bottom)
    rows.push(row)
    bottom = bottomOf(row)
  }
  close()
  return drawings
}
