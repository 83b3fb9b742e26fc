import { fakePlan, fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import type { Run } from '#shared/model/run.ts'
import { stateCode } from '#shared/model/task.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { timeStepMs } from '../src/main/runs/time-grid.ts'

const slots = 2
const samplesPerRun = 600

/** A run of many short tasks as two threads would have recorded it: one after the other, with jitter, times on the recorder's grid. */
export function largeRun(taskCount: number, { hasCpuTimes }: { readonly hasCpuTimes: boolean }): Run {
  const random = fakeRandom(5)
  const plan = fakePlan([{ name: 'tiny', kind: 'cpu', workload: 'prime-count', count: taskCount }])
  const tasks = createTaskTable(plan)
  /** Up to `most` ms, smaller ones more often. */
  const jitter = (most: number): number =>
    Math.round(((random(2 ** 20) / 2 ** 20) ** 4 * most) / timeStepMs) * timeStepMs
  const freeMs = new Array<number>(slots).fill(0)
  for (let task = 0; task < taskCount; task++) {
    const slot = (freeMs[0] as number) <= (freeMs[1] as number) ? 0 : 1
    const startedMs = (freeMs[slot] as number) + 0.001953125 + jitter(0.01)
    const runMs = 0.0048828125 + jitter(0.05)
    tasks.state[task] = task % 50_000 === 49_999 ? stateCode['timed-out'] : stateCode.succeeded
    tasks.slot[task] = slot
    tasks.queuedMs[task] = 0
    tasks.startedMs[task] = startedMs
    tasks.finishedMs[task] = freeMs[slot] = startedMs + runMs
    if (hasCpuTimes) {
      tasks.onCpuMs[task] = Math.max(0, runMs - jitter(0.002))
      tasks.readyMs[task] = jitter(0.001)
      tasks.timerMs[task] = tasks.ioMs[task] = 0
    }
    tasks.checksum[task] = 168
    tasks.progress[task] = 1
    tasks.starts[task] = 1
  }
  const endMs = Math.max(...freeMs)
  const samples = Array.from({ length: samplesPerRun }, (_, row) =>
    sampleRecord({
      atMs: (endMs * row) / samplesPerRun,
      intervalMs: endMs / samplesPerRun,
      latenessMs: random(1_000) / 1_000,
      memoryUsedBytes: 2e9 + random(1e8),
      memoryAvailableBytes: 6e9 - random(1e8),
      processMemoryBytes: 3e8 + row * 1e5,
      processCpuMs: row * 10,
      cores: [{ busy: random(101) / 100 }, { busy: random(101) / 100 }],
      slots: [
        { onCpuMs: 90, readyMs: 1, core: 0 },
        { onCpuMs: 91, readyMs: 0, core: 1 },
      ],
    }),
  )
  const run = fakeRun({
    groups: [{}],
    tasks: [{}],
    slots: [{ isShared: false }, { isShared: false }],
    strategy: 'threads',
    sampledCores: 2,
    sampledSlots: slots,
    samples,
  })
  return { ...run, header: { ...run.header, plan }, tasks, nowMs: endMs }
}
