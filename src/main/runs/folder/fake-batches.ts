import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { eventRecord, fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import type { Run, RunBatch } from '#shared/model/run.ts'
import { createSampleTable } from '#shared/model/sample.ts'
import { createSliceTable } from '#shared/model/slice.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { stateCode } from '#shared/model/task.ts'

const cores = 2
const slots = 3

/** For tests: a run that has just begun, with nothing recorded. */
export function begunRun(taskCount: number): Run {
  const { header } = fakeRun({ groups: [{ count: taskCount }], tasks: [], slots: [{ isShared: true }] })
  return {
    header: { ...header, slots: Array.from({ length: slots }, (_, index) => slot(index)) },
    tasks: createTaskTable(header.plan),
    slices: createSliceTable(),
    samples: createSampleTable({ cores, slots }),
    failures: new Map(),
    phase: { kind: 'running' },
    nowMs: 0,
    droppedEvents: 0,
  }
}

function slot(index: number): Run['header']['slots'][number] {
  return { index, executor: 'cpu', name: `cpu ${index}`, isShared: false }
}

/** For tests: what a recorder would tell of such a run, seeded: every task lives, one in ten fails; the last batch says that it is over. */
export function fakeBatches(run: Run, batches: number, seed: number): RunBatch[] {
  const random = fakeRandom(seed)
  const { taskCount } = run.header.plan
  let atMs = 0
  return Array.from({ length: batches }, (_, position): RunBatch => {
    const from = Math.floor((taskCount * position) / batches)
    const to = Math.floor((taskCount * (position + 1)) / batches)
    const events: number[] = []
    const failures: RunBatch['failures'][number][] = []
    for (let task = from; task < to; task++) {
      const startedMs = atMs + random(64) / 8
      const finishedMs = startedMs + random(800) / 8
      const isFailure = random(10) === 0
      const onSlot = random(slots)
      const state = isFailure ? stateCode.failed : stateCode.succeeded
      events.push(
        ...eventRecord('queued', task, atMs),
        ...eventRecord('started', task, startedMs, { slot: onSlot }),
        ...eventRecord('ran', task, startedMs, { slot: onSlot, value: finishedMs, onCpuMs: 0.1 }),
        ...eventRecord('finished', task, finishedMs, { value: task * 1e9 + 0.5, onCpuMs: 0.3 }),
        ...eventRecord('settled', task, finishedMs, { value: state }),
      )
      // What has been written of an earlier task changes again.
      if (from > 0 && random(4) === 0)
        events.push(...eventRecord('progress', random(from), 1e6, { value: random(8) / 8 }))
      if (isFailure) failures.push([task, { name: 'Error', message: `as wanted: ${task} ✗` }])
    }
    atMs += 200
    const samples = sampleRecord({
      atMs,
      intervalMs: 200,
      processCpuMs: atMs / 2,
      cores: Array.from({ length: cores }, () => ({ busy: random(9) / 8 })),
      slots: Array.from({ length: slots }, () => ({ onCpuMs: random(80) / 8, core: random(3) - 1 })),
    })
    return {
      runId: run.header.id,
      sequence: position + 1,
      events: Float64Array.from(events),
      samples: Float64Array.from(samples),
      failures,
      phase: { kind: position === batches - 1 ? 'completed' : 'running' },
      nowMs: atMs,
      droppedEvents: position,
    }
  })
}
