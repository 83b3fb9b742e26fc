import type { Fraction } from '../../model/units.ts'

/** Beyond the least and the greatest value, the distribution goes on this many times as far apart as its values are on average. */
const tailStretch = 2

/**
 * The value below which a share of the distribution lies that the sorted values were drawn from, as far as they tell: straight
 * lines between neighbours, the k-th of n standing at k / (n + 1) (Weibull's plotting position, Hyndman and Fan's definition 6), and a
 * straight tail on both sides. Expects at least two values, ascending.
 */
export function smoothQuantile(sorted: Float64Array, share: Fraction): number {
  const last = sorted.length - 1
  if (last < 1) throw new Error(`Expected at least two values, got ${sorted.length}`)
  const least = sorted[0] as number
  const greatest = sorted[last] as number
  const rank = share * (sorted.length + 1) - 1
  const tail = (tailStretch * (greatest - least)) / last
  if (rank <= 0) return least + rank * tail
  if (rank >= last) return greatest + (rank - last) * tail
  const below = Math.floor(rank)
  const low = sorted[below] as number
  return low + ((sorted[below + 1] as number) - low) * (rank - below)
}
