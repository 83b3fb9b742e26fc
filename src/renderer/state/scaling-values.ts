import { experimentBounds } from '#shared/model/experiment.ts'
import { texts } from '#shared/texts/texts.ts'

/** What a text of sizes comes to. values: ascending, each once; null: nothing was entered, so the standard ones are meant. */
export type EnteredValues =
  | { readonly kind: 'values'; readonly values: readonly number[] | null }
  | { readonly kind: 'problem'; readonly sentence: string }

/** Inclusive. */
export interface ValueBounds {
  readonly min: number
  readonly max: number
}

const problem = (sentence: string): EnteredValues => ({ kind: 'problem', sentence })
const { min: fewest, max: most } = experimentBounds.sizes

/** The sizes that a text lists: numbers and ranges with commas between them, such as "1..4, 8". */
export function parseValues(text: string, bounds: ValueBounds): EnteredValues {
  if (text.trim() === '') return { kind: 'values', values: null }
  const values = new Set<number>()
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const match = /^(\d+)(?:\s*(?:\.\.|–|-)\s*(\d+))?$/.exec(part)
    if (match === null) {
      return problem(texts().fields.numbersSuchAs(part === '' ? texts().fields.nothing : part))
    }
    const from = Number(match[1])
    const to = Number(match[2] ?? match[1])
    if (from > to) return problem(texts().fields.backwards(part))
    if (from < bounds.min || to > bounds.max) {
      return problem(texts().fields.wholeNumbers(bounds.min, bounds.max, part))
    }
    // Never a loop over a range that nobody can measure.
    if (to - from >= most) return problem(tooMany(to - from + 1))
    for (let value = from; value <= to; value++) values.add(value)
  }
  if (values.size > most) return problem(tooMany(values.size))
  if (values.size < fewest) return problem(texts().fields.oneSize)
  return { kind: 'values', values: [...values].sort((one, other) => one - other) }
}

function tooMany(count: number): string {
  return texts().fields.tooManySizes(count, most)
}
