import { expect, test } from 'vitest'
import type { LaneLayout, SlotLanes } from '#shared/analysis/lanes.ts'
import { laneAt, placeRows } from './lane-rows.ts'

const list = (count = 0): { tasks: Int32Array; count: number } => ({ tasks: new Int32Array(count), count })
const lanes = (slot: number, subLanes: number, overflow = 0): SlotLanes => ({
  slot,
  isShared: subLanes > 1,
  subLanes: Array.from({ length: subLanes }, () => list()),
  overflow: list(overflow),
})
const layout = (...slots: SlotLanes[]): LaneLayout => ({ slots, subLane: new Int8Array(), isStale: false })

test('slots are stacked, each sub-lane 18 px high with 2 px between', () => {
  expect(placeRows(layout(lanes(0, 3), lanes(1, 1)))).toEqual({
    rows: [
      { slot: 0, top: 4, laneHeight: 18, pitch: 20, subLanes: 3, overflowTop: null, height: 60 },
      { slot: 1, top: 64, laneHeight: 18, pitch: 20, subLanes: 1, overflowTop: null, height: 20 },
    ],
    height: 88,
  })
})

test('many sub-lanes are thinner, and what is beyond the last has a row of its own', () => {
  expect(placeRows(layout(lanes(0, 64, 100))).rows).toEqual([
    { slot: 0, top: 4, laneHeight: 7, pitch: 8, subLanes: 64, overflowTop: 516, height: 530 },
  ])
})

test('a height is in a sub-lane, in the overflow, or nowhere', () => {
  const rows = placeRows(layout(lanes(0, 64, 100), lanes(1, 1)))
  const at = (y: number): unknown => {
    const found = laneAt(rows, y)
    return found && [found.row.slot, found.subLane]
  }
  expect([0, 4, 13, 520, 535, 9999].map(at)).toEqual([null, [0, 0], [0, 1], [0, 64], [1, 0], null])
})
