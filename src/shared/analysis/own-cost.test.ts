import { expect, test } from 'vitest'
import { fakeRun, sampleRecord, type FakeSample } from './fake-run.ts'
import { othersShares, ownCost, ownCostShares } from './own-cost.ts'
import type { Run } from '../model/run.ts'

const counters = (atMs: number, main: number, sampler: number, more: FakeSample = {}): number[] =>
  sampleRecord({ atMs, intervalMs: 100, mainThreadCpuMs: main, samplerCpuMs: sampler, cores: [{}], ...more })

const runOf = (samples: number[][], finished = 250): Run =>
  fakeRun({ groups: [{ kind: 'cpu' }], tasks: [{ queued: 50, started: 60, finished }], samples, cores: 4 })

test('only what was used while tasks were there counts: of an interval that reaches beyond, its part', () => {
  const run = runOf([
    counters(0, 40, 10),
    // Half of this interval lies before the first task was queued.
    counters(100, 60, 14),
    counters(200, 65, 15),
    // Half of this one lies after the last has finished.
    counters(300, 75, 19),
  ])
  expect(ownCost(run)).toEqual({
    mainThreadMs: 10 + 5 + 5,
    samplerMs: 2 + 1 + 2,
    windowMs: null,
    totalMs: 25,
    anatomyMs: null,
    passedMs: 200,
    shareOfCore: 0.125,
    shareOfMachine: 0.125 / 4,
  })
})

test('what the anatomy of a loop takes is told beside the total, for it is the tasks’ thread that used it', () => {
  const run = runOf(
    [counters(0, 0, 0), counters(100, 4, 2, { anatomyCpuMs: 7 }), counters(200, 8, 4, { anatomyCpuMs: 10 })],
    200,
  )
  expect(ownCost(run)).toEqual(expect.objectContaining({ totalMs: 9, anatomyMs: 3 }))
})

test('a window is part of it, from when it is known', () => {
  const run = runOf(
    [counters(0, 0, 0), counters(100, 4, 2, { windowCpuMs: 500 }), counters(200, 8, 4, { windowCpuMs: 530 })],
    200,
  )
  expect(ownCost(run)).toEqual({
    mainThreadMs: 6,
    samplerMs: 3,
    windowMs: 30,
    totalMs: 39,
    anatomyMs: null,
    passedMs: 150,
    shareOfCore: 0.26,
    shareOfMachine: 0.065,
  })
  expect([...ownCostShares(run.samples)]).toEqual([NaN, 0.06, 0.36])
})

test('without two samples, without readings, and before anything was queued, it is not known', () => {
  expect(ownCost(runOf([]))).toBeNull()
  expect(ownCost(runOf([counters(100, 1, 1)]))).toBeNull()
  expect(ownCost(runOf([counters(0, NaN, 0), counters(100, NaN, 1)]))).toBeNull()
  expect(
    ownCost(
      fakeRun({ groups: [{}], tasks: [{ queued: NaN }], samples: [counters(0, 0, 0), counters(9, 1, 1)] }),
    ),
  ).toBeNull()
})

test('what others use is what is left of the busy cores, and never less than none', () => {
  const sample = (
    atMs: number,
    process: number,
    window: number,
    child: number,
    ...busy: number[]
  ): number[] =>
    sampleRecord({
      atMs,
      intervalMs: 100,
      processCpuMs: process,
      windowCpuMs: window,
      cores: busy.map((share) => ({ busy: share })),
      slots: [{ onCpuMs: 40 }, { onCpuMs: child }],
    })
  const run = fakeRun({
    groups: [{}],
    tasks: [{}],
    slots: [{ isShared: false }, { isShared: false, executor: 'processes' }],
    sampledCores: 2,
    sampledSlots: 2,
    samples: [
      sample(0, 10, 0, 0, 1, 1),
      // 1.75 cores were busy: 60 ms of the process, 20 of the window and 45 of a child process leave half a core.
      sample(100, 70, 20, 45, 1, 0.75),
      // A tick that is counted late makes us use more than there was.
      sample(200, 170, 20, NaN, 0.5, 0.25),
      sample(300, 180, 20, 0, NaN, 1),
    ],
  })
  expect([...othersShares(run)]).toEqual([NaN, 0.5, 0, NaN])
})
