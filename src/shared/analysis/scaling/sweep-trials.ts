import type { Estimate } from '../../model/estimate.ts'
import type { Trial } from '../../model/experiment.ts'
import type { ScalingPoint } from '../../model/scaling.ts'
import { typicalRun } from '../comparison/typical-run.ts'
import { estimateMedian } from '../statistics/estimate-median.ts'
import { estimatePairedRatio, type RatioPair } from '../statistics/estimate-ratio.ts'
import { medianOf } from '../statistics/median-of.ts'
import { roundPairs, type RoundValue } from '../statistics/round-pairs.ts'
import type { SweptRounds } from './knee.ts'

/** A run in which something finished. */
export interface MeasuredTrial {
  readonly trial: Trial
  readonly makespanMs: number
  readonly throughput: number
}

/** The runs of one size: at least one. */
export interface MeasuredSizeTrials {
  readonly size: number
  readonly trials: readonly MeasuredTrial[]
}

function measuredTrial(trial: Trial): MeasuredTrial | null {
  const { makespanMs, throughputPerSecond } = trial.run.summary
  if (makespanMs === null || throughputPerSecond === null) return null
  // A law is about throughputs above 0: where no task came to its own end, there is none.
  if (!(makespanMs > 0) || !(throughputPerSecond > 0)) return null
  return { trial, makespanMs, throughput: throughputPerSecond }
}

/**
 * The runs of each size in which something finished, ascending by size and in the order of the rounds; not those sizes that have none.
 * `values` has the size of each variant. Throws on a run of a variant that it does not have.
 */
export function trialsBySize(values: readonly number[], trials: readonly Trial[]): MeasuredSizeTrials[] {
  const bySize = new Map<number, MeasuredTrial[]>()
  for (const trial of [...trials].sort((one, other) => one.round - other.round)) {
    const size = values[trial.variant]
    if (size === undefined) throw new Error(`Expected a variant below ${values.length}, got ${trial.variant}`)
    const measured = measuredTrial(trial)
    if (measured !== null) bySize.set(size, [...(bySize.get(size) ?? []), measured])
  }
  return [...bySize]
    .map(([size, measured]) => ({ size, trials: measured }))
    .sort((one, other) => one.size - other.size)
}

/** Throughputs of two sizes in the rounds in which both were measured. */
function pairsBetween(from: MeasuredSizeTrials, to: MeasuredSizeTrials): RatioPair[] {
  const byRound = ({ trials }: MeasuredSizeTrials): RoundValue[] =>
    trials.map(({ trial, throughput }) => ({ round: trial.round, value: throughput }))
  return roundPairs(byRound(from), byRound(to))
}

function medianThroughput({ trials }: MeasuredSizeTrials): number {
  return medianOf(trials.map(({ throughput }) => throughput)) ?? NaN
}

/** Throughput of `to` / that of `from`: median over the rounds in which both were measured; of the medians where there is none. */
export function speedUpValue(from: MeasuredSizeTrials, to: MeasuredSizeTrials): number {
  const ratio = medianOf(pairsBetween(from, to).map((pair) => pair.to / pair.from))
  return ratio ?? medianThroughput(to) / medianThroughput(from)
}

/** The same with its interval. */
export function speedUpBetween(from: MeasuredSizeTrials, to: MeasuredSizeTrials): Estimate {
  // By definition, not by measurement.
  if (from === to) return { value: 1, interval: { low: 1, high: 1 } }
  const pairs = pairsBetween(from, to)
  return pairs.length > 0 ? estimatePairedRatio(pairs) : { value: speedUpValue(from, to), interval: null }
}

/** What was measured of a size; `first` is the smallest. */
export function pointOf(measured: MeasuredSizeTrials, first: MeasuredSizeTrials): ScalingPoint {
  const { size, trials } = measured
  const runs = trials.map(({ trial, makespanMs }) => ({ id: trial.run.id, makespanMs }))
  const typical = typicalRun(runs)
  if (typical === null) throw new Error(`Expected runs of size ${size}, got none`)
  return {
    size,
    makespansMs: runs.map(({ makespanMs }) => makespanMs),
    runIds: runs.map(({ id }) => id),
    typicalRun: typical,
    makespanMs: estimateMedian(trials.map(({ makespanMs }) => makespanMs)),
    throughputPerSecond: estimateMedian(trials.map(({ throughput }) => throughput)),
    speedUp: speedUpBetween(first, measured),
  }
}

/** Throughputs of the rounds in which every size was measured: only those can be drawn as a whole. */
export function completeRounds(measured: readonly MeasuredSizeTrials[]): SweptRounds {
  const byRound = measured.map(
    ({ trials }) => new Map(trials.map(({ trial, throughput }) => [trial.round, throughput])),
  )
  const rounds = [...(byRound[0]?.keys() ?? [])].flatMap((round) => {
    const throughputs = byRound.flatMap((found) => found.get(round) ?? [])
    return throughputs.length === byRound.length ? [throughputs] : []
  })
  return { sizes: measured.map(({ size }) => size), rounds }
}
