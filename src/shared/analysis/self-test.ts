import { taskSeed } from '../model/plan.ts'
import type { ObservationMode, OwnCpu, RelativeCost, SelfTestPair } from '../model/self-test.ts'
import type { Fraction } from '../model/units.ts'
import { percentile } from './percentile.ts'

/**
 * With fewer pairs no interval covers the true median 95 times in 100, not even the one from the least to the greatest
 * difference: for n pairs that covers it with a probability of 1 - 2 / 2^n, 94 % for five and 97 % for six.
 */
export const leastPairsForInterval = 6
const resamples = 4000

const medianOf = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  ) ?? NaN

/** In what order the two runs of each pair go: A B, B A, A B, …, so that a drift of the machine meets both alike. */
export function firstOfPair(pair: number): ObservationMode {
  return pair % 2 === 0 ? 'observed' : 'bare'
}

/**
 * What observing costs, from paired runs: the median of the relative differences, and a 95 % interval for it by the percentile
 * bootstrap (Efron 1979). Seeded: the same pairs give the same interval. Throws where there is no pair.
 */
export function relativeCost(pairs: readonly SelfTestPair[], seed = 1): RelativeCost {
  if (pairs.length === 0) throw new Error('Expected at least one pair of runs, got none')
  const costs = pairs.map(({ observedMs, bareMs }) => (observedMs - bareMs) / bareMs)
  const median = medianOf(costs)
  if (pairs.length < leastPairsForInterval) return { median, interval: null }
  let drawn = 0
  const medians = Float64Array.from({ length: resamples }, () =>
    medianOf(costs.map(() => costs[taskSeed(seed, drawn++) % costs.length] as number)),
  ).sort()
  const low = percentile(medians, 0.025) as number
  return { median, interval: { low, high: percentile(medians, 0.975) as number } }
}

/** The median of a mode's makespans. */
export function medianMakespan(pairs: readonly SelfTestPair[], mode: ObservationMode): number {
  return medianOf(pairs.map(({ observedMs, bareMs }) => (mode === 'observed' ? observedMs : bareMs)))
}

/** The median of each part over several runs; null without any. */
export function typicalOwnCpu(runs: readonly OwnCpu[]): OwnCpu | null {
  if (runs.length === 0) return null
  const windows = runs.flatMap(({ window }) => (window === null ? [] : [window]))
  return {
    mainThread: medianOf(runs.map(({ mainThread }) => mainThread)),
    sampler: medianOf(runs.map(({ sampler }) => sampler)),
    window: windows.length === 0 ? null : medianOf(windows),
    total: medianOf(runs.map(({ total }) => total)),
  }
}

/** In percent with one decimal, so that what is small and what is nothing can be told apart; never "-0.0". */
function percentText(share: Fraction): string {
  const rounded = Math.round(share * 1000) / 10
  return (rounded === 0 ? 0 : rounded).toFixed(1).replace('-', '−')
}

/** What observing costs here, in a sentence. */
export function costSentence({ median, interval }: RelativeCost, pairs: number): string {
  if (interval === null) {
    const runs = pairs === 1 ? 'One pair of runs is' : `${pairs} pairs of runs are`
    const took = `${percentText(Math.abs(median))} % ${median < 0 ? 'less' : 'more'}`
    return `${runs} too few to tell: the observed run took ${took}${pairs === 1 ? '' : ', in the median'}.`
  }
  const between = `${percentText(interval.low)} to ${percentText(interval.high)} %`
  if (interval.low > 0) return `Observing costs ${percentText(median)} % (${between}) of the makespan here.`
  if (interval.high < 0) {
    return `Observed runs were faster (${between}): something other than observing changed between the runs.`
  }
  return `What observing costs here is not distinguishable from nothing: ${between} of the makespan.`
}
