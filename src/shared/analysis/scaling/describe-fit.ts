import type { LawFit, ScalingLaw } from '../../model/scaling.ts'
import type { Fraction } from '../../model/units.ts'
import { lackOfFit } from './lack-of-fit.ts'
import { lawParameters, lawThroughput, type LawValues } from './scaling-laws.ts'

/** The throughputs of all runs of a size, per second: at least one, all positive. */
export interface MeasuredSize {
  readonly size: number
  readonly throughputs: readonly number[]
  readonly median: number
}

/** Beyond this no noise excuses a miss. */
const worstAllowed: Fraction = 0.1
/** Up to this nobody cares whether noise explains it. */
const alwaysAllowed: Fraction = 0.03
const significance = 0.05

/** How well a law describes what was measured. */
export interface FitQuality extends Pick<LawFit, 'meanMiss' | 'worstMiss' | 'fits'> {
  /** Why it does not fit: a miss that is too large whatever the noise, or larger than the repeats explain. */
  readonly fault: 'far-off' | 'beyond-noise' | null
}

/**
 * How far the medians are off a fitted law, and whether it describes them. It does where its worst miss is at most 3 %, and does not
 * where it is more than 10 %; between the two it does unless repeats differ by so little that noise cannot explain the misses
 * (F test for lack of fit, 5 %). Expects at least one size.
 */
export function describeFit(
  law: ScalingLaw,
  values: LawValues,
  measured: readonly MeasuredSize[],
): FitQuality {
  const misses = measured.map(({ size, median }) => ({
    size,
    miss: Math.abs(median - lawThroughput(values, size)) / median,
  }))
  const worstMiss = misses.reduce((worst, other) => (other.miss > worst.miss ? other : worst))
  const meanMiss = Math.sqrt(misses.reduce((sum, { miss }) => sum + miss ** 2, 0) / misses.length)
  // Relative to the median, as the fit has them: noise that is a share of the throughput is alike at all sizes.
  const relative = measured.map(({ size, throughputs, median }) => ({
    values: throughputs.map((throughput) => throughput / median),
    fitted: lawThroughput(values, size) / median,
  }))
  const test = lackOfFit(relative, lawParameters[law].length)
  const isBeyondNoise = worstMiss.miss > alwaysAllowed && test !== null && test.probability < significance
  const fault = worstMiss.miss > worstAllowed ? 'far-off' : isBeyondNoise ? 'beyond-noise' : null
  return { meanMiss, worstMiss, fits: fault === null, fault }
}
