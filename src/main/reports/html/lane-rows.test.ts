import { expect, test } from 'vitest'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import { fakeRun } from './fake-run.ts'
import { placeRows } from './lane-rows.ts'

function lanesPerDrawing(slots: number): number[] {
  const run = fakeRun({ slots })
  return placeRows(layoutLanes(run.header.slots, run.tasks)).map(({ rows }) => rows.length)
}

test('lanes that fit on a page are one drawing', () => {
  expect([lanesPerDrawing(1), lanesPerDrawing(30)]).toEqual([[1], [30]])
})

test('more lanes are spread over drawings of about the same height, each small enough for a page', () => {
  const run = fakeRun({ slots: 64 })
  const drawings = placeRows(layoutLanes(run.header.slots, run.tasks))
  expect(drawings.map(({ rows }) => rows.length)).toEqual([22, 22, 20])
  expect(Math.max(...drawings.map(({ height }) => height))).toBeLessThanOrEqual(642)
})

test('a run without slots is one empty drawing', () => {
  expect(lanesPerDrawing(0)).toEqual([0])
})
