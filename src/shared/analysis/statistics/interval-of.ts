import type { Interval } from '../../model/estimate.ts'
import { percentile, sortedNumbers } from '../percentile.ts'

/**
 * With fewer runs nothing that rests on their order alone covers the true median 95 times in 100: from the least to the
 * greatest of n values it is 1 - 2 / 2^n, 87.5 % for four and 93.75 % for five.
 */
export const leastRunsForInterval = 5

/** The percentile interval of resampled values that leaves out a share of them, half on each side: 95 % unless told. Throws where there is none. */
export function intervalOf(resampled: ArrayLike<number>, outside = 0.05): Interval {
  const sorted = sortedNumbers(resampled)
  const low = percentile(sorted, outside / 2)
  const high = percentile(sorted, 1 - outside / 2)
  if (low === null || high === null) throw new Error('Expected resampled values, got none')
  return { low, high }
}
