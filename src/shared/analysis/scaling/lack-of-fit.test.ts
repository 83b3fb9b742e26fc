import { describe, expect, test } from 'vitest'
import { lackOfFit, type RepeatedMeasurement } from './lack-of-fit.ts'

type Example = readonly (readonly [x: number, values: readonly number[]])[]

/** Measurements beside the straight line fitted to them. */
function besideLine(example: Example): RepeatedMeasurement[] {
  const pairs = example.flatMap(([x, values]) => values.map((y) => ({ x, y })))
  const mean = (of: (pair: { x: number; y: number }) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const meanX = mean(({ x }) => x)
  const slope = mean(({ x, y }) => (x - meanX) * y) / mean(({ x }) => (x - meanX) ** 2)
  const start = mean(({ y }) => y) - slope * meanX
  return example.map(([x, values]) => ({ values, fitted: start + slope * x }))
}

describe('the F test for lack of fit', () => {
  test('gives what Montgomery and Runger print for their example S11-1: 1.42, P = 0.3276', () => {
    // Applied Statistics and Probability for Engineers (3rd edition), supplement to section 11; its rounded sums give 0.3276.
    const found = lackOfFit(
      besideLine([
        [1, [2.3, 1.8]],
        [2, [2.8]],
        [3.3, [1.8, 3.7]],
        [4, [2.6, 2.6, 2.2]],
        [5, [2]],
        [5.6, [3.5, 2.8, 2.1]],
        [6, [3.4, 3.2]],
        [6.5, [3.4]],
        [6.9, [5]],
      ]),
      2,
    )
    expect(found?.ratio).toBeCloseTo(1.42, 2)
    expect(found?.probability).toBeCloseTo(0.3276, 2)
  })

  test('repeats that agree with a curve that does not leave no doubt', () => {
    expect(
      lackOfFit(
        [1, 2, 3].map((x) => ({ values: [x, x], fitted: 2 })),
        1,
      ),
    ).toEqual({
      ratio: Infinity,
      probability: 0,
    })
  })

  test('repeats and a curve that all agree are no lack of fit', () => {
    expect(
      lackOfFit(
        [1, 2, 3].map((x) => ({ values: [x, x], fitted: x })),
        1,
      ),
    ).toEqual({
      ratio: 0,
      probability: 1,
    })
  })

  test('says nothing without repeats, or with as many parameters as places', () => {
    const once = [1, 2, 3].map((x) => ({ values: [x], fitted: x }))
    const twice = [1, 2, 3].map((x) => ({ values: [x, x + 1], fitted: x }))
    expect([lackOfFit(once, 1), lackOfFit(twice, 3)]).toEqual([null, null])
  })
})
