import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import type { Run } from '#shared/model/run.ts'

const taskCount = 60
const states = ['succeeded', 'failed', 'cancelled', 'timed-out'] as const

/** A run for tests with everything that makes tables go wrong: hostile names, numbers at the limits, and much that is not known. */
export function fakeTableRun(): Run {
  const random = fakeRandom(3)
  const run = fakeRun({
    groups: [
      { name: 'plain, "quoted"\nand =SUM(A1)', kind: 'cpu', workload: 'hash-chain', count: taskCount / 2 },
      { name: '=HYPERLINK("x")', kind: 'async', workload: 'wait', count: taskCount / 2 - 1 },
      { name: 'müde 😴', kind: 'blocking', workload: 'wait' },
    ],
    tasks: Array.from({ length: taskCount }, (_, task) => {
      const started = random(1_000) / 7
      // The last one never ends.
      if (task === taskCount - 1) return { queued: 0.1, started }
      return {
        queued: random(10) / 3,
        started,
        finished: started + random(1_000) / 3,
        slot: task % 2,
        state: states[random(states.length)] ?? 'failed',
        ...(task % 3 === 0 ? {} : { onCpu: random(100) / 9, ready: 0, timer: 0.1, io: -0 }),
      }
    }),
    slots: [{ isShared: false }, { isShared: true, executor: 'loop' }],
    sampledCores: 2,
    sampledSlots: 2,
    samples: Array.from({ length: 7 }, (_, row) =>
      sampleRecord({
        atMs: row * 100 + 1 / 3,
        intervalMs: 100,
        memoryUsedBytes: 2 ** 33 + row,
        // The others of them are not known.
        cores: [{ busy: row / 7, frequencyMhz: 2_400.1 }, {}],
        slots: [{ onCpuMs: 0.1, readyMs: row, core: 1 }, {}],
      }),
    ),
    nowMs: 900,
  })
  run.tasks.checksum.set([Number.MAX_VALUE, -0, 5e-324, -Infinity, 2 ** 53, 0.1 + 0.2])
  run.tasks.progress[0] = 0.1
  return {
    ...run,
    failures: new Map([[1, { name: 'RangeError', message: '"Zu groß",\r\n@here' }]]),
  }
}
