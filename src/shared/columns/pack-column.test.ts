import { expect, test } from 'vitest'
import { fakeRandom } from '../analysis/fake-random.ts'
import { ByteReader } from './byte-reader.ts'
import { columnTypes, wholeRanges, type Column, type ColumnType } from './column-format.ts'
import { columnShapes } from './fake-columns.ts'
import { KnownColumns } from './known-columns.ts'
import { packColumn } from './pack-column.ts'
import { sumOf } from './guesses.ts'
import type { ColumnLayout } from './table-layouts.ts'
import { unpackColumn } from './unpack-column.ts'

function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  return Uint8Array.from([...pieces].flatMap((piece) => [...piece]))
}

/** Columns packed one after the other and unpacked again. */
function roundTrip(layout: readonly ColumnLayout[], columns: readonly Column[]): Column[] {
  const rows = columns[0]?.length ?? 0
  const packing = { known: new KnownColumns(rows), last: { marks: null } }
  const bytes = joined(
    layout.flatMap((column, at) => [
      ...packColumn(column, columns[at] ?? new Float64Array(), packing.known, packing.last),
    ]),
  )
  const reader = new ByteReader(bytes)
  const known = new KnownColumns(rows)
  const last = { marks: null }
  const unpacked = layout.map((column) => unpackColumn(reader, column, known, last))
  expect(reader.left).toBe(0)
  return unpacked
}

const shapes = Object.keys(columnShapes)

/** As large as a type can hold, and whole where it holds nothing else. */
function columnOf(type: ColumnType, shape: string, rows: number, seed: number): Column {
  const random = fakeRandom(seed)
  const range = wholeRanges[type]
  const values = Float64Array.from({ length: rows }, (_, row) => {
    const value = columnShapes[shape]?.(random, row) ?? 0
    if (range === undefined) return value
    return Number.isFinite(value) ? Math.min(range[1], Math.max(range[0], Math.round(value))) : range[0]
  })
  return new columnTypes[type](values)
}

test.each(shapes)(
  'a column of which it is said "%s" comes back bit for bit, in every type and length',
  (shape) => {
    for (const [at, type] of (Object.keys(columnTypes) as ColumnType[]).entries()) {
      for (const rows of [0, 1, 2, 3, 100, 1_000]) {
        const column = columnOf(type, shape, rows, at * 10 + rows)
        for (const layout of [
          { name: 'a', type },
          { name: 'a', type, hasBytes: true as const },
        ]) {
          const [back] = roundTrip([layout], [column])
          expect([back?.constructor, back]).toEqual([column.constructor, column])
        }
      }
    }
  },
)

test('columns guessed from others come back bit for bit, whatever the two are like', () => {
  const layout: ColumnLayout[] = [
    { name: 'slot', type: 'int16' },
    { name: 'a', type: 'float64' },
    { name: 'b', type: 'float64', guesses: [sumOf(['a']), sumOf([], ['a', 'slot'])] },
    { name: 'c', type: 'float32', guesses: [sumOf(['b'], ['a'])] },
  ]
  const random = fakeRandom(77)
  for (const first of shapes) {
    for (const second of shapes) {
      const slots = Int16Array.from({ length: 60 }, () => random(4) - 1)
      const a = columnOf('float64', first, 60, random(1_000))
      const other = columnOf('float64', second, 60, random(1_000))
      // Half of the rows near to what they are guessed from.
      const b = Float64Array.from(a, (value, row) =>
        random(2) === 0 ? value + random(9) * 2 ** -20 : (other[row] ?? 0),
      )
      const c = Float32Array.from(b, (value, row) => value - (a[row] ?? 0))
      expect(roundTrip(layout, [slots, a, b, c])).toEqual([slots, a, b, c])
    }
  }
})

test('stamps on the grid take a few bytes a row, and what follows from other columns next to none', () => {
  const random = fakeRandom(3)
  const rows = 4_096
  let atMs = 1_000
  const started = Float64Array.from({ length: rows }, () => (atMs += (4_000 + random(250)) * 2 ** -20))
  const finished = started.map((ms) => ms + 2 ** -10)
  const known = new KnownColumns(rows)
  const last = { marks: null }
  const sizes = [
    { name: 'startedMs', type: 'float64' as const },
    { name: 'finishedMs', type: 'float64' as const, guesses: [sumOf(['startedMs'])] },
  ].map((layout, at) => {
    const bytes = joined(packColumn(layout, [started, finished][at] ?? started, known, last))
    // The most significant planes, all alike, cost nothing once they are deflated.
    return bytes.length / rows
  })
  expect(sizes[0]).toBeLessThan(4.1)
  expect(sizes[1]).toBeLessThan(2.1)
})
