import { ArrowProblem, type ArrowField, type BatchLayout } from './arrow-message.ts'
import {
  valuesPerRow,
  type Columns,
  type ColumnSpec,
  type ColumnValues,
  type TableSpec,
} from './column-spec.ts'
import { placeNulls, type NumberArray } from './null-bitmap.ts'

/** A column that was asked for, as the stream has it. */
interface FoundColumn {
  readonly name: string
  readonly spec: ColumnSpec
  readonly field: ArrowField
  /** Positions of its first node and buffer in a batch. */
  readonly node: number
  readonly buffer: number
}

interface ArrayType<Values extends NumberArray> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBuffer): Values
}

const arrays: Readonly<Record<Exclude<ColumnSpec['kind'], 'text' | 'words'>, ArrayType<NumberArray>>> = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  int16: Int16Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
  'list-float32': Float32Array,
  'list-int16': Int16Array,
}

/** Makes columns of record batches, by a schema that has been held against a spec. */
export class BatchReader<Spec extends TableSpec> {
  readonly #columns: readonly FoundColumn[]
  /** Columns that the stream may be without, and is. */
  readonly #missing: readonly string[]
  readonly #nodes: number
  readonly #buffers: number
  /** By column: for each word's position in the stream, its position in the spec. */
  readonly #codes = new Map<string, Uint8Array>()

  constructor(spec: Spec, fields: readonly ArrowField[]) {
    const places = new Map<string, { field: ArrowField; node: number; buffer: number }>()
    let node = 0
    let buffer = 0
    for (const field of fields) {
      if (places.has(field.name)) throw new ArrowProblem(`has two columns called "${field.name}"`)
      places.set(field.name, { field, node, buffer })
      node += field.nodes
      buffer += field.buffers
    }
    this.#nodes = node
    this.#buffers = buffer
    const isMissing = (name: string, column: ColumnSpec): boolean =>
      !places.has(name) && 'mayBeMissing' in column
    this.#missing = Object.keys(spec).filter((name) => isMissing(name, spec[name] as ColumnSpec))
    const there = Object.entries(spec).filter(([name, column]) => !isMissing(name, column))
    this.#columns = there.map(([name, column]) => {
      const place = places.get(name)
      if (place === undefined) throw new ArrowProblem(`has no column "${name}"`)
      const { type, length } = place.field
      if (type !== column.kind || length !== valuesPerRow(column)) {
        throw new ArrowProblem(
          `has another type than expected in its column "${name}": expected ${typeInWords(column.kind, valuesPerRow(column))}, got ${typeInWords(type, length)}`,
        )
      }
      return { name, spec: column, ...place }
    })
  }

  /** Learns the words of a dictionary. Those that the spec does not have are a problem only where a row uses them. */
  takeDictionary(id: number, layout: BatchLayout, body: Uint8Array): void {
    for (const { name, spec, field } of this.#columns) {
      if (spec.kind !== 'words' || field.dictionaryId !== id) continue
      const parts = new BatchParts(layout, body, 1, 3)
      if (parts.rows > 256) throw new ArrowProblem(`has more than 256 words in its column "${name}"`)
      const codes = parts.texts(0, 0).map((word) => {
        const code = spec.words.indexOf(word)
        return code === -1 ? unknownWord : code
      })
      this.#codes.set(name, Uint8Array.from(codes))
    }
  }

  /** The columns of one batch. Throws an `ArrowProblem` or a `RangeError`. */
  read(layout: BatchLayout, body: Uint8Array): Columns<Spec> {
    const parts = new BatchParts(layout, body, this.#nodes, this.#buffers)
    const columns: [string, ColumnValues][] = [
      ...this.#columns.map((column): [string, ColumnValues] => [column.name, this.#values(column, parts)]),
      ...this.#missing.map((name): [string, ColumnValues] => [name, new Float64Array(parts.rows).fill(NaN)]),
    ]
    // Each column of the spec is there, with its own kind of values: `#values` goes by the kind.
    return Object.fromEntries(columns) as unknown as Columns<Spec>
  }

  #values({ name, spec, node, buffer }: FoundColumn, parts: BatchParts): ColumnValues {
    switch (spec.kind) {
      case 'text':
        parts.expectNoNulls(node, name)
        return parts.texts(node, buffer)
      case 'words': {
        parts.expectNoNulls(node, name)
        const codes = parts.numbers(Uint8Array, node, buffer, parts.rows)
        return translated(codes, this.#codes.get(name), name)
      }
      case 'list-float32':
      case 'list-int16': {
        parts.expectNoNulls(node, name)
        const values = parts.numbers(arrays[spec.kind], node + 1, buffer + 1, parts.rows * spec.length)
        if (spec.isNullable) parts.placeNulls(values, node + 1, buffer + 1)
        else parts.expectNoNulls(node + 1, name)
        return values
      }
      default: {
        const values = parts.numbers(arrays[spec.kind], node, buffer, parts.rows)
        if ('isNullable' in spec && spec.isNullable) parts.placeNulls(values, node, buffer)
        else parts.expectNoNulls(node, name)
        return values
      }
    }
  }
}

/** Marks a word of the stream that the spec does not have. */
const unknownWord = 255

/** The stream's codes as the spec's, in place. */
function translated(codes: Uint8Array, table: Uint8Array | undefined, name: string): Uint8Array {
  for (let row = 0; row < codes.length; row++) {
    const code = table?.[codes[row] as number] ?? unknownWord
    if (code === unknownWord)
      throw new ArrowProblem(`has a word that this version does not know in its column "${name}"`)
    codes[row] = code
  }
  return codes
}

function typeInWords(type: string | null, length: number): string {
  if (type === null) return 'another one'
  return type.startsWith('list-') ? `lists of ${length} ${type.slice('list-'.length)}` : type
}

/** A batch's parts, each held against the body before it is looked at. */
class BatchParts {
  readonly rows: number
  readonly #layout: BatchLayout
  readonly #body: Uint8Array

  constructor(layout: BatchLayout, body: Uint8Array, nodes: number, buffers: number) {
    this.#layout = layout
    this.#body = body
    this.rows = layout.rows
    if (layout.nodes.length !== nodes || layout.buffers.length !== buffers)
      throw new RangeError(`Expected ${nodes} nodes and ${buffers} buffers`)
    // One after the other, as every writer has them: no two share bytes, so that no few bytes become many columns.
    let end = 0
    for (const [from, bytes] of layout.buffers) {
      if (from < end || bytes < 0 || bytes > body.byteLength - from)
        throw new RangeError('Expected each buffer after the one before, inside the body')
      end = from + bytes
    }
  }

  /** So many values, copied (a body's place in a file need not be aligned). */
  numbers<Values extends NumberArray>(
    type: ArrayType<Values>,
    node: number,
    buffer: number,
    count: number,
  ): Values {
    if (this.#node(node)[0] !== count) throw new RangeError(`Expected ${count} values`)
    return new type(this.#copy(buffer + 1, count * type.BYTES_PER_ELEMENT))
  }

  texts(node: number, buffer: number): string[] {
    const [count] = this.#node(node)
    if (count !== this.rows) throw new RangeError(`Expected ${this.rows} texts`)
    if (count === 0) return []
    const offsets = new Int32Array(this.#copy(buffer + 1, (count + 1) * 4))
    const [from, bytes] = this.#buffer(buffer + 2)
    const decoder = new TextDecoder()
    return Array.from({ length: count }, (_, row) => {
      const [begin, end] = [offsets[row] as number, offsets[row + 1] as number]
      if (begin < 0 || end < begin || end > bytes) throw new RangeError('Expected a text inside its buffer')
      return decoder.decode(this.#body.subarray(from + begin, from + end))
    })
  }

  placeNulls(values: NumberArray, node: number, buffer: number): void {
    const [, nulls] = this.#node(node)
    // Without nulls the bitmap may be left out.
    if (nulls === 0) return
    placeNulls(values, new Uint8Array(this.#copy(buffer, Math.ceil(values.length / 8))))
  }

  expectNoNulls(node: number, name: string): void {
    if (this.#node(node)[1] !== 0) throw new ArrowProblem(`has empty places in its column "${name}"`)
  }

  #node(node: number): readonly [number, number] {
    const found = this.#layout.nodes[node]
    if (found === undefined) throw new RangeError(`Expected a node ${node}`)
    return found
  }

  #buffer(buffer: number): readonly [number, number] {
    const found = this.#layout.buffers[buffer]
    if (found === undefined) throw new RangeError(`Expected a buffer ${buffer}`)
    return found
  }

  #copy(buffer: number, bytes: number): ArrayBuffer {
    const [from, length] = this.#buffer(buffer)
    // Rows may be negative, or more than the bytes: never ask for memory by them.
    if (!(bytes >= 0 && bytes <= length)) throw new RangeError(`Expected ${bytes} bytes, got ${length}`)
    // A view of its own memory, whatever the body is a view of.
    return new Uint8Array(this.#body.subarray(from, from + bytes)).buffer
  }
}
