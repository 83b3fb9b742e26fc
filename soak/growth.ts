import { mannKendall } from '../src/shared/analysis/statistics/mann-kendall.ts'

/** How something that should stay as it is went over a soak. */
export interface Growth {
  readonly first: number
  readonly last: number
  /** Median of all slopes between two readings (Theil 1950, Sen 1968), for the whole of the soak. */
  readonly byTrend: number
  /** How probable a trend so clear is where there is none (Mann-Kendall, two-sided). */
  readonly probability: number
  /** It grew: a clear trend upwards, by more than may be. */
  readonly grows: boolean
}

const mostProbability = 0.01

const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2
}

/**
 * Judges readings, evenly apart, of something that should not grow. `tolerated`: growth over all of them that nobody minds, in their own unit. At
 * least four readings.
 */
export function judgeGrowth(readings: readonly number[], tolerated: number): Growth {
  if (readings.length < 4) throw new Error(`Expected at least 4 readings, got ${readings.length}`)
  const slopes: number[] = []
  for (let later = 1; later < readings.length; later++)
    for (let earlier = 0; earlier < later; earlier++)
      slopes.push(((readings[later] as number) - (readings[earlier] as number)) / (later - earlier))
  const byTrend = medianOf(slopes) * (readings.length - 1)
  const { probability } = mannKendall(readings)
  return {
    first: readings[0] as number,
    last: readings.at(-1) as number,
    byTrend,
    probability,
    grows: byTrend > tolerated && probability < mostProbability,
  }
}
