import { expect, test } from 'vitest'
import { mannKendall } from './mann-kendall.ts'

test('the worked example with ties comes out as published', () => {
  // US EPA, Data Quality Assessment: Statistical Methods for Practitioners, EPA QA/G-9S (2006), page 109: S 22, variance 155.33, z 1.685.
  const { s, variance, probability } = mannKendall([10, 10, 10, 5, 10, 20, 18, 17, 15, 24, 15])
  expect(s).toBe(22)
  expect(variance).toBeCloseTo(155.33, 2)
  // Two-sided: twice the upper tail of the normal distribution at 1.685, 0.0460 by its tables.
  expect(probability).toBeCloseTo(2 * 0.046, 3)
})

test.each([
  // Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), table A18, one-sided.
  { values: [1, 2, 3, 4], s: 6, oneSided: 0.042 },
  { values: [1, 2, 3, 5, 4], s: 8, oneSided: 0.042 },
  { values: [5, 6, 11, 8, 10], s: 6, oneSided: 0.117 },
  { values: [1, 2, 3, 4, 6, 5, 8, 7], s: 24, oneSided: 0.001 },
])('the probability of S = $s is counted out for few values', ({ values, s, oneSided }) => {
  const trend = mannKendall(values)
  expect(trend.s).toBe(s)
  expect(trend.probability / 2).toBeCloseTo(oneSided, 3)
})

test('falling values are as improbable as rising ones', () => {
  const rising = mannKendall([1, 2, 3, 4, 5, 6, 7])
  const falling = mannKendall([7, 6, 5, 4, 3, 2, 1])
  expect(falling).toEqual({ ...rising, s: -rising.s })
})

test('values that are all alike have no trend', () => {
  expect(mannKendall([3, 3, 3, 3])).toEqual({ s: 0, variance: 0, probability: 1 })
})

test('with neither one nor no value there is a trend', () => {
  expect(mannKendall([1]).probability).toBe(1)
  expect(mannKendall([]).probability).toBe(1)
})
