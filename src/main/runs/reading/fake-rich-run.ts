import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import type { Run } from '#shared/model/run.ts'

/** A small run with something in every list. */
export function richRun(): Run {
  const run = fakeRun({
    groups: [{ kind: 'async', count: 2 }, { kind: 'cpu' }],
    tasks: [
      { started: 1, finished: 50, onCpu: 20, ready: 5, timer: 20, io: 0 },
      { started: 2, finished: 60, onCpu: 10, ready: 5, timer: 0, io: 30, state: 'failed' },
      { started: 3, finished: 90.125, slot: 1, onCpu: 80, ready: 1, timer: 0, io: 0 },
    ],
    slots: [{ isShared: true }, { isShared: false }],
    slices: [
      { kind: 'ran', task: 0, from: 1, to: 21, onCpu: 20, ready: 0.1 },
      { kind: 'majorCollection', slot: 1, from: 30, to: 31 },
    ],
    samples: [0, 50, 100].map((atMs) =>
      sampleRecord({
        atMs,
        intervalMs: 50,
        latenessMs: 0.1,
        processCpuMs: atMs / 3,
        mainThreadCpuMs: atMs / 30,
        samplerCpuMs: atMs / 50,
        cores: [{ busy: 0.7 }, {}],
        slots: [{ onCpuMs: 12.3, readyMs: 0.4, core: 1 }, {}],
      }),
    ),
    sampledCores: 2,
    sampledSlots: 2,
  })
  run.tasks.requeuedMs[2] = 2.5
  run.tasks.progress[1] = 0.3
  run.slices.leftOut = 4
  return {
    ...run,
    failures: new Map([[1, { name: 'Error', message: 'It said \\ " {[' }]]),
    nowMs: 101,
    droppedEvents: 3,
  }
}
