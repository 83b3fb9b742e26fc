/**
 * What a column of an Arrow stream holds, in our own words: no type of the package leaks out of `arrow-stream.ts`.
 *
 * A nullable column knows one value that stands for "not known" and is stored as Arrow's null: NaN among floats, -1 among signed
 * integers. It comes back as that value.
 */
export type ColumnSpec =
  | { readonly kind: 'float64' | 'float32' | 'int32' | 'int16'; readonly isNullable: boolean }
  /** A stream of an earlier version may be without it: then nothing of it is known. */
  | { readonly kind: 'float64'; readonly isNullable: true; readonly mayBeMissing: true }
  | { readonly kind: 'uint16' | 'uint8' }
  /** A dictionary of these words, 255 at most; values are positions in it. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** UTF-8. */
  | { readonly kind: 'text' }
  /** `length` values for each row, one row after the other; nulls are among the values, never whole lists. At least 1. */
  | { readonly kind: 'list-float32' | 'list-int16'; readonly length: number; readonly isNullable: boolean }

/** A table's columns by name, in the order in which they are stored. */
export type TableSpec = Readonly<Record<string, ColumnSpec>>

interface ValuesOfKind {
  readonly float64: Float64Array
  readonly float32: Float32Array
  readonly int32: Int32Array
  readonly int16: Int16Array
  readonly uint16: Uint16Array
  readonly uint8: Uint8Array
  readonly words: Uint8Array
  readonly text: readonly string[]
  readonly 'list-float32': Float32Array
  readonly 'list-int16': Int16Array
}

/** The values of a column: as typed arrays, so that nothing is boxed on the way. */
export type ColumnValues = ValuesOfKind[keyof ValuesOfKind]

/** One batch of a table: each column with the values of all rows (and room for more). */
export type Columns<Spec extends TableSpec> = {
  readonly [Name in keyof Spec]: ValuesOfKind[NonNullable<Spec[Name]>['kind']]
}

/** How many values a row has in the column. */
export function valuesPerRow(spec: ColumnSpec): number {
  return spec.kind === 'list-float32' || spec.kind === 'list-int16' ? spec.length : 1
}
