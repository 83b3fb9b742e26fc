import { expect, test } from 'vitest'
import type { TaskTable } from '../model/task-table.ts'
import { queueDepth, stepAt, type Steps } from './queue-depth.ts'

/** Rows are queued, started, finished; NaN where that did not happen (yet). */
function tableOf(rows: readonly (readonly [number, number, number])[]): TaskTable {
  const column = (position: number): Float64Array => Float64Array.from(rows, (row) => row[position] as number)
  const empty = new Float64Array(rows.length).fill(NaN)
  return {
    count: rows.length,
    group: new Uint16Array(rows.length),
    state: new Uint8Array(rows.length),
    slot: new Int16Array(rows.length),
    queuedMs: column(0),
    startedMs: column(1),
    finishedMs: column(2),
    onCpuMs: empty,
    readyMs: empty,
    timerMs: empty,
    ioMs: empty,
    checksum: empty,
    progress: new Float32Array(rows.length),
    starts: new Uint8Array(rows.length),
    requeuedMs: empty,
  }
}

const pairs = (steps: Steps): number[][] =>
  [...steps.atMs].map((atMs, position) => [atMs, steps.value[position] as number])

test('the queue rises when a task is queued and falls when it starts', () => {
  const tasks = tableOf([
    [0, 1, 5],
    [0, 5, 9],
    [2, NaN, NaN],
  ])
  expect([pairs(queueDepth(tasks)), queueDepth(tasks).peak]).toEqual([
    [
      [0, 2],
      [1, 1],
      [2, 2],
      [5, 1],
    ],
    2,
  ])
})

test('a task that was cancelled while it waited leaves the queue', () => {
  expect(pairs(queueDepth(tableOf([[1, NaN, 4]])))).toEqual([
    [1, 1],
    [4, 0],
  ])
})

test('a start that was stamped before its queueing does not make the depth negative', () => {
  expect(pairs(queueDepth(tableOf([[1, 0.99, 4]])))).toEqual([])
})

test('the depth at a time is that of the last change at or before it', () => {
  const depth = queueDepth(
    tableOf([
      [1, 5, 9],
      [2, NaN, NaN],
    ]),
  )
  expect([0, 1, 3, 5, 99].map((atMs) => stepAt(depth, atMs))).toEqual([0, 1, 2, 1, 1])
})
