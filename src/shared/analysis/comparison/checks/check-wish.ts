import { texts } from '../../../texts/texts.ts'
/** What was to be measured, as far as the checks have to know. */
export interface CheckWish {
  /** How many variants there were to be. */
  readonly variants: number
  /** How many measured runs there were to be. */
  readonly expectedRuns: number
  /** Where the same work is due: a sweep over the number or length of tasks changes it from variant to variant. */
  readonly sameWork: 'across-variants' | 'within-variants'
  readonly isComplete: boolean
  /** What each variant is called, in their order; without names the sentences number them. */
  readonly labels?: readonly string[]
}

/** A variant's name as it stands in a sentence. */
export function labelOf({ labels }: CheckWish, variant: number): string {
  return labels?.[variant] ?? texts().comparisonSentences.checks.sameWork.variant(variant + 1)
}
