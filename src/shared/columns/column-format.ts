/**
 * How one column lies in the bytes (all numbers little-endian):
 *
 *     name        u8 length, ASCII
 *     encoding    u8, `columnEncoding`
 *     constant:   f64, the value of every row
 *     whole:      u8 divisor, u8 shift, u8 guess, u8 reference, u8 planes, u8 mask;
 *                 if the mask is `own`: a byte for each row, `rowMark`; u32 count and f64 values of the rows marked `other`;
 *                 then `planes` times a byte for each row
 *     raw:        for each byte of an element, least first, a byte for each row
 *
 * A whole column's value is `(guess + reference + residual) * 2 ** shift / divisor`. The residual is zigzag-coded (0, -1, 1, -2 … as
 * 0, 1, 2, 3 …) and its bytes lie in planes, least first: what is alike stands together, so that deflate makes little of it.
 */
export const columnEncoding = { constant: 0, whole: 1, raw: 2 } as const

/** What whole numbers are divided by to give a column's values, by code. The first is the grid of recorded times, 2^-20 ms. */
export const divisors = [2 ** 20, 1, 1_000, 1_000_000] as const

/** What a row's residual is counted from, beside the guess. */
export const reference = { none: 0, rowBefore: 1, slotBefore: 2 } as const
export type Reference = (typeof reference)[keyof typeof reference]

/** Which rows have a whole number. `asBefore`: the same as in the column before it that has a mask of its own. */
export const maskKind = { all: 0, own: 1, asBefore: 2 } as const

export const rowMark = { whole: 0, missing: 1, other: 2 } as const

/** Beyond this, sums and differences of whole numbers would no longer be exact. */
export const mostWhole = 2 ** 50
/** Bytes of the largest residual. */
export const mostPlanes = 7

/** First bytes of packed columns, and the version of their layout. */
export const packedMagic = 'TSCO'
export const packedVersion = 2
/** It lacks the later columns of samples (`laterSampleNames`). */
export const firstPackedVersion = 1

export type Column = Float64Array | Float32Array | Int32Array | Int16Array | Uint16Array | Uint8Array

export const columnTypes = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  int16: Int16Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
} as const
export type ColumnType = keyof typeof columnTypes

/** Smallest and largest value of the types that hold whole numbers only. */
export const wholeRanges: Readonly<Partial<Record<ColumnType, readonly [number, number]>>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  uint16: [0, 2 ** 16 - 1],
  uint8: [0, 2 ** 8 - 1],
}
