import { expect, test } from 'vitest'
import type { SelfTestPair } from '../model/self-test.ts'
import { costSentence, firstOfPair, medianMakespan, relativeCost, typicalOwnCpu } from './self-test.ts'

const pairsOf = (costs: readonly number[], bareMs = 1000): SelfTestPair[] =>
  costs.map((cost, pair) => ({ first: firstOfPair(pair), observedMs: bareMs * (1 + cost), bareMs }))

test('each mode goes first in every other pair', () => {
  expect([0, 1, 2, 3].map(firstOfPair)).toEqual(['observed', 'bare', 'observed', 'bare'])
})

test('the cost is the median of the paired differences: one disturbed run does not move it', () => {
  expect(relativeCost(pairsOf([0.01, 0.02, 0.02, 0.03, 0.9])).median).toBeCloseTo(0.02, 12)
})

test('a drift that slows down both runs of a pair alike is no cost', () => {
  const drifting = [1000, 1200, 1500, 2000, 3000, 3500].map((bareMs, pair) => ({
    first: firstOfPair(pair),
    observedMs: bareMs * 1.01,
    bareMs,
  }))
  const { median, interval } = relativeCost(drifting)
  expect([median, interval?.low, interval?.high].map((share) => Math.round((share ?? NaN) * 1e6))).toEqual([
    10_000, 10_000, 10_000,
  ])
})

test('the interval lies within the measured differences, is the same each time, and narrows with more pairs', () => {
  const few = [-0.02, 0, 0.01, 0.02, 0.02, 0.05]
  const many = Array.from({ length: 48 }, (_, pair) => few[pair % few.length] as number)
  const ofFew = relativeCost(pairsOf(few))
  const ofMany = relativeCost(pairsOf(many))
  expect(relativeCost(pairsOf(few))).toEqual(ofFew)
  const width = ({ interval }: typeof ofFew): number => (interval?.high ?? NaN) - (interval?.low ?? NaN)
  expect(ofFew.interval?.low).toBeGreaterThanOrEqual(-0.02 - 1e-12)
  expect(ofFew.interval?.high).toBeLessThanOrEqual(0.05 + 1e-12)
  expect(width(ofMany)).toBeLessThan(width(ofFew) / 2)
})

test('the interval holds the true median about as often as it says', () => {
  // Differences with a median of 1 %, drawn anew 400 times: each uniform between -1 % and 3 %.
  let state = 7
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  let covered = 0
  for (let trial = 0; trial < 400; trial++) {
    const { interval } = relativeCost(pairsOf(Array.from({ length: 9 }, () => -0.01 + 0.04 * next())), trial)
    if (interval !== null && interval.low <= 0.01 && interval.high >= 0.01) covered++
  }
  expect(covered / 400).toBeGreaterThan(0.9)
})

test('fewer than six pairs give no interval, and the sentence says that they are too few', () => {
  const cost = relativeCost(pairsOf([0.01, 0.02]))
  expect(cost.interval).toBeNull()
  expect(costSentence(cost, 2)).toBe(
    '2 pairs of runs are too few to tell: the observed run took 1.5 % more, in the median.',
  )
  expect(costSentence(relativeCost(pairsOf([-0.006])), 1)).toBe(
    'One pair of runs is too few to tell: the observed run took 0.6 % less.',
  )
})

test('the sentence says what it costs, that it may cost nothing, or that the measurement was disturbed', () => {
  const sentence = (median: number, low: number, high: number): string =>
    costSentence({ median, interval: { low, high } }, 5)
  expect(sentence(0.006, 0.001, 0.012)).toBe('Observing costs 0.6 % (0.1 to 1.2 %) of the makespan here.')
  expect(sentence(0.001, -0.003, 0.005)).toBe(
    'What observing costs here is not distinguishable from nothing: −0.3 to 0.5 % of the makespan.',
  )
  expect(sentence(0.001, -0.0001, 0.005)).toContain('nothing: 0.0 to 0.5 %')
  expect(sentence(-0.03, -0.05, -0.01)).toBe(
    'Observed runs were faster (−5.0 to −1.0 %): something other than observing changed between the runs.',
  )
})

test('medians are taken of each mode, and of each part of the own cost; a window that is not there has none', () => {
  const pairs = pairsOf([0, 0.1, 0.2])
  expect([medianMakespan(pairs, 'observed'), medianMakespan(pairs, 'bare')]).toEqual([1100, 1000])
  expect(
    typicalOwnCpu([
      { mainThread: 0.25, sampler: 0.5, window: null, total: 0.75 },
      { mainThread: 0.75, sampler: 0.5, window: null, total: 1.25 },
    ]),
  ).toEqual({ mainThread: 0.5, sampler: 0.5, window: null, total: 1 })
  expect(typicalOwnCpu([])).toBeNull()
})

test('no pair at all is refused', () => {
  expect(() => relativeCost([])).toThrow('Expected at least one pair of runs, got none')
})
