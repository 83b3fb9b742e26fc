import { expect, test } from 'vitest'
import { fakeRun } from '../fake-run.ts'
import { executorFacts, openTime } from './executor-facts.ts'

test.each([
  {
    name: 'apart',
    intervals: [
      [0, 10],
      [20, 25],
    ],
    anyMs: 15,
    most: 1,
  },
  {
    name: 'that overlap',
    intervals: [
      [0, 10],
      [5, 20],
      [6, 8],
    ],
    anyMs: 20,
    most: 3,
  },
  {
    name: 'that touch',
    intervals: [
      [0, 10],
      [10, 20],
    ],
    anyMs: 20,
    most: 1,
  },
  {
    name: 'of no length',
    intervals: [
      [5, 5],
      [5, 5],
      [7, 7],
    ],
    anyMs: 0,
    most: 1,
  },
  { name: 'that are none', intervals: [], anyMs: 0, most: 0 },
])('intervals $name are open for $anyMs', ({ intervals, anyMs, most }) => {
  const column = (at: number): Float64Array => Float64Array.from(intervals, (interval) => interval[at] ?? NaN)
  expect(openTime(column(0), column(1))).toEqual({ anyMs, most })
})

test('what the tasks of each executor went through is summed, as far as it is known', () => {
  const run = fakeRun({
    groups: [
      { kind: 'async', workload: 'wait' },
      { kind: 'cpu', workload: 'sqrt-loop', count: 3 },
    ],
    tasks: [
      { started: 1, finished: 101, onCpu: 2, ready: 8, timer: 60, io: 30 },
      { started: 2, finished: 52, onCpu: 40, ready: 10, timer: 0, io: 0, slot: 1 },
      { started: 52, finished: 52.5, slot: 1 },
      // It never starts.
      {},
    ],
    slots: [{ isShared: true }, { isShared: false }],
    nowMs: 110,
  })
  expect(executorFacts(run)).toEqual([
    {
      executor: 'loop',
      slots: [0],
      isShared: true,
      ended: 1,
      runMs: 100,
      waitingMs: 1,
      queueWaitMs: 1,
      mostWanted: 1,
      known: { tasks: 1, runMs: 100, onCpuMs: 2, readyMs: 8, timerMs: 60, ioMs: 30 },
    },
    {
      executor: 'cpu',
      slots: [1],
      isShared: false,
      ended: 2,
      runMs: 50.5,
      waitingMs: 110,
      queueWaitMs: 164,
      mostWanted: 3,
      known: { tasks: 1, runMs: 50, onCpuMs: 40, readyMs: 10, timerMs: 0, ioMs: 0 },
    },
  ])
})
