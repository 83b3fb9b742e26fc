/**
 * The value below which a share of the sorted values lies, by linear interpolation between closest ranks (Hyndman and Fan's
 * definition 7, what NumPy and R use). Null for no values. `sorted` must be ascending and free of NaN.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null
  const rank = share * (sorted.length - 1)
  const below = Math.floor(rank)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (high - low) * (rank - below)
}

/** The numbers among the values, ascending. */
export function sortedNumbers(values: ArrayLike<number>): Float64Array {
  // A loop, not `filter`: that one makes an object of every number on the way, which a million tasks would feel.
  const numbers = new Float64Array(values.length)
  let count = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    if (!Number.isNaN(value)) numbers[count++] = value
  }
  return numbers.subarray(0, count).sort()
}
