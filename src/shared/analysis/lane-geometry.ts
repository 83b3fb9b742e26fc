import type { SlotLanes } from './lanes.ts'

/** Heights in CSS pixels: the window's picture and the report's are the same. */
export const laneHeight = 18
export const laneGap = 2
const thinHeight = 7
const thinGap = 1
/** So many sub-lanes, or more, are drawn thinner. */
const thinFrom = 25
export const overflowHeight = 16
export const laneMargin = 4

/** How one slot's lanes are stacked. */
export interface LaneStack {
  readonly laneHeight: number
  /** From one sub-lane's top to the next one's. */
  readonly pitch: number
  /** From the slot's top to the row that counts the tasks beyond the last sub-lane; null: there are none. */
  readonly overflowOffset: number | null
  /** Of everything, with the gap behind it. */
  readonly height: number
}

/** The measures of a slot's lanes. */
export function stackLanes(lanes: SlotLanes): LaneStack {
  const subLanes = lanes.subLanes.length
  const isThin = subLanes >= thinFrom
  const pitch = isThin ? thinHeight + thinGap : laneHeight + laneGap
  const lanesHeight = subLanes * pitch
  const hasOverflow = lanes.overflow.count > 0
  return {
    laneHeight: isThin ? thinHeight : laneHeight,
    pitch,
    overflowOffset: hasOverflow ? lanesHeight : null,
    height: lanesHeight + (hasOverflow ? overflowHeight + laneGap : 0),
  }
}
