import { expect, test } from 'vitest'
import { estimatePairedRatio, estimateUnpairedRatio } from './estimate-ratio.ts'
import { simulatedDraws, type Shape } from './simulated-draws.ts'

const shapes: readonly Shape[] = ['normal', 'skewed', 'bimodal']

test('a ratio is that of the pair in the middle, and its inverse the other way round', () => {
  const pairs = [2, 2.1, 1.9, 2.2, 1.8].map((ratio, at) => ({ from: 100 + at, to: (100 + at) * ratio }))
  const ratio = estimatePairedRatio(pairs)
  expect(ratio.value).toBeCloseTo(2, 12)
  expect(ratio.interval?.low).toBeLessThan(2)
  expect(ratio.interval?.high).toBeGreaterThan(2)
  const inverse = estimatePairedRatio(pairs.map(({ from, to }) => ({ from: to, to: from })))
  expect(inverse.value).toBeCloseTo(1 / 2, 12)
})

test('what slows down both runs of a pair cancels out', () => {
  const slowdowns = [1, 1.8, 1, 1.5, 1, 2.2]
  const pairs = slowdowns.map((slow, at) => ({ from: 1000 * slow, to: 900 * slow * (1 + at / 1000) }))
  const { interval } = estimatePairedRatio(pairs)
  expect(interval?.high).toBeLessThan(0.91)
  // As two groups, the same runs tell nothing.
  const unpaired = estimateUnpairedRatio(
    pairs.map(({ from }) => from),
    pairs.map(({ to }) => to),
  )
  expect(unpaired.interval?.high).toBeGreaterThan(1)
})

test('too few pairs have a ratio without an interval', () => {
  const ratio = estimatePairedRatio([{ from: 2, to: 3 }])
  expect(ratio.value).toBeCloseTo(1.5, 12)
  expect(ratio.interval).toBeNull()
  expect(estimateUnpairedRatio([2], [3, 3, 3, 3, 3, 3]).interval).toBeNull()
})

test('a value that is not above 0 is a bug', () => {
  expect(() => estimatePairedRatio([{ from: 0, to: 3 }])).toThrow('Expected a value above 0, got 0')
  expect(() => estimateUnpairedRatio([], [1])).toThrow('Expected values on both sides, got none')
})

const simulations = 1200

/** What share of simulated intervals covers the true ratio, 1.3. */
function coverage(shape: Shape, runs: number, seed: number, pairing: 'pairs' | 'groups'): number {
  const draw = simulatedDraws(shape, seed + runs)
  let covered = 0
  for (let simulation = 0; simulation < simulations; simulation++) {
    const from = Array.from({ length: runs }, draw)
    const to = Array.from({ length: runs }, () => 1.3 * draw())
    const resampling = { seed: simulation, resamples: 300, outside: 0.05 }
    const { interval } =
      pairing === 'pairs'
        ? estimatePairedRatio(
            from.map((value, at) => ({ from: value, to: to[at] as number })),
            resampling,
          )
        : estimateUnpairedRatio(from, to, resampling)
    if (interval !== null && interval.low <= 1.3 && 1.3 <= interval.high) covered++
  }
  return covered / simulations
}

test.each(
  [
    ...shapes.flatMap((shape) => [5, 10].map((runs) => ({ shape, runs, most: 0.97 }))),
    // Ratios of two modes each come in three: the most even of them lie far apart, and intervals of few pairs reach across.
  ].map((row) => (row.shape === 'bimodal' && row.runs === 5 ? { ...row, most: 0.985 } : row)),
)(
  'of 100 intervals of a paired ratio, 93 to 97 cover the true one: $shape data, $runs pairs',
  ({ shape, runs, most }) => {
    const share = coverage(shape, runs, 50, 'pairs')
    expect(share).toBeGreaterThanOrEqual(0.93)
    expect(share).toBeLessThanOrEqual(most)
  },
)

test.each(shapes.flatMap((shape) => [5, 10].map((runs) => ({ shape, runs }))))(
  'of 100 intervals of a ratio of two groups, 93 to 97.5 cover the true one: $shape data, $runs runs each',
  ({ shape, runs }) => {
    const share = coverage(shape, runs, 80, 'groups')
    expect(share).toBeGreaterThanOrEqual(0.93)
    expect(share).toBeLessThanOrEqual(0.975)
  },
)
