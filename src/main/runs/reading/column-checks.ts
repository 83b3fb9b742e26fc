/** No measurement is larger, in whatever unit: sums of a million of them are finite still, also in single precision. */
export const largestMeasure = 1e15

type Numbers = Float64Array | Float32Array | Int32Array | Int16Array | Uint8Array

/** What is wrong with a table's rows: which of them, and the rest of the sentence. */
export interface RowProblem {
  readonly row: number
  readonly field: string
  readonly expected: string
  readonly got: number | string
}

/** The first value that is no measurement; NaN is one (not known) where `orNaN`. Null: all are. */
export function findNoMeasure(
  field: string,
  values: Numbers,
  count: number,
  orNaN: boolean,
): RowProblem | null {
  for (let row = 0; row < count; row++) {
    const value = values[row] as number
    if (Math.abs(value) <= largestMeasure || (orNaN && Number.isNaN(value))) continue
    return { row, field, expected: `a number from -1e15 to 1e15${orNaN ? ' or null' : ''}`, got: value }
  }
  return null
}

/** The first value outside inclusive bounds, of a column of whole numbers. Null: none is. */
export function findOutside(
  field: string,
  values: Numbers,
  count: number,
  { min, max, of }: { readonly min: number; readonly max: number; readonly of: string },
): RowProblem | null {
  for (let row = 0; row < count; row++) {
    const value = values[row] as number
    if (value < min || value > max) return { row, field, expected: of, got: value }
  }
  return null
}
