import type { Trial } from '../../model/experiment.ts'
import type { Scaling, ScalingPoint, SweptSize } from '../../model/scaling.ts'
import type { StrategyId } from '../../model/strategy.ts'
import type { Fraction } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'
import { checkTrials } from '../comparison/check-trials.ts'
import { fitSweep } from './fit-sweep.ts'
import { kneeRange, type SweptRounds } from './knee.ts'
import {
  completeRounds,
  pointOf,
  speedUpBetween,
  speedUpValue,
  trialsBySize,
  type MeasuredSizeTrials,
} from './sweep-trials.ts'
import { sweepSentence } from './sweep-sentence.ts'
import { isWorkerSize } from './swept-option.ts'

export interface SweepWish {
  readonly presetId: string
  readonly presetTitle: string
  readonly strategy: StrategyId
  readonly size: SweptSize
  /** The size of each variant, in their order. */
  readonly values: readonly number[]
  readonly trials: readonly Trial[]
  readonly isComplete: boolean
  /** Measured runs that there were to be; left out: as many as there are. */
  readonly expectedRuns?: number
}

/** Gains smaller than this are not worth another worker. */
const worthwhile: Fraction = 0.05

/**
 * How a preset's makespan and throughput depend on a size, from the runs of a sweep. Pure and seeded: the same runs give the same
 * answer. A size without a run in which something finished has no point. Where checks say that runs did not do the same work,
 * nothing is said about sizes. Throws on a run of a variant that `values` does not have.
 */
export function analyseSweep(wish: SweepWish): Scaling {
  const { presetId, presetTitle, strategy, size, values, trials, isComplete } = wish
  const measured = trialsBySize(values, trials)
  const first = measured[0]
  const points = first === undefined ? [] : measured.map((found) => pointOf(found, first))
  const checks = checkTrials(trials, {
    variants: values.length,
    labels: values.map((value) => `${size}=${value}`),
    expectedRuns: wish.expectedRuns ?? trials.length,
    sameWork: isWorkerSize(size) ? 'across-variants' : 'within-variants',
    isComplete,
  })
  const fault = checks.find(({ level }) => level === 'error')
  const isAboutWorkers = isWorkerSize(size) && fault === undefined
  const medians = points.map(({ throughputPerSecond }) => throughputPerSecond.value)
  const swept = completeRounds(measured)
  const kneePoint = isAboutWorkers ? points[kneeOf(measured)] : undefined
  const range = kneePoint === undefined || points.length < 2 ? null : kneeRangeWith(kneePoint.size, swept)
  // By pairs, as everything that is said of sizes: medians of single sizes come from different rounds.
  const best = points.reduce<ScalingPoint | undefined>(
    (top, point) => (top === undefined || point.speedUp.value > top.speedUp.value ? point : top),
    undefined,
  )
  const runs = [...trials].sort((one, other) => one.place - other.place)
  const bestSize = best?.size ?? values[0] ?? 0
  return {
    presetId,
    presetTitle,
    strategy,
    size,
    points,
    fits: isAboutWorkers ? fitSweep(size, measuredSizes(measured, medians), swept) : [],
    bestSize,
    knee: kneePoint === undefined || kneePoint === points.at(-1) ? null : { size: kneePoint.size, range },
    worthwhile,
    checks,
    environment: runs[0]?.run.environment ?? null,
    isComplete,
    sentence:
      fault === undefined
        ? sweepSentence({
            size,
            points,
            speedUp: (from, to) => speedUpBetween(sizeAt(measured, from), sizeAt(measured, to)),
            bestSize,
            worthwhile,
            kneeSize: kneePoint?.size ?? null,
            kneeRange: range,
            rounds: swept.rounds.length,
            taskCount: Math.max(0, ...trials.map(({ run }) => run.taskCount)),
          })
        : texts().scalingSentences.answer.notSameWork(fault.sentence),
  }
}

/** Where the smallest size stands that no larger one beats by more than `worthwhile`, by the pairs of the rounds. */
function kneeOf(measured: readonly MeasuredSizeTrials[]): number {
  return measured.findIndex((size, at) =>
    measured.slice(at + 1).every((larger) => speedUpValue(size, larger) <= 1 + worthwhile),
  )
}

function sizeAt(measured: readonly MeasuredSizeTrials[], size: number): MeasuredSizeTrials {
  const found = measured.find((one) => one.size === size)
  if (found === undefined) throw new Error(`Expected a size that was measured, got ${size}`)
  return found
}

/** The range of the knee, with the knee of the pairs in it: a single run that is far off moves means, not medians. */
function kneeRangeWith(knee: number, swept: SweptRounds): ReturnType<typeof kneeRange> {
  const range = kneeRange(swept, worthwhile)
  return range === null ? null : { low: Math.min(knee, range.low), high: Math.max(knee, range.high) }
}

function measuredSizes(measured: readonly MeasuredSizeTrials[], medians: readonly number[]) {
  return measured.map(({ size, trials }, at) => ({
    size,
    throughputs: trials.map(({ throughput }) => throughput),
    median: medians[at] as number,
  }))
}
