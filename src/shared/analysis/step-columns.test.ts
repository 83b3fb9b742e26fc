import { expect, test } from 'vitest'
import { visitStepColumns } from './step-columns.ts'

function columnsOf(atMs: number[], value: number[], endX: number): number[][] {
  const steps = { atMs: Float64Array.from(atMs), value: Int32Array.from(value), peak: Math.max(0, ...value) }
  const columns: number[][] = []
  visitStepColumns(
    steps,
    (ms) => ms / 10,
    { x: 0, value: 0, position: 0 },
    endX,
    (fromX, toX, highest) => columns.push([fromX, toX, highest]),
  )
  return columns
}

test('a step holds until the next one; the pixel of a fall still shows what it fell from', () => {
  expect(columnsOf([20, 50], [3, 1], 8)).toEqual([
    [0, 2, 0],
    [2, 5, 3],
    [5, 6, 3],
    [6, 8, 1],
  ])
})

test('changes within one pixel stand together as their highest value', () => {
  // Up to 9 and back within a tenth of a pixel.
  expect(columnsOf([20, 20.5, 21], [1, 9, 2], 5)).toEqual([
    [0, 2, 0],
    [2, 3, 9],
    [3, 5, 2],
  ])
})

test('without a step there is one stretch', () => {
  expect(columnsOf([], [], 4)).toEqual([[0, 4, 0]])
})
