import { expect, test } from 'vitest'
import { firstRoundEffect } from './first-round.ts'
import { moreRunsFor } from './more-runs.ts'
import { simulatedDraws } from './simulated-draws.ts'
import { smoothQuantile } from './smooth-quantile.ts'
import { spreadOf } from './spread-of.ts'

test('the spread of 1 to 9 is that of R', () => {
  // The example of R's help page of mad(): with constant 1 it is 2, and an outlier changes nothing.
  expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeCloseTo(2 * 1.4826, 12)
  expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 100])).toBeCloseTo(2 * 1.4826, 12)
  expect(spreadOf([1])).toBeNull()
})

test('quantiles between the values are those of definition 6', () => {
  // Hyndman and Fan, Sample Quantiles in Statistical Packages (1996); R: quantile(c(1, 2, 4, 8), c(0.25, 0.5, 0.7), type = 6).
  const sorted = Float64Array.of(1, 2, 4, 8)
  expect([0.25, 0.5, 0.7].map((share) => smoothQuantile(sorted, share))).toEqual([1.25, 3, 6])
})

test('the tails go on beyond the values', () => {
  const sorted = Float64Array.of(1, 2, 4, 8)
  expect(smoothQuantile(sorted, 0)).toBeCloseTo(1 - (2 * 7) / 3, 12)
  expect(smoothQuantile(sorted, 0.2)).toBe(1)
  expect(smoothQuantile(sorted, 0.8)).toBe(8)
  expect(() => smoothQuantile(Float64Array.of(1), 0.5)).toThrow('Expected at least two values, got 1')
})

test('a first run that stands out in every variant is found, and one that does not is not', () => {
  const draw = simulatedDraws('normal', 3)
  const variants = Array.from({ length: 4 }, () => Array.from({ length: 5 }, draw))
  const slow = variants.map(([first, ...others]) => [(first as number) * 1.5, ...others])
  const found = firstRoundEffect(slow)
  expect(found?.probability).toBeLessThan(0.01)
  expect(Math.exp(found?.effect ?? NaN)).toBeGreaterThan(1.3)
  expect(firstRoundEffect(variants)?.probability).toBeGreaterThan(0.05)
})

test('of sessions without a first-run effect, about one in twenty is said to have one', () => {
  const draw = simulatedDraws('skewed', 4)
  const sessions = 300
  let found = 0
  for (let session = 0; session < sessions; session++) {
    const variants = Array.from({ length: 3 }, () => Array.from({ length: 5 }, draw))
    if ((firstRoundEffect(variants, session)?.probability ?? 1) < 0.05) found++
  }
  expect(found / sessions).toBeLessThan(0.09)
})

test('two runs of each tell nothing of a first one', () => {
  expect(firstRoundEffect([[1, 2], [1]])).toBeNull()
})

test('four times the runs halve an interval', () => {
  // Seen 2 %, known to 4 %: the end beyond 1 has to come to half its distance.
  const ratio = { value: Math.exp(0.02), interval: { low: Math.exp(-0.02), high: Math.exp(0.06) } }
  expect(moreRunsFor(ratio, 5)).toBe(15)
  expect(moreRunsFor({ value: Math.exp(0.0001), interval: ratio.interval }, 5)).toBeNull()
  expect(moreRunsFor({ value: 1, interval: ratio.interval }, 5)).toBeNull()
  expect(moreRunsFor({ value: 2, interval: null }, 1)).toBeNull()
})
