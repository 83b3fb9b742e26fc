/** Of values in the order in which they were measured. */
export interface Trend {
  /** Pairs in which the later value is the greater, less pairs in which it is the smaller. */
  readonly s: number
  readonly variance: number
  /** Two-sided: how probable an `s` at least so far from 0 is where there is no trend. */
  readonly probability: number
}

/** Up to here the distribution of `s` is counted out; beyond, it is as good as normal. */
const mostCounted = 10

/** How many of the orders of `count` different values have each `s`; by `s` + count * (count - 1) / 2, in steps of 2. */
function ordersByInversions(count: number): number[] {
  let orders = [1]
  for (let size = 2; size <= count; size++) {
    const next = Array.from({ length: orders.length + size - 1 }, () => 0)
    for (let inversions = 0; inversions < orders.length; inversions++) {
      for (let more = 0; more < size; more++) {
        next[inversions + more] = (next[inversions + more] as number) + (orders[inversions] as number)
      }
    }
    orders = next
  }
  return orders
}

function countedProbability(s: number, count: number): number {
  const orders = ordersByInversions(count)
  const pairs = (count * (count - 1)) / 2
  const all = orders.reduce((sum, ofS) => sum + ofS, 0)
  const asFar = orders.reduce(
    (sum, ofS, inversions) => (Math.abs(pairs - 2 * inversions) >= Math.abs(s) ? sum + ofS : sum),
    0,
  )
  return asFar / all
}

/** Upper tail of the standard normal distribution: Abramowitz and Stegun 26.2.17, off by less than 7.5e-8. */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
}

function sizesOfTies(values: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()].filter((count) => count > 1)
}

/**
 * Whether values tend to rise or fall in the order in which they were measured: the Mann-Kendall test (Mann 1945, Kendall 1975),
 * exact up to ten different values, else by the normal approximation with the correction for ties.
 */
export function mannKendall(values: readonly number[]): Trend {
  const count = values.length
  let s = 0
  for (let later = 1; later < count; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      s += Math.sign((values[later] as number) - (values[earlier] as number))
    }
  }
  const term = (size: number): number => size * (size - 1) * (2 * size + 5)
  const ties = sizesOfTies(values)
  const variance = (term(count) - ties.reduce((sum, size) => sum + term(size), 0)) / 18
  if (count <= mostCounted && ties.length === 0)
    return { s, variance, probability: countedProbability(s, count) }
  // Less by one step: s is whole, the normal distribution is not.
  const z = (Math.abs(s) - 1) / Math.sqrt(variance)
  return { s, variance, probability: z > 0 ? 2 * normalTail(z) : 1 }
}
