import { quote } from '../../main/engine/input-error.ts'
import { conditionError } from './condition-error.ts'
import type { Quantity } from './expression.ts'
import type { Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

type NameToken = Token & { readonly kind: 'name' }

/** As a condition has to write it. */
function inCondition(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : `"${name}"`
}

function unknownName(source: string, { at, name }: NameToken, known: readonly string[]): Error {
  const isBare = source[at] !== '"' && source[at] !== "'"
  // A hyphen may be part of a name: the likeliest reason for one that nobody knows.
  const isMinus = isBare && known.some((candidate) => name.startsWith(`${candidate}-`))
  const hint = isMinus ? '; a minus needs spaces around it' : ''
  const names = known.map(inCondition).join(', ')
  return conditionError(source, at, `expected one of ${names}, got ${quote(name)}${hint}`)
}

/** The value that a name stands for. Throws an `InputError` where there is none. */
export function resolveValue(source: string, token: NameToken, vocabulary: Vocabulary): Quantity {
  const { at, end, name } = token
  const property = token.property ?? ''
  const terms = vocabulary.get(name)
  if (terms === undefined) throw unknownName(source, token, [...vocabulary.keys()])
  const term = token.property === '' ? undefined : terms.get(property)
  if (term === undefined) {
    const known = [...terms.keys()].filter((key) => key !== '')
    const expected = known.length === 0 ? 'nothing after it' : `one of .${known.join(', .')}`
    const sentence = `${name}: expected ${expected}, got ${quote(`.${property}`)}`
    throw conditionError(source, end - property.length - 1, sentence)
  }
  return { kind: 'quantity', at, dimension: term.dimension, of: { kind: 'value', name, property, term, end } }
}
