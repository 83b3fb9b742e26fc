import type { Table, TableColumn } from '../tables/table.ts'
import { csvRow, type CsvValue } from './csv-row.ts'

/** Rows to a piece: a few hundred kilobytes. */
const rowsPerPiece = 1_000

/**
 * A number of single precision with the fewest figures that lead back to it: written as the double that it is, 0.1 would be
 * 0.10000000149011612. Nine significant figures always do (IEEE 754-2019, 5.12.2).
 */
function shortFloat(value: number): number {
  for (let figures = 6; figures < 9; figures++) {
    const short = Number(value.toPrecision(figures))
    if (Math.fround(short) === value) return short
  }
  return Number(value.toPrecision(9))
}

function valueAt({ type, at }: TableColumn, row: number): CsvValue {
  const value = at(row)
  return type === 'float' && typeof value === 'number' ? shortFloat(value) : value
}

/** A table as CSV (RFC 4180), below a row of names. Null is an empty field. */
export function* tableCsv({ rows, columns }: Table): Generator<string> {
  let piece = csvRow(columns.map(({ name }) => name))
  for (let row = 0; row < rows; row++) {
    piece += csvRow(columns.map((column) => valueAt(column, row)))
    if ((row + 1) % rowsPerPiece !== 0) continue
    yield piece
    piece = ''
  }
  yield piece
}
