import { joinElements, joinResiduals } from './byte-planes.ts'
import type { ByteReader } from './byte-reader.ts'
import {
  columnEncoding,
  columnTypes,
  divisors,
  maskKind,
  mostPlanes,
  reference,
  rowMark,
  wholeRanges,
  type Column,
  type ColumnType,
  type Reference,
} from './column-format.ts'
import type { KnownColumns } from './known-columns.ts'
import type { LastMarks } from './pack-column.ts'
import { nameForSentence, PackedError } from './packed-error.ts'
import { guessedNumbers, numbersOf } from './residuals.ts'
import type { ColumnLayout } from './table-layouts.ts'

/** Shifts that may occur: see `whole-numbers.ts`. */
const mostShift = 40

function readCode(reader: ByteReader, name: string, what: string, most: number): number {
  const code = reader.u8()
  if (code > most)
    throw new PackedError(`Expected a ${what} of 0 to ${most} in the column ${name}, got ${code}.`)
  return code
}

function readMarks(
  reader: ByteReader,
  name: string,
  rows: number,
  last: LastMarks,
): { marks: Uint8Array | null; others: readonly number[] } {
  const kind = readCode(reader, name, 'kind of mask', maskKind.asBefore)
  if (kind === maskKind.all) return { marks: null, others: [] }
  if (kind === maskKind.asBefore) {
    if (last.marks?.length !== rows)
      throw new PackedError(`Expected a mask before the column ${name}, got none.`)
    return { marks: last.marks, others: [] }
  }
  const marks = reader.bytes(rows)
  let marked = 0
  for (let row = 0; row < rows; row++) {
    const mark = marks[row] as number
    if (mark === rowMark.other) marked++
    else if (mark > rowMark.other)
      throw new PackedError(`Expected a mark of 0 to 2 in row ${row} of the column ${name}, got ${mark}.`)
  }
  const count = reader.u32()
  if (count !== marked)
    throw new PackedError(`Expected ${marked} single values in the column ${name}, got ${count}.`)
  last.marks = marks
  return { marks, others: Array.from({ length: count }, () => reader.f64()) }
}

function readWhole(
  reader: ByteReader,
  layout: ColumnLayout,
  known: KnownColumns,
  last: LastMarks,
): Float64Array {
  const { name, guesses = [] } = layout
  const divisor = divisors[readCode(reader, name, 'divisor', divisors.length - 1)] ?? 1
  const size = 2 ** readCode(reader, name, 'shift', mostShift)
  const guess = readCode(reader, name, 'guess', guesses.length)
  // Checked by `readCode` to be one of them.
  const kind = readCode(reader, name, 'reference', reference.slotBefore) as Reference
  if (kind === reference.slotBefore && known.slotBefore === null)
    throw new PackedError(`Expected slots before the column ${name}, got none.`)
  const planes = readCode(reader, name, 'number of planes', mostPlanes)
  if (layout.hasBytes === true && planes === 0)
    throw new PackedError(`Expected at least one plane in the column ${name}, got none.`)
  const rows = known.rows
  const { marks, others } = readMarks(reader, name, rows, last)
  const values = joinResiduals(reader.bytes(rows * planes), rows, planes)
  const guessed = guesses[guess - 1]?.(known)
  numbersOf(
    values,
    guessed === undefined ? null : guessedNumbers(guessed, divisor / size),
    known.referredRows(kind),
  )
  let other = 0
  for (let row = 0; row < rows; row++) {
    const mark = marks === null ? rowMark.whole : marks[row]
    if (mark === rowMark.whole) values[row] = ((values[row] as number) * size) / divisor
    else values[row] = mark === rowMark.missing ? NaN : (others[other++] as number)
  }
  return values
}

function readRaw(reader: ByteReader, { name, type }: ColumnLayout, rows: number): Column {
  if (type !== 'float64' && type !== 'float32')
    throw new PackedError(`Expected whole numbers in the column ${name}, got raw bytes.`)
  const Type = columnTypes[type]
  const width = Type.BYTES_PER_ELEMENT
  return new Type(joinElements(reader.bytes(rows * width), width).buffer)
}

/** The values as a column of a type. Throws a `PackedError` on one that the type cannot hold. */
function typed(values: Float64Array, { name, type }: { name: string; type: ColumnType }): Column {
  if (type === 'float64') return values
  const range = wholeRanges[type]
  if (range !== undefined) {
    const [least, most] = range
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number
      if (!(value >= least && value <= most && value === Math.floor(value)))
        throw new PackedError(
          `Expected a whole number from ${least} to ${most} in row ${row} of the column ${name}, got ${value}.`,
        )
    }
  }
  return new columnTypes[type](values)
}

/** The column that `packColumn` wrote. Throws a `PackedError`. */
export function unpackColumn(
  reader: ByteReader,
  layout: ColumnLayout,
  known: KnownColumns,
  last: LastMarks,
): Column {
  const name = reader.name()
  if (name !== layout.name)
    throw new PackedError(`Expected the column ${layout.name}, got ${nameForSentence(name)}.`)
  const encoding = readCode(reader, name, 'encoding', columnEncoding.raw)
  if (encoding === columnEncoding.constant && layout.hasBytes === true && known.rows > 0)
    throw new PackedError(`Expected a value for each row in the column ${name}, got one for all.`)
  const read =
    encoding === columnEncoding.raw
      ? readRaw(reader, layout, known.rows)
      : encoding === columnEncoding.constant
        ? new Float64Array(known.rows).fill(reader.f64())
        : readWhole(reader, layout, known, last)
  const column = read instanceof Float64Array ? typed(read, layout) : read
  known.add(name, read instanceof Float64Array ? read : new Float64Array(read))
  return column
}
