import { expect, test } from 'vitest'
import { fakeRandom } from './fake-random.ts'
import { fakeRun } from './fake-run.ts'
import { randomRun } from './fake-run-random.ts'
import { taskTime } from './task-time.ts'

const groups = [
  { kind: 'async', workload: 'wait' },
  { kind: 'cpu', workload: 'sqrt-loop', count: 4 },
] as const
const slots = [{ isShared: true }, { isShared: false }]

test('the parts of a task’s turnaround, and the rest that nobody explains', () => {
  const run = fakeRun({
    groups,
    slots,
    tasks: [
      { queued: 2, started: 10, finished: 110, slot: 0, onCpu: 5, ready: 20, timer: 60, io: 14 },
      { queued: 0, started: 10, finished: 60, slot: 1, onCpu: 40, ready: 12, timer: 0, io: 0 },
    ],
  })
  expect(taskTime(run, 0)).toEqual({
    basis: 'loop',
    turnaroundMs: 108,
    queueWaitMs: 8,
    onCpuMs: 5,
    readyMs: 20,
    timerMs: 60,
    ioMs: 14,
    suspendedMs: 74,
    unexplainedMs: 1,
  })
  // More was measured than there was.
  expect(taskTime(run, 1)).toMatchObject({ basis: 'thread', turnaroundMs: 60, unexplainedMs: -2 })
})

test('what is not known is null, never nought: too short, never started, still running, or not to be had', () => {
  const run = fakeRun({
    groups,
    slots,
    tasks: [
      { started: 5, slot: 0 },
      { started: 0, finished: 0.5, slot: 1 },
      { started: 1, finished: 30, slot: 1 },
      { state: 'cancelled', settled: 40 },
      { started: 31, finished: 61, slot: 1, onCpu: 25, timer: 0, io: 0 },
    ],
  })
  const nothing = {
    onCpuMs: null,
    timerMs: null,
    ioMs: null,
    suspendedMs: null,
    readyMs: null,
    unexplainedMs: null,
  }
  expect(taskTime(run, 0)).toEqual({ ...nothing, basis: 'unknown', turnaroundMs: null, queueWaitMs: 5 })
  expect(taskTime(run, 1)).toEqual({ ...nothing, basis: 'slot', turnaroundMs: 0.5, queueWaitMs: 0 })
  expect(taskTime(run, 2)).toEqual({ ...nothing, basis: 'unknown', turnaroundMs: 30, queueWaitMs: 1 })
  expect(taskTime(run, 3)).toEqual({ ...nothing, basis: 'unknown', turnaroundMs: null, queueWaitMs: null })
  expect(taskTime(run, 4)).toMatchObject({ basis: 'thread', onCpuMs: 25, readyMs: null, unexplainedMs: null })
})

test('random runs: queue wait, CPU, ready, suspended and the unexplained rest are the turnaround', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const run = randomRun(fakeRandom(seed))
    for (let task = 0; task < run.tasks.count; task++) {
      const time = taskTime(run, task)
      if (time.basis === 'slot') continue
      const parts = [time.queueWaitMs, time.onCpuMs, time.readyMs, time.suspendedMs, time.unexplainedMs]
      const sum = parts.reduce<number>((total, part) => total + (part ?? NaN), 0)
      expect(sum).toBeCloseTo(run.tasks.finishedMs[task] as number, 9)
      // What the random run leaves out of a task's parts is nothing, or half a millisecond.
      expect(Math.abs((time.unexplainedMs ?? NaN) - 0.25), `seed ${seed}`).toBeCloseTo(0.25, 9)
    }
  }
})
