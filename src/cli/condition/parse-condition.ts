import { quote } from '../../main/engine/input-error.ts'
import { conditionError } from './condition-error.ts'
import type { Condition, Expression, Quantity } from './expression.ts'
import {
  combinedDimension,
  dimensionWords,
  isSameDimension,
  plainNumber,
  type Dimension,
} from './quantity.ts'
import { resolveValue } from './resolve-value.ts'
import { constantOf, namedValues } from './quantity-value.ts'
import { readTokens, type Token, type TokenSymbol } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Nobody writes more by hand; what a program writes by mistake ends here. */
const mostCharacters = 2000
/** Parentheses, `not` and signs inside each other. */
const deepest = 50

/** A condition that may be judged, with its text, in which it knows the places of its values. */
export interface ParsedCondition {
  readonly source: string
  readonly condition: Condition
}

/** What a token is called in a sentence. */
function tokenWords(source: string, { kind, at, end }: Token): string {
  return kind === 'end' ? 'the end' : quote(source.slice(at, end))
}

/** One pass over a condition's tokens, from the loosest binding (`or`) to the tightest (a sign). */
class ConditionParser {
  readonly #source: string
  readonly #vocabulary: Vocabulary
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(source: string, vocabulary: Vocabulary) {
    this.#source = source
    this.#vocabulary = vocabulary
    this.#tokens = readTokens(source)
  }

  parse(): Condition {
    const expression = this.#or()
    if (this.#token.kind !== 'end') throw this.#unexpected('an operator or the end')
    return this.#asCondition(expression)
  }

  get #token(): Token {
    const token = this.#tokens[this.#at]
    if (token === undefined) throw new Error(`Expected a token at ${this.#at}, got none`)
    return token
  }

  /** Where what has been read ends in the source. */
  get #previousEnd(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0
  }

  /** Steps over the next token where it is one of those symbols. */
  #accept<Wanted extends TokenSymbol>(...wanted: readonly Wanted[]): Wanted | null {
    const token = this.#token
    if (token.kind !== 'symbol') return null
    const found = wanted.find((symbol) => symbol === token.symbol)
    if (found !== undefined) this.#at++
    return found ?? null
  }

  #unexpected(expected: string): Error {
    const got = tokenWords(this.#source, this.#token)
    return conditionError(this.#source, this.#token.at, `expected ${expected}, got ${got}`)
  }

  /** Parses what stands inside of something. */
  #inside<Result>(parse: () => Result): Result {
    if (++this.#depth > deepest) {
      throw conditionError(this.#source, this.#token.at, `expected at most ${deepest} levels, got more`)
    }
    const result = parse()
    this.#depth--
    return result
  }

  #asCondition(expression: Expression): Condition {
    if (expression.kind !== 'quantity') return expression
    const got = dimensionWords(expression.dimension)
    throw conditionError(this.#source, expression.at, `expected a comparison, as in a > b, got ${got}`)
  }

  #asQuantity(expression: Expression): Quantity {
    if (expression.kind === 'quantity') return expression
    throw conditionError(this.#source, expression.at, 'expected a value, got a comparison')
  }

  #or(): Expression {
    let left = this.#and()
    while (this.#accept('or') !== null) {
      const [one, other] = [this.#asCondition(left), this.#asCondition(this.#and())]
      left = { kind: 'either', at: one.at, one, other }
    }
    return left
  }

  #and(): Expression {
    let left = this.#not()
    while (this.#accept('and') !== null) {
      const [one, other] = [this.#asCondition(left), this.#asCondition(this.#not())]
      left = { kind: 'both', at: one.at, one, other }
    }
    return left
  }

  #not(): Expression {
    const { at } = this.#token
    if (this.#accept('not') === null) return this.#comparison()
    return { kind: 'not', at, operand: this.#asCondition(this.#inside(() => this.#not())) }
  }

  #comparison(): Expression {
    const left = this.#sum()
    const { at } = this.#token
    const leftEnd = this.#previousEnd
    const symbol = this.#accept('<=', '>=', '<', '>')
    if (symbol === null) return left
    const one = { ...this.#asQuantity(left), end: leftEnd }
    const right = this.#asQuantity(this.#sum())
    const other = { ...right, end: this.#previousEnd }
    this.#requireSame(symbol, at, one, other)
    if ([...namedValues(one), ...namedValues(other)].length === 0) {
      const sentence = `expected a name on at least one side of ${symbol}, got only numbers`
      throw conditionError(this.#source, one.at, sentence)
    }
    return { kind: 'comparison', at: one.at, symbol, one, other }
  }

  #requireSame(symbol: string, at: number, one: Quantity, other: Quantity): void {
    if (isSameDimension(one.dimension, other.dimension)) return
    const kinds = [one.dimension, other.dimension]
    const hint = kinds.some((kind) => isSameDimension(kind, plainNumber))
      ? ' (a number may have a unit, as in 500 ms)'
      : ''
    const got = kinds.map(dimensionWords).join(' and ')
    throw conditionError(this.#source, at, `expected the same on both sides of ${symbol}, got ${got}${hint}`)
  }

  #sum(): Expression {
    let left = this.#product()
    for (;;) {
      const { at } = this.#token
      const symbol = this.#accept('+', '-')
      if (symbol === null) return left
      const [one, other] = [this.#asQuantity(left), this.#asQuantity(this.#product())]
      this.#requireSame(symbol, at, one, other)
      left = this.#computed(one.dimension, { kind: 'arithmetic', symbol, one, other })
    }
  }

  /** What is wrong with numbers alone is wrong whatever will be measured: it is said before that. */
  #computed(dimension: Dimension, of: Quantity['of'] & { readonly kind: 'arithmetic' }): Quantity {
    const { at } = of.one
    const quantity: Quantity = { kind: 'quantity', at, dimension, of }
    const constant = constantOf(quantity)
    if (constant !== null && !Number.isFinite(constant))
      throw conditionError(this.#source, at, 'expected numbers that can be computed with, got too large ones')
    return quantity
  }

  #product(): Expression {
    let left = this.#signed()
    for (;;) {
      const symbol = this.#accept('*', '/')
      if (symbol === null) return left
      const [one, other] = [this.#asQuantity(left), this.#asQuantity(this.#signed())]
      if (symbol === '/' && constantOf(other) === 0)
        throw conditionError(this.#source, other.at, 'expected a number other than 0 to divide by, got 0')
      const dimension = combinedDimension(one.dimension, other.dimension, symbol === '*' ? 1 : -1)
      left = this.#computed(dimension, { kind: 'arithmetic', symbol, one, other })
    }
  }

  #signed(): Expression {
    const { at } = this.#token
    if (this.#accept('-') === null) return this.#primary()
    const operand = this.#asQuantity(this.#inside(() => this.#signed()))
    return { kind: 'quantity', at, dimension: operand.dimension, of: { kind: 'negative', operand } }
  }

  #primary(): Expression {
    const token = this.#token
    if (token.kind === 'number') {
      this.#at++
      const { at, dimension, value } = token
      return { kind: 'quantity', at, dimension, of: { kind: 'number', value } }
    }
    if (token.kind === 'name') {
      this.#at++
      return resolveValue(this.#source, token, this.#vocabulary)
    }
    if (this.#accept('(') === null) throw this.#unexpected('a variant, a number or (')
    const inner = this.#inside(() => this.#or())
    if (this.#accept(')') === null) throw this.#unexpected(')')
    return inner
  }
}

/**
 * Reads a condition such as `hybrid > 1.05 * threads and hybrid.failures <= 0`. Throws an `InputError` with the position marked for
 * wrong grammar, unknown names and properties, and for comparing or adding what has no common unit.
 */
export function parseCondition(text: string, vocabulary: Vocabulary): ParsedCondition {
  // Characters that are no text, also line breaks, would take the mark away from its place.
  const source = text.replace(/[\s\p{Cc}]/gu, ' ').trim()
  if (source.length > mostCharacters) {
    throw conditionError(source, mostCharacters, `expected at most ${mostCharacters} characters, got more`)
  }
  if (source === '') throw conditionError(source, 0, 'expected a condition, as in a > 1.05 * b, got nothing')
  return { source, condition: new ConditionParser(source, vocabulary).parse() }
}
