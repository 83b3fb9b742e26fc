import type { Estimate } from '../../model/estimate.ts'
import type { Trial } from '../../model/experiment.ts'
import type { ScalingPoint } from '../../model/scaling.ts'
import { typicalRun } from '../comparison/typical-run.ts'
import { estimateMedian } from '../statistics/estimate-median.ts'
import { estimatePairedRatio } from '../statistics/estimate-ratio.ts'
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

/** Throughput of one size / that of another, from the rounds in which both were measured; from the medians where there is none. */
function speedUpBetween(from: MeasuredSizeTrials, to: MeasuredSizeTrials): Estimate {
  // By definition, not by measurement.
  if (from === to) return { value: 1, interval: { low: 1, high: 1 } }
  const pairs = from.trials.flatMap((one) => {
    const other = to.trials.find(({ trial }) => trial.round === one.trial.round)
    return other === undefined ? [] : [{ from: one.throughput, to: other.throughput }]
  })
  if (pairs.length > 0) return estimatePairedRatio(pairs)
  const [below, above] = [from, to].map(
    ({ trials }) => estimateMedian(trials.map(({ throughput }) => throughput)).value,
  )
  return { value: (above ?? NaN) / (below ?? NaN), interval: null }
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
