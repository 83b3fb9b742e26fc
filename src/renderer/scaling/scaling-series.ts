import type { Estimate } from '#shared/model/estimate.ts'
import type { TrialPoint } from '#shared/model/experiment-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import { workerSizes, type Scaling, type ScalingLaw, type ScalingPoint } from '#shared/model/scaling.ts'
import { percentile, sortedNumbers } from '#shared/analysis/percentile.ts'
import { assertNever } from '#shared/assert-never.ts'

/** What the picture shows over the sizes: tasks per second, milliseconds, or times as much as the smallest size. */
export const scalingMeasures = ['throughput', 'makespan', 'speed-up'] as const
export type ScalingMeasure = (typeof scalingMeasures)[number]

export interface SeriesPoint {
  readonly size: number
  /** Null: not estimated (yet). */
  readonly estimate: Estimate | null
  /** One for each run that can be drawn, in the order of the rounds. `runId` is null while the sweep goes on. */
  readonly dots: readonly { readonly runId: RunId | null; readonly value: number }[]
}

export interface SeriesLine {
  readonly id: ScalingLaw | 'perfect'
  /** False: the law does not describe the measurements. */
  readonly fits: boolean
  readonly points: readonly { readonly size: number; readonly value: number }[]
}

/** A sweep in one measure. */
export interface ScalingSeries {
  readonly points: readonly SeriesPoint[]
  readonly lines: readonly SeriesLine[]
}

/** How finely a curve is drawn. */
const perfectSteps = 48

/**
 * Throughput of each run, per second. A point knows only the median of them; with the same tasks finished in every run, which is what a
 * sweep's checks ask for, throughput is a constant / makespan, and the constant is what makes the median come out.
 */
function throughputs({ makespansMs, throughputPerSecond }: ScalingPoint): readonly number[] {
  const rates = makespansMs.map((makespanMs) => 1 / makespanMs)
  const median = percentile(sortedNumbers(rates), 0.5)
  return median === null ? [] : rates.map((rate) => (rate * throughputPerSecond.value) / median)
}

function valuesOf(point: ScalingPoint, first: ScalingPoint, measure: ScalingMeasure): readonly number[] {
  switch (measure) {
    case 'makespan':
      return point.makespansMs
    case 'throughput':
      return throughputs(point)
    case 'speed-up': {
      // Runs are compared with those of their own round: where a round is incomplete, nobody knows which that is.
      const firsts = throughputs(first)
      const own = throughputs(point)
      if (own.length !== firsts.length) return []
      return own.map((value, round) => value / (firsts[round] ?? NaN))
    }
    default:
      return assertNever(measure)
  }
}

function estimateOf(point: ScalingPoint, measure: ScalingMeasure): Estimate {
  switch (measure) {
    case 'makespan':
      return point.makespanMs
    case 'throughput':
      return point.throughputPerSecond
    case 'speed-up':
      return point.speedUp
    default:
      return assertNever(measure)
  }
}

/** A predicted throughput in another measure. `first` is the smallest size: a worker's tasks are the same at every size. */
function converted(perSecond: number, first: ScalingPoint, measure: ScalingMeasure): number {
  switch (measure) {
    case 'throughput':
      return perSecond
    case 'speed-up':
      return perSecond / first.throughputPerSecond.value
    case 'makespan':
      return (first.makespanMs.value * first.throughputPerSecond.value) / perSecond
    default:
      return assertNever(measure)
  }
}

/** What is drawn while a sweep goes on: the makespan of each run so far, over all the sizes that are asked for. */
export function liveSeries(sizes: readonly number[], trials: readonly TrialPoint[]): ScalingSeries {
  const points = sizes.map((size, position) => ({
    size,
    estimate: null,
    dots: trials
      .filter(({ variant }) => variant === position)
      .flatMap(({ makespanMs }) => (makespanMs === null ? [] : [{ runId: null, value: makespanMs }])),
  }))
  return { points: points.sort((one, other) => one.size - other.size), lines: [] }
}

/** What is drawn of a sweep in one measure: its runs and medians, the fitted laws, and perfect scaling from the smallest size. */
export function scalingSeries(
  { points, fits, size }: Pick<Scaling, 'points' | 'fits' | 'size'>,
  measure: ScalingMeasure,
): ScalingSeries {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return { points: [], lines: [] }
  const placed = points.map((point) => ({
    size: point.size,
    estimate: estimateOf(point, measure),
    dots: valuesOf(point, first, measure).flatMap((value, at) => {
      const runId = point.runIds[at]
      return runId === undefined || !Number.isFinite(value) ? [] : [{ runId, value }]
    }),
  }))
  const isWorkers = workerSizes.some((worker) => worker === size)
  if (!isWorkers || points.length < 2) return { points: placed, lines: [] }
  const perfect: SeriesLine = {
    id: 'perfect',
    fits: true,
    points: Array.from({ length: perfectSteps + 1 }, (_, at) => {
      const workers = first.size + ((last.size - first.size) * at) / perfectSteps
      const perSecond = (first.throughputPerSecond.value * workers) / first.size
      return { size: workers, value: converted(perSecond, first, measure) }
    }),
  }
  // With too few sizes a law is not fitted at all.
  const fitted = fits.filter(({ curve }) => curve.length > 0)
  const laws = fitted.map(({ law, curve, fits: doesFit }): SeriesLine => ({
    id: law,
    fits: doesFit,
    points: curve.map((at) => ({
      size: at.size,
      value: converted(at.throughputPerSecond, first, measure),
    })),
  }))
  return { points: placed, lines: [perfect, ...laws] }
}
