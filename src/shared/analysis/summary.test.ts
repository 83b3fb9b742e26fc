import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from './fake-run.ts'
import { summarize } from './summary.ts'

const sample = (
  atMs: number,
  intervalMs: number,
  latenessMs: number,
  memory: number,
  samplerCpuMs: number,
  ...cores: number[]
): number[] =>
  sampleRecord({
    atMs,
    intervalMs,
    latenessMs,
    memoryUsedBytes: memory * 10,
    memoryAvailableBytes: 1000 - memory * 10,
    processMemoryBytes: memory,
    samplerCpuMs,
    cores: cores.map((busy) => ({ busy })),
  })

test('a small run in numbers, each worked out by hand', () => {
  const run = fakeRun({
    groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: 4 }],
    tasks: [
      { queued: 0, started: 10, finished: 110, onCpu: 90, ready: 10, slot: 0 },
      { queued: 0, started: 20, finished: 220, onCpu: 200, ready: 0, slot: 1 },
      { queued: 0, started: 110, finished: 160, onCpu: 50, ready: 0, slot: 0, state: 'failed' },
      { queued: 0, state: 'cancelled', settled: 200 },
    ],
    slots: [{ isShared: false }, { isShared: false }],
    sampledCores: 2,
    samples: [
      sample(0, 100, 0, 5, 1, 0.9, 0.9),
      sample(100, 100, 1, 7, 2, 0.5, 1),
      sample(200, 100, 3, 9, 3, NaN, 0.25),
      sample(300, 100, 2, 6, 4, 0.75, 0.5),
    ],
  })
  expect(summarize(run)).toEqual({
    // First queued at 0, last finished at 220.
    makespanMs: 220,
    // 340 ms of CPU on two cores are 170; the longest task has 200 of its own.
    ideal: { ms: 200, binding: 'longest-task', basis: 'thread-cpu' },
    idealRatio: 1.1,
    outcomes: { succeeded: 2, failed: 1, cancelled: 1, 'timed-out': 0 },
    unfinished: 0,
    // Waits of 10, 20 and 110; runs of 100, 200 and 50. p95 lies nine tenths of the way from the second to the third.
    queueWait: { p50Ms: 20, p95Ms: expect.closeTo(20 + 0.9 * 90) as number, maxMs: 110 },
    runTime: { p50Ms: 100, p95Ms: 100 + 0.9 * 100, maxMs: 200 },
    // Three came to their own end in 220 ms.
    throughputPerSecond: (3 / 220) * 1000,
    speedUp: 350 / 220,
    // Within the run: 100 ms of each of the samples at 100 and 200, and 20 ms of that at 300.
    coreMean: [(0.5 * 100 + 0.75 * 20) / 120, (1 * 100 + 0.25 * 100 + 0.5 * 20) / 220],
    corePeak: [0.75, 1],
    coresBusy: (65 + 135) / 340,
    peakProcessMemoryBytes: 9,
    peakSystemMemoryBytes: 90,
    loopBlockedMs: null,
    // 10 of 350 ms.
    readyShare: 10 / 350,
    migrations: null,
    garbage: { count: 0, majorCount: 0, totalMs: 0 },
    own: null,
    asleepMs: null,
    throttles: null,
    droppedEvents: 0,
    // 3 ms of CPU in 300 ms. The 99th percentile of 0, 1, 2, 3.
    sampler: { hz: 10, samples: 4, latenessP99Ms: expect.closeTo(2.97) as number, ownCpuFraction: 0.01 },
  })
})

test('before anything has happened there are no numbers to tell', () => {
  expect(summarize(fakeRun({ groups: [{ count: 2 }], tasks: [{}, {}] }))).toEqual({
    makespanMs: null,
    ideal: null,
    idealRatio: null,
    outcomes: { succeeded: 0, failed: 0, cancelled: 0, 'timed-out': 0 },
    unfinished: 2,
    queueWait: { p50Ms: null, p95Ms: null, maxMs: null },
    runTime: { p50Ms: null, p95Ms: null, maxMs: null },
    throughputPerSecond: null,
    speedUp: null,
    coreMean: [null],
    corePeak: [null],
    coresBusy: null,
    peakProcessMemoryBytes: null,
    peakSystemMemoryBytes: null,
    loopBlockedMs: null,
    readyShare: null,
    migrations: null,
    garbage: { count: 0, majorCount: 0, totalMs: 0 },
    own: null,
    asleepMs: null,
    throttles: null,
    droppedEvents: 0,
    sampler: { hz: 10, samples: 0, latenessP99Ms: null, ownCpuFraction: null },
  })
})

test('a run that was cancelled in the queue is as long as it took, and gets no throughput for what it did not do', () => {
  const cancelled = { queued: 1, state: 'cancelled', settled: 51 } as const
  const summary = summarize(fakeRun({ groups: [{ count: 3 }], tasks: [cancelled, cancelled, cancelled] }))
  const { makespanMs, ideal, outcomes, throughputPerSecond, speedUp } = summary
  expect({ makespanMs, ideal, cancelled: outcomes.cancelled, throughputPerSecond, speedUp }).toEqual({
    makespanMs: 50,
    ideal: null,
    cancelled: 3,
    throughputPerSecond: 0,
    speedUp: 0,
  })
})

test('while it runs, cores count up to now', () => {
  const run = fakeRun({
    groups: [{ count: 1 }],
    tasks: [{ queued: 0, started: 10 }],
    samples: [sample(100, 100, 0, 1, 0, 0.5)],
    nowMs: 120,
  })
  const { makespanMs, coresBusy, unfinished } = summarize(run)
  expect({ makespanMs, coresBusy, unfinished }).toEqual({ makespanMs: null, coresBusy: 0.5, unfinished: 1 })
})

test('what the loop, the cores and Taskscope itself did to the tasks', () => {
  const run = fakeRun({
    groups: [{ kind: 'async', count: 2 }],
    tasks: [
      { started: 0, finished: 200, onCpu: 100, ready: 20 },
      { started: 0, finished: 100, onCpu: 0, ready: 100 },
    ],
    slots: [{ isShared: true }],
    slices: [
      { kind: 'ran', task: 0, from: 0, to: 90, onCpu: 90, ready: 0 },
      { kind: 'ran', task: 0, from: 150, to: 170, onCpu: 10, ready: 20 },
      { kind: 'majorCollection', from: 10, to: 16 },
    ],
    options: { blockedLoopMs: 20 },
    sampledSlots: 1,
    samples: [0, 100, 200].map((atMs) =>
      sampleRecord({
        atMs,
        intervalMs: 100,
        mainThreadCpuMs: atMs / 50,
        samplerCpuMs: atMs / 100,
        cores: [{}],
        slots: [{ onCpuMs: 50, core: atMs === 100 ? 1 : 0 }],
      }),
    ),
  })
  const { loopBlockedMs, readyShare, migrations, garbage, own } = summarize(run)
  expect({ loopBlockedMs, readyShare, migrations, garbage, own }).toEqual({
    loopBlockedMs: 90,
    readyShare: 0.4,
    migrations: 2,
    garbage: { count: 1, majorCount: 1, totalMs: 6 },
    own: {
      mainThreadMs: 4,
      samplerMs: 2,
      windowMs: null,
      totalMs: 6,
      anatomyMs: null,
      passedMs: 200,
      shareOfCore: 0.03,
      shareOfMachine: 0.015,
    },
  })
  const stamps = {
    ...run,
    header: { ...run.header, options: { ...run.header.options, detail: 'stamps' as const } },
  }
  // Nobody looked: not known is not none.
  expect(summarize(stamps).garbage).toBeNull()
})

test('one sample tells nothing about the sampler’s own cost', () => {
  const run = fakeRun({ groups: [{}], tasks: [{}], samples: [sample(0, 100, 4, 1, 50, 0.5)] })
  expect(summarize(run).sampler).toEqual({ hz: 10, samples: 1, latenessP99Ms: 4, ownCpuFraction: null })
})
