import { medianOf } from './median-of.ts'

/** What the median absolute deviation of a normal distribution has to be multiplied by to give its standard deviation. */
const likeStandardDeviation = 1.4826

/**
 * How far the values lie apart: the median of their distances from the median, times 1.4826 (Rousseeuw and Croux 1993; R's `mad`).
 * One run that went wrong does not change it. Null for fewer than two values.
 */
export function spreadOf(values: readonly number[]): number | null {
  const middle = medianOf(values)
  if (middle === null || values.length < 2) return null
  return (medianOf(values.map((value) => Math.abs(value - middle))) ?? NaN) * likeStandardDeviation
}
