import { describe, expect, test } from 'vitest'
import { fakeRounds } from './fake-sweep.ts'
import { kneeIndex, kneeRange } from './knee.ts'
import { lawThroughput } from './scaling-laws.ts'

const worthwhile = 0.05
const sizes = [1, 2, 3, 4, 5, 6, 7, 8]
const kneeOf = (throughput: (size: number) => number): number =>
  sizes[kneeIndex(sizes.map(throughput), worthwhile)] as number

describe('the knee', () => {
  test.each([1, 2, 4, 6])('is where throughput stops growing: at %d', (cores) => {
    expect(kneeOf((size) => Math.min(size, cores))).toBe(cores)
  })

  test('of a curve that falls again lies before its peak, where the rest of the way up is not worthwhile', () => {
    const usl = (size: number): number => lawThroughput({ lambda: 1, sigma: 0.05, kappa: 0.02 }, size)
    expect(usl(7)).toBeGreaterThan(usl(5))
    expect(kneeOf(usl)).toBe(5)
  })

  test('does not rest on a landing of the stairs that whole tasks make', () => {
    // Twelve equal tasks: four workers take three turns, and so do five; six take two.
    expect(kneeOf((size) => 12 / Math.ceil(12 / size))).toBe(6)
  })

  test('is the largest size where that still gains', () => {
    expect(kneeOf((size) => size)).toBe(8)
  })

  test('ignores gains that are not worthwhile, however many follow each other', () => {
    expect(kneeOf((size) => 1 + 0.006 * size)).toBe(1)
    expect(kneeOf((size) => 1.04 ** size)).toBe(7)
  })
})

describe('the range of the knee', () => {
  test.each<[string, (size: number) => number]>([
    ['flat from 1', () => 1],
    ['two cores', (size) => Math.min(size, 2)],
    ['four cores', (size) => Math.min(size, 4)],
    ['six cores', (size) => Math.min(size, 6)],
    ['twelve whole tasks', (size) => 12 / Math.ceil(12 / size)],
    ['half of it serial', (size) => lawThroughput({ lambda: 1, sigma: 0.5, kappa: 0 }, size)],
    ['a peak', (size) => lawThroughput({ lambda: 1, sigma: 0.1, kappa: 0.005 }, size)],
    [
      'a gain that is almost worthwhile',
      (size) => lawThroughput({ lambda: 1, sigma: 0.05, kappa: 0.02 }, size),
    ],
  ])('covers the true one in at least 93 % of simulated sweeps: %s', (_, throughput) => {
    const truth = sizes.map(throughput)
    const knee = sizes[kneeIndex(truth, worthwhile)] as number
    const sweeps = 200
    for (const noise of [0.01, 0.03]) {
      let covered = 0
      for (let seed = 1; seed <= sweeps; seed++) {
        const range = kneeRange({ sizes, rounds: fakeRounds(truth, 5, noise, seed) }, worthwhile)
        if (range !== null && range.low <= knee && knee <= range.high) covered++
      }
      expect(covered / sweeps).toBeGreaterThanOrEqual(0.93)
    }
  })

  test('is a single size where runs hardly differ, and wide where they differ much', () => {
    const truth = sizes.map((size) => Math.min(size, 4))
    expect(kneeRange({ sizes, rounds: fakeRounds(truth, 5, 0.005, 1) }, worthwhile)).toEqual({
      low: 4,
      high: 4,
    })
    const noisy = kneeRange({ sizes, rounds: fakeRounds(truth, 5, 0.3, 1) }, worthwhile)
    expect((noisy?.high ?? 0) - (noisy?.low ?? 0)).toBeGreaterThanOrEqual(3)
  })

  test('is the same for the same rounds, and unknown for fewer than five', () => {
    const rounds = fakeRounds([1, 1.5, 1.6, 1.6], 5, 0.1, 3)
    const swept = { sizes: [1, 2, 3, 4], rounds }
    expect(kneeRange(swept, worthwhile)).toEqual(kneeRange(swept, worthwhile))
    expect(kneeRange({ ...swept, rounds: rounds.slice(0, 4) }, worthwhile)).toBeNull()
  })
})
