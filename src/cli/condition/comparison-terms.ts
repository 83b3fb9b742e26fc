import { bytesFigure, countText, ratioText } from '#shared/format.ts'
import type { ComparedVariant, Comparison } from '#shared/model/comparison.ts'
import type { Estimate } from '#shared/model/estimate.ts'
import { durationText, percentText, plainFigure } from '../plain-figure.ts'
import { aSize, aTime, plainNumber, type Dimension } from './quantity.ts'
import type { Lookup, Term, Vocabulary } from './vocabulary.ts'

/** A term, and how to read it from a compared variant; null where it is not known. */
interface VariantTerm extends Term {
  readonly of: (variant: ComparedVariant) => number | null
}

const term = (dimension: Dimension, text: (value: number) => string, of: VariantTerm['of']): VariantTerm => ({
  dimension,
  text,
  of,
})
const time = (of: VariantTerm['of']): VariantTerm => term(aTime, durationText, of)
const ratio = (of: VariantTerm['of']): VariantTerm => term(plainNumber, ratioText, of)
const share = (of: VariantTerm['of']): VariantTerm => term(plainNumber, percentText, of)

/** Null: nothing is known of it. The baseline beside itself is exactly 1. */
function ratioOf({ verdict }: ComparedVariant): Estimate | null {
  switch (verdict.kind) {
    case 'baseline':
      return { value: 1, interval: { low: 1, high: 1 } }
    case 'not-comparable':
      return null
    default:
      return verdict.ratio
  }
}

const variantTerms: ReadonlyMap<string, VariantTerm> = new Map([
  ['', time(({ makespanMs }) => makespanMs?.value ?? null)],
  ['makespan', time(({ makespanMs }) => makespanMs?.value ?? null)],
  ['low', time(({ makespanMs }) => makespanMs?.interval?.low ?? null)],
  ['high', time(({ makespanMs }) => makespanMs?.interval?.high ?? null)],
  ['fastest', time(({ fastestMs }) => fastestMs)],
  ['slowest', time(({ slowestMs }) => slowestMs)],
  ['spread', time(({ spreadMs }) => spreadMs)],
  ['ratio', ratio((variant) => ratioOf(variant)?.value ?? null)],
  ['ratio-low', ratio((variant) => ratioOf(variant)?.interval?.low ?? null)],
  ['ratio-high', ratio((variant) => ratioOf(variant)?.interval?.high ?? null)],
  ['queue-wait', time(({ figures }) => figures.queueWaitP50Ms)],
  ['cpu', time(({ figures }) => figures.cpuMs)],
  ['cores-busy', share(({ figures }) => figures.coresBusy)],
  [
    'memory',
    term(
      aSize,
      (bytes) => plainFigure(bytesFigure(bytes)),
      ({ figures }) => figures.peakMemoryBytes,
    ),
  ],
  ['own', share(({ figures }) => figures.ownShare)],
  ['ideal', ratio(({ figures }) => figures.idealRatio)],
  ['failures', term(plainNumber, countText, ({ failures, runs }) => (runs.length === 0 ? null : failures))],
])

/** What may stand after a label's dot. */
export const comparisonProperties: readonly string[] = [...variantTerms.keys()].filter((key) => key !== '')

/** What a condition of `taskscope compare` may speak of: each variant by its label, and its properties. */
export function comparisonVocabulary(labels: readonly string[]): Vocabulary {
  return new Map(labels.map((label) => [label, variantTerms]))
}

/** The values of a comparison for its conditions. */
export function comparisonLookup({ variants }: Comparison): Lookup {
  return (name, property) => {
    const variant = variants.find(({ label }) => label === name)
    return variant === undefined ? null : (variantTerms.get(property)?.of(variant) ?? null)
  }
}
