import type { Interval } from '../../model/estimate.ts'
import { percentile, sortedNumbers } from '../percentile.ts'

/** This share of what was resampled lies outside of its interval. */
const standardOutside = 0.05

/**
 * With fewer runs nothing that rests on their order alone covers the true median 95 times in 100: from the least to the
 * greatest of n values it is 1 - 2 / 2^n, 87.5 % for four and 93.75 % for five.
 */
export const leastRunsForInterval = 5

/** The 95 % percentile interval of resampled values; throws where there is none. */
export function intervalOf(resampled: ArrayLike<number>, outside = standardOutside): Interval {
  const sorted = sortedNumbers(resampled)
  const low = percentile(sorted, outside / 2)
  const high = percentile(sorted, 1 - outside / 2)
  if (low === null || high === null) throw new Error('Expected resampled values, got none')
  return { low, high }
}
