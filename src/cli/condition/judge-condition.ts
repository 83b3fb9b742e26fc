import { assertNever } from '#shared/assert-never.ts'
import type { Condition, Quantity } from './expression.ts'
import type { ParsedCondition } from './parse-condition.ts'
import type { Lookup } from './vocabulary.ts'

/** Whether a condition is met. unknown: it speaks of something that is not known, so that nobody can tell. */
export interface Judgement {
  readonly kind: 'met' | 'not-met' | 'unknown'
  /** The condition with its values filled in, and the answer. */
  readonly text: string
}

/** A value that is not known, as NaN, makes everything that is computed from it NaN. */
function valueOf({ of: quantity }: Quantity, lookup: Lookup): number {
  switch (quantity.kind) {
    case 'number':
      return quantity.value
    case 'value':
      return lookup(quantity.name, quantity.property) ?? NaN
    case 'negative':
      return -valueOf(quantity.operand, lookup)
    case 'arithmetic': {
      const [one, other] = [valueOf(quantity.one, lookup), valueOf(quantity.other, lookup)]
      if (quantity.symbol === '+') return one + other
      if (quantity.symbol === '-') return one - other
      return quantity.symbol === '*' ? one * other : one / other
    }
    default:
      return assertNever(quantity)
  }
}

function isMet(condition: Condition, lookup: Lookup): boolean {
  switch (condition.kind) {
    case 'comparison': {
      const [one, other] = [valueOf(condition.one, lookup), valueOf(condition.other, lookup)]
      if (condition.symbol === '<') return one < other
      if (condition.symbol === '<=') return one <= other
      return condition.symbol === '>' ? one > other : one >= other
    }
    case 'both':
      return isMet(condition.one, lookup) && isMet(condition.other, lookup)
    case 'either':
      return isMet(condition.one, lookup) || isMet(condition.other, lookup)
    case 'not':
      return !isMet(condition.operand, lookup)
    default:
      return assertNever(condition)
  }
}

type Value = Quantity['of'] & { readonly kind: 'value' }

/** Every value that a quantity speaks of, from left to right. */
function quantityValues({ of: quantity }: Quantity): Value[] {
  switch (quantity.kind) {
    case 'number':
      return []
    case 'value':
      return [quantity]
    case 'negative':
      return quantityValues(quantity.operand)
    case 'arithmetic':
      return [...quantityValues(quantity.one), ...quantityValues(quantity.other)]
    default:
      return assertNever(quantity)
  }
}

/** Every comparison, and the sides of each. */
function comparisons(condition: Condition): Quantity[] {
  switch (condition.kind) {
    case 'comparison':
      return [condition.one, condition.other]
    case 'not':
      return comparisons(condition.operand)
    case 'both':
    case 'either':
      return [...comparisons(condition.one), ...comparisons(condition.other)]
    default:
      return assertNever(condition)
  }
}

function filledIn(source: string, values: readonly Value[], lookup: Lookup): string {
  let text = ''
  let from = 0
  for (const { name, property, term, end } of values) {
    const value = lookup(name, property)
    text += `${source.slice(from, end)} ${value === null ? '(not known)' : term.text(value)}`
    from = end
  }
  return text + source.slice(from)
}

/**
 * Judges a condition. One that speaks of anything that is not known, or divides by nothing, is unknown even where the rest of it
 * would decide: a gate must not pass by luck.
 */
export function judgeCondition({ source, condition }: ParsedCondition, lookup: Lookup): Judgement {
  const sides = comparisons(condition)
  const text = filledIn(source, sides.flatMap(quantityValues), lookup)
  if (!sides.every((side) => Number.isFinite(valueOf(side, lookup))))
    return { kind: 'unknown', text: `${text}: cannot be told` }
  const kind = isMet(condition, lookup) ? 'met' : 'not-met'
  return { kind, text: `${text}: ${kind === 'met' ? 'met' : 'not met'}` }
}
