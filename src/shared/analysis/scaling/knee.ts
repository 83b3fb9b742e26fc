import type { Interval } from '../../model/estimate.ts'
import type { Fraction } from '../../model/units.ts'
import { leastRunsForInterval } from '../statistics/interval-of.ts'
import { expandedInterval, resampleRounds } from './resample-rounds.ts'

/** Sizes, ascending, with the throughputs of the rounds in which each of them has one. */
export interface SweptRounds {
  readonly sizes: readonly number[]
  /** For each round, throughputs in the order of the sizes. */
  readonly rounds: readonly (readonly number[])[]
}

/** Where the smallest size stands that no larger one beats by more than `worthwhile`. The last where each is beaten. */
export function kneeIndex(throughputs: ArrayLike<number>, worthwhile: Fraction): number {
  let knee = throughputs.length - 1
  let bestLater = -Infinity
  for (let at = throughputs.length - 1; at >= 0; at--) {
    const throughput = throughputs[at] as number
    if (bestLater <= throughput * (1 + worthwhile)) knee = at
    bestLater = Math.max(bestLater, throughput)
  }
  return knee
}

/**
 * Where the knee lies, 95 %: knees of resampled sweeps, each of them over the geometric means of the rounds drawn. Both ends are
 * measured sizes; one at the largest means "or beyond". Null: fewer than five rounds, of which nothing honest can be said.
 */
export function kneeRange({ sizes, rounds }: SweptRounds, worthwhile: Fraction, seed = 1): Interval | null {
  if (rounds.length < leastRunsForInterval) return null
  const logarithms = rounds.map((round) => Float64Array.from(round, Math.log))
  const means = new Float64Array(sizes.length)
  const knees = resampleRounds(
    rounds.length,
    (drawn) => {
      means.fill(0)
      for (let at = 0; at < drawn.length; at++) {
        const round = logarithms[drawn[at] as number] as Float64Array
        for (let size = 0; size < means.length; size++)
          means[size] = (means[size] as number) + (round[size] as number)
      }
      return kneeIndex(
        means.map((sum) => Math.exp(sum / drawn.length)),
        worthwhile,
      )
    },
    { seed },
  )
  // Between two sizes nothing was measured: outwards to the next one.
  const { low, high } = expandedInterval(knees, rounds.length)
  return { low: sizes[Math.floor(low)] as number, high: sizes[Math.ceil(high)] as number }
}
