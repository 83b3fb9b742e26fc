import { assertNever } from '#shared/assert-never.ts'
import type { Quantity } from './expression.ts'
import type { Lookup } from './vocabulary.ts'

/** What a quantity comes to; not finite where it needs a value that is not known, or divides by nothing. */
export function valueOf({ of: quantity }: Quantity, lookup: Lookup): number {
  switch (quantity.kind) {
    case 'number':
      return quantity.value
    case 'value':
      // Makes everything that is computed from it NaN, too.
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

/** A value that a quantity speaks of by its name. */
export type NamedValue = Quantity['of'] & { readonly kind: 'value' }

/** Every named value of a quantity, from left to right. */
export function namedValues({ of: quantity }: Quantity): NamedValue[] {
  switch (quantity.kind) {
    case 'number':
      return []
    case 'value':
      return [quantity]
    case 'negative':
      return namedValues(quantity.operand)
    case 'arithmetic':
      return [...namedValues(quantity.one), ...namedValues(quantity.other)]
    default:
      return assertNever(quantity)
  }
}

/** What a quantity comes to whatever was measured; null: that depends. */
export function constantOf(quantity: Quantity): number | null {
  return namedValues(quantity).length === 0 ? valueOf(quantity, () => null) : null
}
