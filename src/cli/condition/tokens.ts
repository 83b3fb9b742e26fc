import { quote } from '../../main/engine/input-error.ts'
import { conditionError } from './condition-error.ts'
import { plainNumber, units, type Dimension } from './quantity.ts'

export const symbols = ['<=', '>=', '<', '>', '+', '-', '*', '/', '(', ')'] as const
export const keywords = ['and', 'or', 'not'] as const
export type TokenSymbol = (typeof symbols)[number] | (typeof keywords)[number]

/** A piece of a condition; `at` and `end` are its place in the source. A property is what stands after a name's dot; null: no dot. */
export type Token = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number; readonly dimension: Dimension }
  | { readonly kind: 'name'; readonly name: string; readonly property: string | null }
  | { readonly kind: 'symbol'; readonly symbol: TokenSymbol }
  | { readonly kind: 'end' }
)

const space = /\s*/y
const numeral = /\d+(?:\.\d+)?|\.\d+/y
const unitWord = /\s*(\p{L}+|%)/uy
// A hyphen belongs to the word, as in event-loop.
const word = /[\p{L}_][\p{L}\p{N}_-]*/uy
const quoted = /"([^"]*)"|'([^']*)'/y
const propertyWord = /\.([\p{L}\p{N}_-]*)/uy

/** A condition's pieces, the last of kind `end`. Throws an `InputError` for what is none. */
export function readTokens(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from
    return pattern.exec(source)
  }

  const numberAt = (): Token | null => {
    const digits = take(numeral, at)
    if (digits === null) return null
    const unitFrom = at + digits[0].length
    const unit = take(unitWord, unitFrom)
    const name = unit?.[1] ?? ''
    const isUnit = unit !== null && !keywords.some((keyword) => keyword === name)
    const known = units.get(name)
    if (isUnit && known === undefined) {
      const expected = `expected a unit (${[...units.keys()].join(', ')}) or none`
      throw conditionError(source, unitFrom + unit[0].length - name.length, `${expected}, got ${quote(name)}`)
    }
    const end = isUnit ? unitFrom + unit[0].length : unitFrom
    const value = Number(digits[0]) * (known?.factor ?? 1)
    if (!Number.isFinite(value))
      throw conditionError(source, at, 'expected numbers that can be computed with, got a too large one')
    return { kind: 'number', at, end, value, dimension: known?.dimension ?? plainNumber }
  }

  const nameAt = (): Token | null => {
    const bare = take(word, at)
    const inQuotes = bare === null ? take(quoted, at) : null
    const match = bare ?? inQuotes
    if (match === null) return null
    const keyword = bare === null ? undefined : keywords.find((known) => known === bare[0])
    const end = at + match[0].length
    if (keyword !== undefined) return { kind: 'symbol', at, end, symbol: keyword }
    const name = bare?.[0] ?? inQuotes?.[1] ?? inQuotes?.[2] ?? ''
    const property = take(propertyWord, end)
    return { kind: 'name', at, end: end + (property?.[0].length ?? 0), name, property: property?.[1] ?? null }
  }

  const symbolAt = (): Token | null => {
    const symbol = symbols.find((candidate) => source.startsWith(candidate, at))
    return symbol === undefined ? null : { kind: 'symbol', at, end: at + symbol.length, symbol }
  }

  for (;;) {
    at += take(space, at)?.[0].length ?? 0
    if (at >= source.length) return [...tokens, { kind: 'end', at: source.length, end: source.length }]
    const token = numberAt() ?? nameAt() ?? symbolAt()
    if (token === null) {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
      throw conditionError(
        source,
        at,
        /["']/.test(character)
          ? `expected a closing ${character}, got none`
          : `expected a name, a number or an operator, got ${quote(character)}`,
      )
    }
    tokens.push(token)
    at = token.end
  }
}
