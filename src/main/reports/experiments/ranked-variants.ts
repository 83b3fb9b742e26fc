import type { ComparedVariant, Comparison } from '#shared/model/comparison.ts'

/** A variant with its place in the lists that are in the variants' order. */
export interface RankedVariant {
  readonly position: number
  readonly variant: ComparedVariant
  readonly isBaseline: boolean
}

/** The variants, fastest first: the order in which the report has them everywhere. */
export function rankedVariants({ variants, ranking, baseline }: Comparison): readonly RankedVariant[] {
  return ranking.flatMap((position) => {
    const variant = variants[position]
    return variant === undefined ? [] : [{ position, variant, isBaseline: position === baseline }]
  })
}
