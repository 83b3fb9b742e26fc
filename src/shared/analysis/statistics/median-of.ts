import { percentile, sortedNumbers } from '../percentile.ts'

/** The median of the numbers among the values; null where there is none. NaN stands for what is not known. */
export function medianOf(values: ArrayLike<number>): number | null {
  return percentile(sortedNumbers(values), 0.5)
}
