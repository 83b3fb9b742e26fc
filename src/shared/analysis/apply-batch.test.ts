import { expect, test } from 'vitest'
import type { RunId } from '../model/ids.ts'
import type { Run, RunBatch } from '../model/run.ts'
import { sampleWidth } from '../model/sample.ts'
import { stateCode } from '../model/task.ts'
import { applyBatch } from './apply-batch.ts'
import { eventRecord, fakeRun } from './fake-run.ts'

const batch = (sequence: number, changes: Partial<RunBatch>): RunBatch => ({
  runId: 'run' as RunId,
  sequence,
  events: new Float64Array(0),
  samples: new Float64Array(0),
  failures: [],
  phase: { kind: 'running' },
  nowMs: sequence * 50,
  droppedEvents: 0,
  ...changes,
})

const newRun = (): Run => fakeRun({ groups: [{ count: 2 }], tasks: [] })

test('a batch brings its records, its failures, its phase and its time', () => {
  const before = newRun()
  const failure = { name: 'Error', message: 'no' }
  const after = applyBatch(
    before,
    batch(1, {
      events: Float64Array.from([
        ...eventRecord('queued', 0, 3),
        ...eventRecord('settled', 1, 4, { value: stateCode.failed }),
        ...eventRecord('computed', 0, 5, { slot: 0, value: 9, onCpuMs: 3 }),
      ]),
      samples: new Float64Array(sampleWidth({ cores: 1, slots: 0 })).fill(2),
      failures: [[1, failure]],
      phase: { kind: 'cancelling' },
      droppedEvents: 5,
    }),
  )
  expect({
    ...after,
    header: null,
    tasks: [...after.tasks.state],
    slices: [...after.slices.toMs.subarray(0, after.slices.count)],
    samples: after.samples.count,
  }).toEqual({
    header: null,
    tasks: [stateCode.queued, stateCode.failed],
    slices: [9],
    samples: 1,
    failures: new Map([[1, failure]]),
    phase: { kind: 'cancelling' },
    nowMs: 50,
    droppedEvents: 5,
  })
  expect(after).not.toBe(before)
})

test('failures add up, and stay the very same map where there are none', () => {
  const failure = (message: string): { name: string; message: string } => ({ name: 'Error', message })
  const first = applyBatch(newRun(), batch(1, { failures: [[0, failure('a')]] }))
  const second = applyBatch(first, batch(2, {}))
  const third = applyBatch(second, batch(3, { failures: [[1, failure('b')]] }))
  expect(second.failures).toBe(first.failures)
  expect([[...first.failures.keys()], [...third.failures.keys()]]).toEqual([[0], [0, 1]])
})
