import { expect, test } from 'vitest'
import { createSliceTable, mostSlices, sliceKind, type SliceTable } from '../model/slice.ts'
import { eventWidth } from '../model/task-event.ts'
import { eventRecord } from './fake-run.ts'
import { foldSlices } from './fold-slices.ts'

const rows = (table: SliceTable): number[][] =>
  Array.from({ length: table.count }, (_, row) =>
    [table.kind, table.task, table.slot, table.fromMs, table.toMs, table.onCpuMs, table.readyMs].map(
      (column) => column[row] as number,
    ),
  )

test('slices are taken from among other records, whole; what is not known stays not known', () => {
  const table = createSliceTable()
  foldSlices(
    table,
    Float64Array.from([
      ...eventRecord('started', 4, 1, { slot: 2 }),
      ...eventRecord('ran', 4, 2, { slot: 2, value: 5, onCpuMs: 2.5, readyMs: 0.5 }),
      ...eventRecord('finished', 4, 6, { onCpuMs: 3 }),
      ...eventRecord('majorCollection', -1, 3, { slot: 2, value: 4 }),
    ]),
  )
  expect(rows(table)).toEqual([
    [sliceKind.ran, 4, 2, 2, 5, 2.5, 0.5],
    [sliceKind.majorCollection, -1, 2, 3, 4, NaN, NaN],
  ])
})

test.each([0, 1, 256])('every slice keeps its place while the columns grow, from room for %i', (room) => {
  const table = createSliceTable(room)
  const records = Array.from({ length: 700 }, (_, at) =>
    eventRecord('computed', at, at * 2, {
      slot: at % 7,
      value: at * 2 + 1,
      onCpuMs: at / 4,
      readyMs: at / 8,
    }),
  )
  foldSlices(table, Float64Array.from(records.slice(0, 3).flat()))
  foldSlices(table, Float64Array.from(records.slice(3).flat()))
  expect(rows(table)).toEqual(
    records.map((_, at) => [sliceKind.computed, at, at % 7, at * 2, at * 2 + 1, at / 4, at / 8]),
  )
})

test('only the length that is given is read', () => {
  const table = createSliceTable()
  const records = [eventRecord('ran', 0, 1, { value: 2 }), eventRecord('ran', 1, 3, { value: 4 })]
  foldSlices(table, Float64Array.from(records.flat()), eventWidth)
  expect([...table.fromMs.subarray(0, table.count)]).toEqual([1])
})

test('what comes after the table is full is counted, and the table stays as it is', () => {
  const table = createSliceTable(1)
  const block = new Float64Array(
    Array.from({ length: 10_000 }, () => eventRecord('ran', 0, 1, { slot: 0, value: 2 })).flat(),
  )
  for (let taken = 0; taken < mostSlices; taken += 10_000) foldSlices(table, block)
  foldSlices(table, Float64Array.from(eventRecord('ioWait', 9, 5, { slot: 1, value: 6 })))
  expect([table.count, table.leftOut, table.task[mostSlices - 1]]).toEqual([mostSlices, 1, 0])
})
