import { expect, test } from 'vitest'
import { fakeRun } from './fake-run.ts'
import { idealBound } from './ideal-bound.ts'

const cpu = { kind: 'cpu', workload: 'sqrt-loop' } as const

test('many equal tasks are bound by the cores: their CPU time, spread evenly', () => {
  // Eight tasks of 100 ms on two cores, four rounds: 800 / 2.
  const tasks = Array.from({ length: 8 }, (_, at) => {
    const started = Math.floor(at / 2) * 110
    return { started, finished: started + 105, onCpu: 100, ready: 5, slot: at % 2 }
  })
  const run = fakeRun({
    groups: [{ ...cpu, count: 8 }],
    tasks,
    slots: [{ isShared: false }, { isShared: false }],
  })
  expect(idealBound(run)).toEqual({ ms: 400, binding: 'cores', basis: 'thread-cpu' })
})

test('one long task binds alone, without the time in which it was ready but had no core', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 3 }],
    tasks: [
      { started: 0, finished: 1000, onCpu: 700, ready: 300 },
      { started: 0, finished: 100, onCpu: 100, ready: 0 },
      { started: 100, finished: 200, onCpu: 100, ready: 0 },
    ],
  })
  expect(idealBound(run)).toEqual({ ms: 700, binding: 'longest-task', basis: 'thread-cpu' })
})

test('a wait binds by its length although it needs no CPU', () => {
  const run = fakeRun({
    groups: [{ kind: 'async', workload: 'wait' }, cpu],
    tasks: [
      { started: 0, finished: 500, slot: 0 },
      { started: 0, finished: 300, onCpu: 300, ready: 0, slot: 1 },
    ],
    slots: [{ isShared: true }, { isShared: false }],
  })
  expect(idealBound(run)).toEqual({ ms: 500, binding: 'longest-task', basis: 'thread-cpu' })
})

test('what async tasks computed on a loop counts, and what they were held up there is not their own', () => {
  // Three tasks of one loop, each with 100 ms of CPU in the same 300; each was ready for what the others took.
  const own = { started: 0, finished: 300, onCpu: 100, ready: 190, timer: 10, io: 0 }
  const bound = (cores: number): unknown =>
    idealBound(
      fakeRun({
        groups: [{ kind: 'async', count: 3 }],
        tasks: [own, own, own],
        slots: [{ isShared: true }],
        cores,
      }),
    )
  expect([bound(2), bound(4)]).toEqual([
    { ms: 150, binding: 'cores', basis: 'thread-cpu' },
    { ms: 110, binding: 'longest-task', basis: 'thread-cpu' },
  ])
})

test('where async tasks were not told apart, time in which others held the loop is not a waiting task’s own', () => {
  // On one loop: the wait began at 0; computing held the loop from 10 to 110 and from 200 to 350; it ended at 400.
  const run = fakeRun({
    groups: [
      { kind: 'async', workload: 'wait' },
      { ...cpu, count: 2 },
    ],
    tasks: [
      { started: 0, finished: 400 },
      { started: 10, finished: 110, onCpu: 100, ready: 0 },
      { started: 200, finished: 350, onCpu: 150, ready: 0 },
    ],
    slots: [{ isShared: true }],
    cores: 4,
  })
  expect(idealBound(run)).toEqual({ ms: 150, binding: 'longest-task', basis: 'thread-cpu' })
})

test.each([
  { from: 0, to: 400, ownMs: 400 - 250 },
  { from: 50, to: 220, ownMs: 170 - 60 - 20 },
  { from: 120, to: 180, ownMs: 60 },
  { from: 210, to: 340, ownMs: 0 },
  { from: 350, to: 500, ownMs: 150 },
])('a wait from $from to $to keeps $ownMs ms of its own', ({ from, to, ownMs }) => {
  const run = fakeRun({
    groups: [
      { kind: 'async', workload: 'wait' },
      { kind: 'blocking', workload: 'wait', count: 2 },
    ],
    tasks: [
      { started: from, finished: to },
      // Blocking waits hold the loop like computing does, in whatever order they are listed.
      { started: 200, finished: 350, onCpu: 0, ready: 140 },
      { started: 10, finished: 110, onCpu: 0, ready: 100 },
    ],
    slots: [{ isShared: true }],
  })
  expect(idealBound(run)?.ms).toBe(Math.max(ownMs, 10))
})

test('a quota counts where it is smaller than the cores, and a core is the least', () => {
  const bound = (cpuQuota: number | null): unknown =>
    idealBound(
      fakeRun({
        groups: [{ ...cpu, count: 4 }],
        tasks: [0, 100, 200, 300].map((started) => ({
          started,
          finished: started + 100,
          onCpu: 100,
          ready: 0,
        })),
        cores: 8,
        cpuQuota,
      }),
    )
  expect([bound(null), bound(2.5), bound(0.5)]).toEqual([
    { ms: 100, binding: 'longest-task', basis: 'thread-cpu' },
    { ms: 160, binding: 'cores', basis: 'thread-cpu' },
    { ms: 400, binding: 'cores', basis: 'thread-cpu' },
  ])
})

test('without readings of CPU time, run times stand in, and never claim more than the span could give', () => {
  // Twenty threads on two cores, all slow: their run times add up to ten times what the cores gave.
  const run = fakeRun({
    groups: [{ ...cpu, count: 20 }],
    tasks: Array.from({ length: 20 }, () => ({ started: 5, finished: 105 })),
  })
  expect(idealBound(run)).toEqual({ ms: 100, binding: 'longest-task', basis: 'run-time' })
})

test('tasks too short to be measured count by their run time, and the basis stays', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 100, workload: 'no-op' }],
    tasks: Array.from({ length: 100 }, (_, at) => ({ started: at, finished: at + 0.5 })),
  })
  expect(idealBound(run)).toEqual({ ms: 25, binding: 'cores', basis: 'thread-cpu' })
})

test('there is no bound before a task has finished, and what never ran does not count', () => {
  const run = fakeRun({
    groups: [{ count: 2 }],
    tasks: [{ started: 3 }, { state: 'cancelled', settled: 50 }],
  })
  expect(idealBound(run)).toBeNull()
})

test('a hundred thousand tasks on one loop take no noticeable time', () => {
  const count = 100_000
  const run = fakeRun({
    groups: [{ count }, { ...cpu, count }],
    tasks: [
      ...Array.from({ length: count }, (_, at) => ({ started: at, finished: at + 10 })),
      ...Array.from({ length: count }, (_, at) => ({
        started: at,
        finished: at + 0.5,
        onCpu: 0.5,
        ready: 0,
      })),
    ],
    slots: [{ isShared: true }],
  })
  // Each wait of ten milliseconds meets ten tasks that held the loop for a half; the span is what bounds: half of it computing.
  expect(idealBound(run)).toEqual({ ms: 25_000, binding: 'cores', basis: 'thread-cpu' })
})
