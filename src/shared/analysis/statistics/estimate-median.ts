import type { Estimate } from '../../model/estimate.ts'
import { intervalOf, leastRunsForInterval } from './interval-of.ts'
import { medianOf } from './median-of.ts'
import { resampledMedians, standardResampling } from './resampled-medians.ts'

/**
 * The median with its 95 % interval by the smoothed bootstrap. Seeded: the same values give the same interval. Throws where there is
 * no value. No interval for fewer than `leastRunsForInterval` values.
 */
export function estimateMedian(values: readonly number[], resampling = standardResampling): Estimate {
  const value = medianOf(values)
  if (value === null) throw new Error('Expected at least one value, got none')
  if (values.length < leastRunsForInterval) return { value, interval: null }
  return { value, interval: intervalOf(resampledMedians(values, resampling), resampling.outside) }
}
