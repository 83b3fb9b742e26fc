import type { Estimate } from '../../model/estimate.ts'

/** More than this nobody waits for. */
const mostRuns = 100

/**
 * How many more runs would tell a difference as large as the one seen, where the interval of a ratio does not leave 1 out: intervals
 * shrink with the root of the number of runs. Null: more than 100 in all, or there is no interval.
 */
export function moreRunsFor({ value, interval }: Estimate, runs: number): number | null {
  if (interval === null) return null
  const effect = Math.abs(Math.log(value))
  // From the value to the end that lies beyond 1: that end has to come nearer.
  const reach = Math.abs(Math.log(value < 1 ? interval.high : interval.low) - Math.log(value))
  // A hair less: a whole number that rounding left a hair above itself is not one more.
  const needed = Math.ceil(runs * (reach / effect) ** 2 - 1e-9)
  return needed > mostRuns ? null : Math.max(1, needed - runs)
}
