import { taskSeed } from '../../model/plan.ts'
import type { Fraction } from '../../model/units.ts'

/** Seeded random numbers, 0 included and 1 not: the same seed gives the same sequence, so that an analysis can be had again. */
export function seededFractions(seed: number): () => Fraction {
  let drawn = 0
  return () => taskSeed(seed, drawn++) / 4_294_967_296
}
