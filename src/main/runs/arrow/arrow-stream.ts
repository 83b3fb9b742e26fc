/**
 * Writes tables as Arrow IPC streams (https://arrow.apache.org/docs/format/Columnar.html), which other tools read without us. The only
 * file that imports the package; `read-stream.ts`, which trusts nothing that it reads, does without it.
 */
import {
  AsyncByteQueue,
  Dictionary,
  Field,
  FixedSizeList,
  Float32,
  Float64,
  Int16,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Uint16,
  Uint8,
  Utf8,
  vectorFromArray,
  type Data,
  type DataType,
} from 'apache-arrow'
import {
  valuesPerRow,
  type Columns,
  type ColumnSpec,
  type ColumnValues,
  type TableSpec,
} from './column-spec.ts'
import { nullsAmong, type NumberArray } from './null-bitmap.ts'

/** A stream as it is written: each piece is whole, to be appended with one write. */
export interface ArrowStream<Spec extends TableSpec> {
  /** What every stream begins with: schema and dictionaries. Asked for once, before the first batch. */
  header(): Uint8Array
  /** So many rows of these columns, as one record batch. */
  batch(columns: Columns<Spec>, count: number): Uint8Array
  /** The same bytes in a few dozen pieces, some of them views of the columns: for who writes them at once. */
  batchPieces(columns: Columns<Spec>, count: number): readonly Uint8Array[]
  /** The end-of-stream marker. */
  end(): Uint8Array
}

/** Takes what the package writes at once, instead of queueing it for a reader who comes later. */
class PieceSink extends AsyncByteQueue {
  #pieces: Uint8Array[] = []

  override write(piece: Uint8Array): void {
    this.#pieces.push(piece)
  }

  /** Everything since the last call. */
  take(): readonly Uint8Array[] {
    // The package's typed arrays are of several kinds; what is written are their bytes.
    const pieces = this.#pieces.map(
      ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
    )
    this.#pieces = []
    return pieces
  }
}

/** The pieces as one, of its own memory. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

/** One column's way into the package. */
interface ColumnWriter {
  readonly field: Field
  data(values: ColumnValues, count: number): Data
}

type NumberKind = 'float64' | 'float32' | 'int32' | 'int16' | 'uint16' | 'uint8'

const numberTypes: Readonly<Record<NumberKind, DataType>> = {
  float64: new Float64(),
  float32: new Float32(),
  int32: new Int32(),
  int16: new Int16(),
  uint16: new Uint16(),
  uint8: new Uint8(),
}

function numberData(type: DataType, values: NumberArray, length: number, isNullable: boolean): Data {
  const data = values.subarray(0, length)
  const nulls = isNullable ? nullsAmong(data) : null
  // The package's types want the array's exact class; each kind's own came in through `Columns`.
  const props = { type, length, nullCount: nulls?.count ?? 0, nullBitmap: nulls?.bitmap ?? null, data }
  return makeData(props as unknown as Parameters<typeof makeData>[0])
}

function textData(texts: readonly string[], count: number): Data {
  const encoded = texts.slice(0, count).map((text) => Buffer.from(text, 'utf8'))
  const valueOffsets = new Int32Array(count + 1)
  for (const [row, { byteLength }] of encoded.entries()) {
    valueOffsets[row + 1] = (valueOffsets[row] as number) + byteLength
  }
  return makeData({
    type: new Utf8(),
    length: count,
    nullCount: 0,
    valueOffsets,
    data: Buffer.concat(encoded),
  })
}

function columnWriter(name: string, spec: ColumnSpec, position: number): ColumnWriter {
  switch (spec.kind) {
    case 'words': {
      const dictionary = vectorFromArray([...spec.words], new Utf8())
      const type = new Dictionary(new Utf8(), new Uint8(), position, true)
      return {
        field: new Field(name, type, false),
        data: (values, count) =>
          makeData({
            type,
            length: count,
            nullCount: 0,
            data: (values as Uint8Array).subarray(0, count),
            dictionary,
          }),
      }
    }
    case 'text':
      return {
        field: new Field(name, new Utf8(), false),
        data: (values, count) => textData(values as readonly string[], count),
      }
    case 'list-float32':
    case 'list-int16': {
      const item = numberTypes[spec.kind === 'list-float32' ? 'float32' : 'int16']
      const type = new FixedSizeList(spec.length, new Field('item', item, spec.isNullable))
      return {
        field: new Field(name, type, false),
        data: (values, count) =>
          makeData({
            type,
            length: count,
            nullCount: 0,
            child: numberData(item, values as NumberArray, count * spec.length, spec.isNullable),
          }),
      }
    }
    default: {
      const type = numberTypes[spec.kind]
      const isNullable = 'isNullable' in spec && spec.isNullable
      return {
        field: new Field(name, type, isNullable),
        data: (values, count) => numberData(type, values as NumberArray, count, isNullable),
      }
    }
  }
}

/** Opens a stream of a table's batches. Costs a few hundred bytes a batch beside the values: better few large ones. */
export function openStream<Spec extends TableSpec>(spec: Spec): ArrowStream<Spec> {
  const columns = Object.entries(spec).map(([name, column], position) => ({
    name,
    perRow: valuesPerRow(column),
    writer: columnWriter(name, column, position),
  }))
  const schema = new Schema(columns.map(({ writer }) => writer.field))
  const type = new Struct(schema.fields)
  const sink = new PieceSink()
  const stream = new RecordBatchStreamWriter()
  stream.reset(sink, schema)

  const write = (
    values: (name: string, count: number) => ColumnValues,
    count: number,
  ): readonly Uint8Array[] => {
    const children = columns.map(({ name, perRow, writer }) => {
      const given = values(name, count * perRow)
      if (given.length < count * perRow)
        throw new Error(`Expected ${count * perRow} values of ${name}, got ${given.length}`)
      return writer.data(given, count)
    })
    stream.write(new RecordBatch(schema, makeData({ type, length: count, nullCount: 0, children })))
    return sink.take()
  }
  return {
    // The package writes dictionaries with the first batch that uses them: one without rows brings them out.
    header: () => joined(write((name) => emptyValues(spec[name]), 0)),
    batch: (given, count) => joined(write((name) => given[name] as ColumnValues, count)),
    batchPieces: (given, count) => write((name) => given[name] as ColumnValues, count),
    end() {
      stream.finish()
      return joined(sink.take())
    },
  }
}

function emptyValues(spec: ColumnSpec | undefined): ColumnValues {
  switch (spec?.kind) {
    case 'float64':
      return new Float64Array(0)
    case 'float32':
    case 'list-float32':
      return new Float32Array(0)
    case 'int32':
      return new Int32Array(0)
    case 'int16':
    case 'list-int16':
      return new Int16Array(0)
    case 'uint16':
      return new Uint16Array(0)
    case 'uint8':
    case 'words':
      return new Uint8Array(0)
    default:
      return []
  }
}
