import { describe, expect, test } from 'vitest'
import { estimateMedian } from './estimate-median.ts'
import { intervalOf } from './interval-of.ts'
import { medianOf } from './median-of.ts'
import { resampledMedians } from './resampled-medians.ts'
import { simulatedDraws, trueMedians, type Shape } from './simulated-draws.ts'
import { smoothQuantile } from './smooth-quantile.ts'

test('the medians of the mouse data are those of the book', () => {
  // Efron and Tibshirani, An Introduction to the Bootstrap (1993), table 2.1 and page 11: survival in days.
  expect(medianOf([94, 197, 16, 38, 99, 141, 23])).toBe(94)
  expect(medianOf([52, 104, 146, 10, 51, 30, 40, 27, 46])).toBe(46)
})

test.each([
  { runs: 5, low: 0.1466, high: 0.8534 },
  { runs: 7, low: 0.1841, high: 0.8159 },
  { runs: 9, low: 0.212, high: 0.788 },
])('with $runs values the interval ends where a median of as many draws does', ({ runs, low, high }) => {
  // The median of 2k - 1 uniform draws lies below u with the probability that at least k of them do: the lower ends of the exact binomial
  // intervals for 3 of 5, 4 of 7 and 5 of 9 (Clopper and Pearson, Biometrika 26, 1934; R: binom.test), and by symmetry the upper.
  const values = Array.from({ length: runs }, (_, at) => 100 + at * at)
  const { interval } = estimateMedian(values)
  const sorted = Float64Array.from(values)
  const length = smoothQuantile(sorted, high) - smoothQuantile(sorted, low)
  expect(Math.abs((interval?.low ?? NaN) - smoothQuantile(sorted, low))).toBeLessThan(0.03 * length)
  expect(Math.abs((interval?.high ?? NaN) - smoothQuantile(sorted, high))).toBeLessThan(0.03 * length)
})

test('the same values give the same interval, in whatever order they come', () => {
  const values = [101, 99, 104, 97, 100, 103]
  expect(estimateMedian([...values].reverse())).toEqual(estimateMedian(values))
})

test('four values give a median, and no interval', () => {
  expect(estimateMedian([4, 1, 3, 2])).toEqual({ value: 2.5, interval: null })
})

test('values that are all alike give an interval without length', () => {
  expect(estimateMedian([7, 7, 7, 7, 7])).toEqual({ value: 7, interval: { low: 7, high: 7 } })
})

test('no value at all is a bug', () => {
  expect(() => estimateMedian([])).toThrow('Expected at least one value, got none')
})

test('one odd run among seven moves the interval little', () => {
  const quiet = estimateMedian([100, 101, 102, 103, 104, 105, 106])
  const odd = estimateMedian([100, 101, 102, 103, 104, 105, 1000])
  expect(odd.value).toBe(quiet.value)
  expect(odd.interval?.low).toBeCloseTo(quiet.interval?.low ?? NaN, 6)
})

describe('of 100 intervals, 93 to 97 cover the true median', () => {
  const simulations = 1200
  const shapes: readonly Shape[] = ['normal', 'skewed', 'bimodal']
  test.each(shapes.flatMap((shape) => [5, 6, 10, 20].map((runs) => ({ shape, runs }))))(
    'of $shape data, $runs runs',
    ({ shape, runs }) => {
      const draw = simulatedDraws(shape, 20 + runs)
      let covered = 0
      for (let simulation = 0; simulation < simulations; simulation++) {
        const values = Array.from({ length: runs }, draw)
        const { low, high } = intervalOf(resampledMedians(values, { seed: simulation, resamples: 300 }))
        if (low <= trueMedians[shape] && trueMedians[shape] <= high) covered++
      }
      expect(covered / simulations).toBeGreaterThanOrEqual(0.93)
      expect(covered / simulations).toBeLessThanOrEqual(0.97)
    },
  )
})
