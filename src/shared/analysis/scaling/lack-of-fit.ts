import { fUpperTail } from './f-distribution.ts'

/** Values measured at one place, and what a curve says there. */
export interface RepeatedMeasurement {
  readonly values: readonly number[]
  readonly fitted: number
}

/** How the misses of a curve compare with what repeats differ by. */
export interface LackOfFit {
  /** Mean square of what the means are off the curve / mean square of what repeats are off their means. */
  readonly ratio: number
  /** How probable such a ratio is where the curve is right and the noise is normal and alike everywhere. */
  readonly probability: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * The F test for lack of fit: whether a fitted curve misses the means by more than repeats explain (Draper and Smith, Applied Regression
 * Analysis, 1998, section 2.1). `parameters`: how many of the curve were fitted. Null where nothing was repeated, or where the curve
 * has as many parameters as there are places.
 */
export function lackOfFit(
  measurements: readonly RepeatedMeasurement[],
  parameters: number,
): LackOfFit | null {
  const places = measurements.filter(({ values }) => values.length > 0)
  const above = places.length - parameters
  const below = sum(places.map(({ values }) => values.length - 1))
  if (above < 1 || below < 1) return null
  const parts = places.map(({ values, fitted }) => {
    const mean = sum(values) / values.length
    return {
      missed: values.length * (mean - fitted) ** 2,
      scattered: sum(values.map((value) => (value - mean) ** 2)),
      rounding: values.length * (1e-9 * fitted) ** 2,
    }
  })
  const missed = sum(parts.map((part) => part.missed))
  const scattered = sum(parts.map((part) => part.scattered))
  // Repeats that agree to the last digit and a curve that meets them: nothing but rounding is left to compare.
  if (missed + scattered <= sum(parts.map(({ rounding }) => rounding))) return { ratio: 0, probability: 1 }
  const ratio = missed / above / (scattered / below)
  return { ratio, probability: fUpperTail(ratio, above, below) }
}
