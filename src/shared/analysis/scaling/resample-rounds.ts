import type { Interval } from '../../model/estimate.ts'
import { percentile, sortedNumbers } from '../percentile.ts'
import { seededFractions } from '../statistics/fractions.ts'
import { fQuantile, fUpperTail } from './f-distribution.ts'

/** Fits are made again for each: more would be felt. */
const sweepResamples = 1000

export interface Resampling {
  readonly seed?: number
  readonly resamples?: number
}

/**
 * What `measure` makes of rounds drawn with replacement, as many as there are, again and again (the bootstrap, Efron 1979). A round is
 * drawn with all its sizes, so that what made it fast or slow meets them alike. `measure` gets the rounds' positions, which
 * are overwritten afterwards. Seeded.
 */
export function resampleRounds<T>(
  rounds: number,
  measure: (drawn: ArrayLike<number>) => T,
  { seed = 1, resamples = sweepResamples }: Resampling = {},
): T[] {
  const fraction = seededFractions(seed)
  const drawn = new Int32Array(rounds)
  return Array.from({ length: resamples }, () => {
    for (let at = 0; at < rounds; at++) drawn[at] = Math.floor(fraction() * rounds)
    return measure(drawn)
  })
}

const outside = 0.05

/** The value that Student's t distribution is beyond in 5 of 100 cases, above or below: its square has the F distribution. */
const studentsT = (freedom: number): number => Math.sqrt(fQuantile(outside, 1, freedom))
/** The same of the normal distribution, which Student's comes to. */
const normal = studentsT(1e7)

/**
 * The share of what was resampled that lies below a 95 % interval, and above it. Less than 2.5 %: resampled means of a few values
 * are too close to each other, and what they lack is known for normal noise (the expanded percentile interval; Hesterberg, What
 * Teachers Should Know About the Bootstrap, 2015, section 5.2). 0.1 % for five rounds, 0.9 % for ten.
 */
function shareOutside(rounds: number): number {
  const freedom = rounds - 1
  return fUpperTail((studentsT(freedom) ** 2 * rounds) / freedom, 1, 1e7) / 2
}

function percentiles(resampled: ArrayLike<number>, below: number): Interval {
  const sorted = sortedNumbers(resampled)
  const low = percentile(sorted, below)
  const high = percentile(sorted, 1 - below)
  if (low === null || high === null) throw new Error('Expected resampled values, got none')
  return { low, high }
}

/** The 95 % interval of resampled values from so many rounds, at least two, where only values that were resampled are possible. Throws where there is none. */
export function expandedInterval(resampled: ArrayLike<number>, rounds: number): Interval {
  return percentiles(resampled, shareOutside(rounds))
}

/**
 * The same where every value is possible: what lies between 2.5 and 97.5 % of the resampled values, its distances from the estimate stretched
 * by as much as resampling so few rounds falls short. By 1.58 for five rounds, 1.22 for ten. The far ends of what was resampled,
 * which the expanded interval takes, are those of a handful of draws.
 */
export function stretchedInterval(estimate: number, resampled: ArrayLike<number>, rounds: number): Interval {
  const { low, high } = percentiles(resampled, outside / 2)
  const stretch = (Math.sqrt(rounds / (rounds - 1)) * studentsT(rounds - 1)) / normal
  return {
    low: estimate - stretch * Math.max(0, estimate - low),
    high: estimate + stretch * Math.max(0, high - estimate),
  }
}
