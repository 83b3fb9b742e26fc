import type { Dimension } from './quantity.ts'

/** A value that a condition may speak of. */
export interface Term {
  readonly dimension: Dimension
  /** The value as it is printed. */
  readonly text: (value: number) => string
}

/** By name, such as a variant's label, and property; the empty property is the name alone. */
export type Vocabulary = ReadonlyMap<string, ReadonlyMap<string, Term>>

/** What a name's property came to; null where it is not known. */
export type Lookup = (name: string, property: string) => number | null
