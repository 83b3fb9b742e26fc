import { expect, test } from 'vitest'
import { eventRecord, fakeRun } from '#shared/analysis/fake-run.ts'
import { foldSlices } from '#shared/analysis/fold-slices.ts'
import type { Run } from '#shared/model/run.ts'
import { firstRowAfter, sliceIndexOf } from './slice-index.ts'

function rowsOf(run: Run, task: number): number[] {
  const index = sliceIndexOf(run)
  const rows: number[] = []
  for (let row = index.first(task); row >= 0; row = index.next(row)) rows.push(row)
  return rows
}

function runWithSlices(): Run {
  return fakeRun({
    groups: [{ count: 3 }],
    tasks: [{}, {}, {}],
    slots: [{ isShared: true }, { isShared: false }],
    slices: [
      { kind: 'ran', task: 0, from: 10, to: 12 },
      { kind: 'ran', task: 1, from: 12, to: 13 },
      { kind: 'timerWait', task: 0, from: 4, to: 9 },
      { kind: 'majorCollection', slot: 1, from: 30, to: 40 },
      { kind: 'ran', task: 0, from: 6, to: 7 },
      { kind: 'minorCollection', slot: 1, from: 20, to: 21 },
      { kind: 'ran', task: 0, from: 15, to: 16 },
    ],
  })
}

test('a task’s slices are found in order of time, in whatever order they came', () => {
  const run = runWithSlices()
  expect([0, 1, 2].map((task) => rowsOf(run, task))).toEqual([[2, 4, 0, 6], [1], []])
})

test('slices that come later are added to what was found before', () => {
  const run = runWithSlices()
  rowsOf(run, 0)
  const more = Array.from({ length: 600 }, (_, at) =>
    eventRecord('ran', at % 2 === 0 ? 2 : 0, 100 + at, { value: 100.5 + at }),
  )
  foldSlices(run.slices, Float64Array.from(more.flat()))
  expect(rowsOf(run, 0)).toHaveLength(304)
  expect(rowsOf(run, 2).slice(0, 3)).toEqual([7, 9, 11])
  expect(rowsOf(run, 1)).toEqual([1])
})

test('garbage collections are no task’s, and are found by their slot', () => {
  const run = runWithSlices()
  const list = sliceIndexOf(run).collections(1)
  expect(list && [...list.rows.subarray(0, list.count)]).toEqual([5, 3])
  expect(list && [0, 20, 25, 99].map((atMs) => firstRowAfter(list, run.slices, atMs))).toEqual([0, 1, 1, 2])
  expect(sliceIndexOf(run).collections(0)?.count).toBe(0)
})
