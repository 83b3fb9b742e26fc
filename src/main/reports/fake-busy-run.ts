import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import type { Run } from '#shared/model/run.ts'

/** A run for tests in which everything happens that reports tell of: a loop and two threads, waits, collections, and every outcome. */
export function fakeBusyRun(): Run {
  const run = fakeRun({
    groups: [
      { name: 'compute', kind: 'cpu', workload: 'hash-chain', count: 4 },
      { name: 'fetch', kind: 'async', workload: 'wait', count: 3 },
      { name: 'read', kind: 'blocking', workload: 'wait' },
    ],
    tasks: [
      { queued: 0, started: 1, finished: 400.25, slot: 0, onCpu: 380, ready: 10, timer: 0, io: 5 },
      { queued: 0, started: 400.25, finished: 700, slot: 0, onCpu: 299, ready: 0, state: 'failed' },
      { queued: 0.5, started: 2, finished: 300, slot: 2, state: 'timed-out' },
      { queued: 0.5, finished: 900, state: 'cancelled' },
      { queued: 1, started: 1.5, finished: 650, slot: 1, onCpu: 150, ready: 60, timer: 400, io: 0 },
      { queued: 1, started: 2, finished: 500, slot: 1, onCpu: 200, ready: 0, timer: 0, io: 298 },
      { queued: 1, started: 3, slot: 1 },
      { queued: 200, started: 300, finished: 620, slot: 2, onCpu: 5, ready: 0, timer: 300, io: 0 },
    ],
    slots: [{ isShared: false }, { isShared: true }, { isShared: false, executor: 'blocking' }],
    slices: [
      { kind: 'computed', task: 0, slot: 0, from: 1, to: 400, onCpu: 380, ready: 10 },
      { kind: 'ioWait', task: 0, slot: 0, from: 100, to: 105 },
      { kind: 'minorCollection', slot: 0, from: 200, to: 203 },
      { kind: 'majorCollection', slot: 1, from: 310, to: 330 },
      { kind: 'timerWait', task: 4, slot: 1, from: 10, to: 280 },
      { kind: 'ran', task: 5, slot: 1, from: 300, to: 400, onCpu: 100, ready: 0 },
      { kind: 'ran', task: 4, slot: 1, from: 400, to: 550, onCpu: 150, ready: 60 },
      { kind: 'ioWait', task: 5, slot: 1, from: 5, to: 298 },
      { kind: 'timerWait', task: 7, slot: 2, from: 310, to: 610 },
    ],
    sampledCores: 2,
    sampledSlots: 3,
    samples: Array.from({ length: 10 }, (_, row) =>
      sampleRecord({
        atMs: row * 100 - 20.5,
        intervalMs: 100,
        latenessMs: 1,
        memoryUsedBytes: 2 ** 31 + row,
        processMemoryBytes: 2 ** 27 + row,
        processCpuMs: row * 150,
        mainThreadCpuMs: row * 2,
        samplerCpuMs: row,
        taskLoopDelayMs: row === 4 ? 100 : 1,
        cores: [{ busy: 0.75 }, row === 3 ? {} : { busy: 0.5 }],
        slots: [
          { onCpuMs: 90, readyMs: 0, core: row % 2 },
          { onCpuMs: 50, readyMs: 5, core: 0 },
          { onCpuMs: 1, readyMs: 0, core: 1 },
        ],
      }),
    ),
    preparationMs: 50,
    nowMs: 950,
  })
  return { ...run, failures: new Map([[1, { name: 'RangeError', message: 'Out of "range"\n@here' }]]) }
}
