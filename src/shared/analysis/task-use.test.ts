import { expect, test } from 'vitest'
import type { Run } from '../model/run.ts'
import { CoveredTime } from './covered-time.ts'
import { fakeRandom } from './fake-random.ts'
import { fakeRun } from './fake-run.ts'
import { randomRun } from './fake-run-random.ts'
import { TaskUses, type TaskUse } from './task-use.ts'

const use = (run: Run, fromMs: number, toMs: number): number[] => {
  const { onCpuMs, withoutCoreMs, heldMs, timerMs, ioMs } = new TaskUses(run).within(0, fromMs, toMs)
  return [onCpuMs, withoutCoreMs, heldMs, timerMs, ioMs]
}

test('a thread’s task: slices where there are some, and of the rest of its totals its part of the rest of the time', () => {
  const run = fakeRun({
    groups: [{ kind: 'cpu' }],
    tasks: [{ started: 0, finished: 100, onCpu: 60, ready: 10, timer: 20, io: 10 }],
    slices: [
      { kind: 'timerWait', task: 0, from: 60, to: 80 },
      { kind: 'computed', task: 0, from: 0, to: 40, onCpu: 36, ready: 4 },
    ],
  })
  // Open are 40–60 and 80–100: 24 of CPU, 6 without a core and 10 of input.
  expect(use(run, 0, 100)).toEqual([60, 10, 0, 20, 10])
  expect(use(run, 0, 20)).toEqual([18, 2, 0, 0, 0])
  expect(use(run, 50, 70)).toEqual([6, 1.5, 0, 10, 2.5])
})

test('a loop’s task: held up before it ran, suspended before that', () => {
  const run = fakeRun({
    groups: [{ kind: 'async', workload: 'wait' }],
    tasks: [{ started: 0, finished: 100, onCpu: 20, ready: 30, timer: 50, io: 0 }],
    slots: [{ isShared: true }],
    slices: [
      { kind: 'timerWait', task: 0, from: 0, to: 50 },
      { kind: 'ran', task: 0, from: 80, to: 100, onCpu: 20, ready: 30 },
    ],
  })
  expect(use(run, 40, 90)).toEqual([10, 0, 30, 10, 0])
  expect(use(run, 60, 70)).toEqual([0, 0, 10, 0, 0])
})

test('a collection is a loop’s task’s as far as it fell into its stretches, and was on CPU as they were', () => {
  const run = fakeRun({
    groups: [{ kind: 'async', workload: 'wait' }],
    tasks: [{ started: 0, finished: 100 }],
    slots: [{ isShared: true }],
    slices: [
      { kind: 'timerWait', task: 0, from: 0, to: 80 },
      { kind: 'ran', task: 0, from: 80, to: 100, onCpu: 15, ready: 0 },
    ],
  })
  // 80–85 and 90–95 of what was asked for, each three quarters on CPU.
  const collections = new CoveredTime([75, 90], [85, 99])
  expect(new TaskUses(run).collectedWithin(0, 70, 95, collections)).toBe(7.5)
})

test('a wait that covers short stretches of running claims no more than there was, wherever one looks', () => {
  // A wait of 90 in one slice, in which it ran for 30 in pieces too short to be recorded.
  const run = fakeRun({
    groups: [{ kind: 'async', workload: 'wait' }],
    tasks: [{ started: 0, finished: 100, onCpu: 40, ready: 0, timer: 60, io: 0 }],
    slots: [{ isShared: true }],
    slices: [
      { kind: 'timerWait', task: 0, from: 0, to: 90 },
      { kind: 'ran', task: 0, from: 90, to: 100, onCpu: 10, ready: 0 },
    ],
  })
  expect(use(run, 0, 45).map((ms) => Math.round(ms * 1e9) / 1e9)).toEqual([15, 0, 0, 30, 0])
  expect(use(run, 90, 100)).toEqual([10, 0, 0, 0, 0])
})

test('what was not read is told as far as slices tell it', () => {
  const run = fakeRun({
    groups: [{ kind: 'cpu' }],
    tasks: [{ started: 0, finished: 100 }],
    slices: [{ kind: 'ioWait', task: 0, from: 10, to: 30 }],
  })
  expect([use(run, 0, 20), use(run, 0, 100)]).toEqual([
    [0, 0, 0, 0, 10],
    [0, 0, 0, 0, 20],
  ])
})

test('random runs: however a run time is cut, the pieces are the totals, and none is longer than itself', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = fakeRandom(seed)
    const run = randomRun(random)
    const uses = new TaskUses(run)
    const { startedMs, finishedMs, onCpuMs, readyMs, timerMs, ioMs, count } = run.tasks
    for (let task = 0; task < count; task++) {
      if (Number.isNaN(onCpuMs[task])) continue
      const [from, to] = [startedMs[task] as number, finishedMs[task] as number]
      const cuts = [
        from,
        ...Array.from({ length: random(5) }, () => from + ((to - from) * random(64)) / 64),
        to,
      ]
      cuts.sort((one, other) => one - other)
      const pieces = cuts.slice(1).map((cut, at): [number, TaskUse] => {
        const before = cuts[at] as number
        return [cut - before, uses.within(task, before, cut)]
      })
      const sum = (part: keyof TaskUse): number => pieces.reduce((total, [, piece]) => total + piece[part], 0)
      const close = (ms: number | undefined): number => expect.closeTo(ms ?? NaN, 6) as number
      expect(
        [sum('onCpuMs'), sum('withoutCoreMs') + sum('heldMs'), sum('timerMs'), sum('ioMs')],
        `seed ${seed}, task ${task}`,
      ).toEqual([close(onCpuMs[task]), close(readyMs[task]), close(timerMs[task]), close(ioMs[task])])
      const longest = pieces.map(
        ([lengthMs, piece]) =>
          Object.values(piece).reduce((all: number, ms: number) => all + ms, 0) - lengthMs,
      )
      expect(Math.max(...longest), `seed ${seed}, task ${task}`).toBeLessThan(1e-6)
    }
  }
})
