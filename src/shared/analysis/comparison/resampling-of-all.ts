import { standardResampling, type Resampling } from '../statistics/resampled-medians.ts'

/**
 * For statements about the fastest of several variants: it was picked from all of them, so that every pair has had its chance to differ by
 * accident. Intervals so wide that all pairs together err 5 times in 100 (Bonferroni).
 */
export function resamplingOfAll(variants: number): Resampling {
  const pairs = Math.max(1, (variants * (variants - 1)) / 2)
  return { ...standardResampling, outside: standardResampling.outside / pairs }
}
