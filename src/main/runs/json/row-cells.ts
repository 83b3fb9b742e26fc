import { InputError, quote } from '../../engine/input-error.ts'
import { largestMeasure } from '../reading/column-checks.ts'

/** An element of one of the report's lists, not yet checked. */
export type Row = Readonly<Record<string, unknown>>

/** Which element of which list is being read: for sentences. */
export interface RowPlace {
  readonly what: string
  readonly list: string
  readonly position: number
}

/** Refuses a row's field, or, without one, the row itself. */
export function refuseCell(
  { what, list, position }: RowPlace,
  field: string,
  expected: string,
  got: unknown,
): never {
  const path = `${list}[${position}]${field === '' ? '' : `.${field}`}`
  throw new InputError(`${what}, ${path}: expected ${expected}, got ${quote(got)}.`)
}

export function asRow(place: RowPlace, value: unknown): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuseCell(place, '', 'an object', value)
  return value as Row
}

function measured(place: RowPlace, field: string, value: unknown, orNull: string): number {
  if (typeof value === 'number' && Math.abs(value) <= largestMeasure) return value
  return refuseCell(place, field, `a number from -1e15 to 1e15${orNull}`, value)
}

/** A measurement that every row has. */
export function measure(place: RowPlace, row: Row, field: string): number {
  return measured(place, field, row[field], '')
}

/** A measurement; NaN where it is null or left out: not known. */
export function measureOrNaN(place: RowPlace, row: Row, field: string): number {
  const value = row[field]
  return value === null || value === undefined ? NaN : measured(place, field, value, ' or null')
}

/** A whole number within inclusive bounds; where it may be null, `ifNull` stands for it. */
export function wholeNumber(
  place: RowPlace,
  row: Row,
  field: string,
  bounds: { readonly min: number; readonly max: number; readonly ifNull?: number },
): number {
  const value = row[field]
  const { min, max, ifNull } = bounds
  if (value === null && ifNull !== undefined) return ifNull
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return value as number
  const orNull = ifNull === undefined ? '' : ' or null'
  return refuseCell(place, field, `a whole number from ${min} to ${max}${orNull}`, value)
}

/** One of the words that a table knows; gives what the table has under it. */
export function wordIn<T>(place: RowPlace, row: Row, field: string, table: ReadonlyMap<string, T>): T {
  const value = row[field]
  const found = typeof value === 'string' ? table.get(value) : undefined
  return found ?? refuseCell(place, field, `one of ${[...table.keys()].join(', ')}`, value)
}

/** A list of measurements of that length, NaN for null; where it is left out, all of them. */
export function measureList(place: RowPlace, row: Row, field: string, length: number): readonly number[] {
  const value = row[field]
  if (value === undefined) return new Array<number>(length).fill(NaN)
  if (!Array.isArray(value)) return refuseCell(place, field, 'a list', value)
  const list = value as readonly unknown[]
  if (list.length !== length) return refuseCell(place, `${field}.length`, String(length), list.length)
  return list.map((cell, at) => (cell === null ? NaN : measured(place, `${field}[${at}]`, cell, ' or null')))
}
