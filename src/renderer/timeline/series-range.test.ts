import { expect, test } from 'vitest'
import { highestOf, knowsAny, roundUp } from './series-range.ts'

test('a scale ends at a round number', () => {
  expect([0.02, 0.021, 0.4, 1, 1.2, 5, 37, 51, 1000].map(roundUp)).toEqual([
    0.02, 0.05, 0.5, 1, 2, 5, 50, 100, 1000,
  ])
})

test('what is not known counts for nothing', () => {
  const column = Float64Array.of(NaN, 3, NaN, 99)
  expect(highestOf([column, Float64Array.of(7, NaN, NaN, 0)], 3)).toBe(7)
  expect([0, 1, 2].map((count) => knowsAny(column, count))).toEqual([false, false, true])
  expect(highestOf([], 3)).toBe(0)
})
