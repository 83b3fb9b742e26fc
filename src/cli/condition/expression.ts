import type { Dimension } from './quantity.ts'
import type { Term } from './vocabulary.ts'

/** A number, or how to come to one. `at` is where it begins in the source. */
export interface Quantity {
  readonly kind: 'quantity'
  readonly at: number
  readonly dimension: Dimension
  readonly of:
    | { readonly kind: 'number'; readonly value: number }
    | {
        readonly kind: 'value'
        readonly name: string
        readonly property: string
        readonly term: Term
        /** Where it ends in the source. */
        readonly end: number
      }
    | { readonly kind: 'negative'; readonly operand: Quantity }
    | {
        readonly kind: 'arithmetic'
        readonly symbol: '+' | '-' | '*' | '/'
        readonly one: Quantity
        readonly other: Quantity
      }
}

/** What stands on one side of a comparison; `end` is where it ends in the source, parentheses included. */
export interface Side extends Quantity {
  readonly end: number
}

/** What is met or not. */
export type Condition = { readonly at: number } & (
  | {
      readonly kind: 'comparison'
      readonly symbol: '<' | '<=' | '>' | '>='
      readonly one: Side
      readonly other: Side
    }
  | { readonly kind: 'both' | 'either'; readonly one: Condition; readonly other: Condition }
  | { readonly kind: 'not'; readonly operand: Condition }
)

export type Expression = Quantity | Condition
