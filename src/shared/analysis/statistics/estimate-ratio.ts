import type { Estimate, Interval } from '../../model/estimate.ts'
import { estimateMedian } from './estimate-median.ts'
import { intervalOf, leastRunsForInterval } from './interval-of.ts'
import { medianOf } from './median-of.ts'
import { resampledMedians, standardResampling } from './resampled-medians.ts'

export interface RatioPair {
  readonly from: number
  readonly to: number
}

function logarithmOf(value: number): number {
  if (!(value > 0)) throw new Error(`Expected a value above 0, got ${value}`)
  return Math.log(value)
}

/**
 * What smoothing adds to each of two groups adds up: read like that of one, the interval would cover the true ratio 98 times in 100
 * (`docs/statistics.md`). So it leaves out so many times as much.
 */
const outsideOfTwo = (runs: number): number => (runs < 8 ? 2 : 1.6)

const raised = ({ low, high }: Interval): Interval => ({ low: Math.exp(low), high: Math.exp(high) })

/**
 * How many times as large as `from` is `to`: the median of the pairs' ratios, with its 95 % interval. What both of a pair met
 * alike, such as a machine that is slower for a while, cancels out. On logarithms, so that twice and half weigh the same.
 * Throws where there is no pair, or a value is not above 0.
 */
export function estimatePairedRatio(pairs: readonly RatioPair[], resampling = standardResampling): Estimate {
  const { value, interval } = estimateMedian(
    pairs.map(({ from, to }) => logarithmOf(to) - logarithmOf(from)),
    resampling,
  )
  return { value: Math.exp(value), interval: interval === null ? null : raised(interval) }
}

/**
 * How many times as large as those of `from` are the values of `to`, where nothing pairs them: the ratio of the medians, with its
 * 95 % interval. Both are resampled on their own. Throws where one of them has no value, or a value is not above 0.
 */
export function estimateUnpairedRatio(
  from: readonly number[],
  to: readonly number[],
  resampling = standardResampling,
): Estimate {
  const logarithms = [from, to].map((values) => values.map(logarithmOf))
  const [fromLogarithms, toLogarithms] = logarithms as [number[], number[]]
  const fromMedian = medianOf(fromLogarithms)
  const toMedian = medianOf(toLogarithms)
  if (fromMedian === null || toMedian === null) throw new Error('Expected values on both sides, got none')
  const value = Math.exp(toMedian - fromMedian)
  const runs = Math.min(from.length, to.length)
  if (runs < leastRunsForInterval) return { value, interval: null }
  const fromMedians = resampledMedians(fromLogarithms, resampling)
  // Another seed: with the same one both would be drawn alike, and what differs would cancel out.
  const differences = resampledMedians(toLogarithms, {
    ...resampling,
    seed: resampling.seed + 0x5bd1e995,
  }).map((median, at) => median - (fromMedians[at] as number))
  return { value, interval: raised(intervalOf(differences, outsideOfTwo(runs) * resampling.outside)) }
}
