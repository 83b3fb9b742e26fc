import { expect, test } from 'vitest'
import { simulatedDraws, type Shape } from '../statistics/simulated-draws.ts'
import { medianOf } from '../statistics/median-of.ts'
import { estimatePairedRatio } from '../statistics/estimate-ratio.ts'
import { resamplingOfAll } from './resampling-of-all.ts'

const shapes: readonly Shape[] = ['normal', 'skewed', 'bimodal']

// Single intervals would tell them apart in 11, 20 and 33 of 100. The far tails of five runs are guessed, so it takes more for 5 of 100.
const mostTold = [
  { variants: 3, runs: 5, most: 0.07 },
  { variants: 5, runs: 5, most: 0.1 },
  { variants: 8, runs: 5, most: 0.13 },
  { variants: 8, runs: 10, most: 0.07 },
]

test.each(shapes.flatMap((shape) => mostTold.map((row) => ({ shape, ...row }))))(
  'of $variants variants that are all alike the fastest is seldom told from another: $runs runs, $shape noise',
  ({ shape, variants, runs: count, most }) => {
    const draw = simulatedDraws(shape, 900 + variants)
    const sessions = 200
    let told = 0
    for (let session = 0; session < sessions; session++) {
      const runs = Array.from({ length: variants }, () => Array.from({ length: count }, draw))
      const medians = runs.map((values) => medianOf(values) ?? NaN)
      const fastest = runs[medians.indexOf(Math.min(...medians))] ?? []
      const isTold = runs.some((values) => {
        if (values === fastest) return false
        const pairs = values.map((to, round) => ({ from: fastest[round] as number, to }))
        const { interval } = estimatePairedRatio(pairs, {
          ...resamplingOfAll(variants),
          seed: session,
          resamples: 1500,
        })
        return (interval?.low ?? 0) > 1
      })
      if (isTold) told++
    }
    expect(told / sessions).toBeLessThanOrEqual(most)
  },
)
