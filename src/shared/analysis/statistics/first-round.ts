import { seededFractions } from './fractions.ts'
import { medianOf } from './median-of.ts'

const shuffles = 4000

export interface FirstRound {
  /** Mean over the variants of ln(first value / median of the others): 0.1 is about 10 % more. */
  readonly effect: number
  /** How often a value picked at random from each variant stands out as far as the first does. */
  readonly probability: number
}

/** ln(one value / median of the others). */
function standsOut(values: readonly number[], at: number): number {
  const others = medianOf(values.filter((_, other) => other !== at)) ?? NaN
  return Math.log((values[at] as number) / others)
}

/**
 * Whether the first of each variant's values differs from the later ones: a permutation test (Fisher 1935) whose null is that any of a
 * variant's values might as well have been the first. Seeded. Null where no variant has three values, or where the values are not above 0.
 */
export function firstRoundEffect(variants: readonly (readonly number[])[], seed = 1): FirstRound | null {
  const effects = variants
    .filter((values) => values.length >= 3 && values.every((value) => value > 0))
    .map((values) => values.map((_, at) => standsOut(values, at)))
  if (effects.length === 0) return null
  const fraction = seededFractions(seed)
  const meanOf = (pick: (ofVariant: readonly number[]) => number): number =>
    effects.reduce((sum, ofVariant) => sum + pick(ofVariant), 0) / effects.length
  const effect = meanOf(([first]) => first as number)
  let asFar = 1
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    const random = meanOf((ofVariant) => ofVariant[Math.floor(fraction() * ofVariant.length)] as number)
    if (Math.abs(random) >= Math.abs(effect) - 1e-12) asFar++
  }
  return { effect, probability: asFar / (shuffles + 1) }
}
