import {
  Field,
  Float64,
  Int16,
  List,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import { describe, expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { openStream } from './arrow-stream.ts'
import type { TableSpec } from './column-spec.ts'
import { readStream, type StreamEnd } from './read-stream.ts'

const spec = {
  kind: { kind: 'words', words: ['ran', 'computed'] },
  atMs: { kind: 'float64', isNullable: true },
  busy: { kind: 'list-float32', length: 2, isNullable: true },
  name: { kind: 'text' },
} as const satisfies TableSpec

const stream = openStream(spec)
const header = stream.header()
const batch = stream.batch(
  {
    kind: Uint8Array.of(0, 1),
    atMs: Float64Array.of(1, NaN),
    busy: Float32Array.of(0, 1, NaN, 1),
    name: ['one', 'two'],
  },
  2,
)
const end = stream.end()
const whole = new Uint8Array(Buffer.concat([header, batch, batch, end]))

function endOf(bytes: Uint8Array, table: TableSpec = spec): StreamEnd {
  return readStream(table, bytes, () => undefined)
}

describe('what can be read of a stream', () => {
  test('that ends with a whole batch, but without its mark, is all of it', () => {
    expect(endOf(new Uint8Array(Buffer.concat([header, batch])))).toEqual({
      rows: 2,
      isComplete: false,
      problem: null,
    })
  })

  test('that is cut off anywhere are its whole batches', () => {
    const firstEnd = header.length + batch.length
    for (let length = 0; length < whole.length; length++) {
      const { rows, isComplete, problem } = endOf(whole.subarray(0, length))
      const wholeBatches = length < firstEnd ? 0 : length < firstEnd + batch.length ? 1 : 2
      expect({ length, rows, isComplete }).toEqual({ length, rows: wholeBatches * 2, isComplete: false })
      if (length > firstEnd && length < firstEnd + batch.length)
        expect(problem).toBe('is cut off after 1 whole batch')
    }
  })

  test('with anything after its end is told as such', () => {
    expect(endOf(new Uint8Array(Buffer.concat([whole, batch])))).toEqual({
      rows: 4,
      isComplete: false,
      problem: 'goes on after its end',
    })
  })

  test.each([
    ['an empty file', new Uint8Array(), 'is empty'],
    ['another format', new TextEncoder().encode('{"format":"taskscope"}'), 'is no Arrow stream'],
    ['a mark without a schema', end, 'has no columns'],
  ])('of %s is nothing', (_, bytes, problem) => {
    expect(endOf(bytes)).toEqual({ rows: 0, isComplete: false, problem })
  })
})

describe('a schema', () => {
  test('with other types than expected is told by its column', () => {
    expect(endOf(whole, { atMs: { kind: 'float32', isNullable: true } }).problem).toBe(
      'has another type than expected in its column "atMs": expected float32, got float64',
    )
    expect(endOf(whole, { busy: { kind: 'list-float32', length: 3, isNullable: true } }).problem).toBe(
      'has another type than expected in its column "busy": expected lists of 3 float32, got lists of 2 float32',
    )
    expect(endOf(whole, { task: { kind: 'int32', isNullable: false } }).problem).toBe('has no column "task"')
  })

  test('of a later version may have columns that nobody asks for, in any order', () => {
    const texts = vectorFromArray(['a', 'b'], new Utf8())
    const lists = vectorFromArray([[1], [2, 3]], new List(new Field('item', new Int16())))
    const later = new Table({
      lists,
      texts,
      again: vectorFromArray(['x', 'x']),
      atMs: makeVector(Float64Array.of(1.5, 2.5)),
    })
    const seen: Float64Array[] = []
    const result = readStream(
      { atMs: { kind: 'float64', isNullable: true } },
      tableToIPC(later, 'stream'),
      ({ atMs }) => seen.push(atMs),
    )
    expect({ seen, result }).toEqual({
      seen: [Float64Array.of(1.5, 2.5)],
      result: { rows: 2, isComplete: true, problem: null },
    })
  })

  test('whose words are in another order is read by the words', () => {
    const other = openStream({ kind: { kind: 'words', words: ['computed', 'later', 'ran'] } })
    const known = Buffer.concat([other.header(), other.batch({ kind: Uint8Array.of(2, 0) }, 2)])
    const codes: Uint8Array[] = []
    const table = { kind: spec.kind }
    readStream(table, known, ({ kind }) => codes.push(kind))
    expect(codes).toEqual([Uint8Array.of(0, 1)])
    const unknown = Buffer.concat([known, other.batch({ kind: Uint8Array.of(1) }, 1)])
    expect(endOf(unknown, table)).toEqual({
      rows: 2,
      isComplete: false,
      problem: 'has a word that this version does not know in its column "kind"',
    })
  })

  test('whose column has empty places where none can be is told', () => {
    const type = new Struct([new Field('atMs', new Float64(), true)])
    const data = makeData({
      type,
      length: 1,
      nullCount: 0,
      children: [vectorFromArray([null], new Float64()).data[0]].flatMap((child) => child ?? []),
    })
    const bytes = tableToIPC(new Table([new RecordBatch(new Schema(type.children), data)]), 'stream')
    expect(endOf(bytes, { atMs: { kind: 'float64', isNullable: false } }).problem).toBe(
      'has empty places in its column "atMs"',
    )
  })
})

describe('hostile bytes', () => {
  test('end in a sentence or in fewer rows, never in an exception, nor in more memory than the file has bytes', () => {
    const random = fakeRandom(5)
    const extremes = [0, 1, 0x7f, 0x80, 0xff]
    for (let round = 0; round < 10_000; round++) {
      const bytes = whole.slice(0, random(8) === 0 ? random(whole.length) : whole.length)
      for (let change = 1 + random(4); change > 0; change--) {
        const at = random(bytes.length + 1)
        const width = random(3) === 0 ? 4 : 1
        bytes.fill(random(2) === 0 ? (extremes[random(extremes.length)] ?? 0) : random(256), at, at + width)
      }
      let values = 0
      const { rows, problem } = readStream(spec, bytes, ({ atMs, busy }, count) => {
        if (atMs.length !== count || busy.length !== 2 * count) throw new Error('Expected whole columns')
        values += atMs.byteLength + busy.byteLength
      })
      if (values > bytes.length || rows > bytes.length) throw new Error(`Round ${round} made ${values} bytes`)
      if (problem !== null && !/^(is|has|goes) /.test(problem)) throw new Error(problem)
    }
  })
})
