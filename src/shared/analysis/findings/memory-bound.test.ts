import { expect, test } from 'vitest'
import { sampleRecord, type FakeRun, type FakeSample } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { memoryBound } from './memory-bound.ts'

const mebibyte = 2 ** 20

/** A run of a second with a sample every 100 ms, on a machine with 1,024 MiB. */
const sampled = (sampleAt: (at: number) => FakeSample): FakeRun => ({
  groups: [{ kind: 'blocking', workload: 'allocate', count: 2 }],
  tasks: [
    { started: 0, finished: 400 },
    { started: 400, finished: 1000 },
  ],
  samples: listOf(11, (at) =>
    sampleRecord({ atMs: at * 100, intervalMs: 100, cores: [{}], ...sampleAt(at) }),
  ),
})

test('little available memory is shown where it was little, with the tasks of that time', () => {
  expect(
    judged(
      memoryBound,
      sampled((at) => ({ memoryAvailableBytes: (at === 6 || at === 7 ? 40 : 500) * mebibyte })),
    ),
  ).toEqual({
    id: 'memory-bound',
    severity: 'advice',
    sentence: 'Memory was short: available memory fell to 40.0 MiB (3.9 % of all).',
    advice: 'Run fewer tasks at once, or smaller ones, and close what else uses memory.',
    evidence: { fromMs: 500, toMs: 700, tasks: [1], slots: [0] },
  })
})

test('pages that go to the disk and come from there are worse', () => {
  const finding = judged(
    memoryBound,
    sampled((at) => ({ swapUsedBytes: at * 10 * mebibyte, majorFaults: 1000 + at * 50 })),
  )
  expect([finding?.severity, finding?.sentence, finding?.evidence.tasks]).toEqual([
    'problem',
    'Memory was short: swap grew by 90.0 MiB, and 450 pages had to be read from the disk.',
    [1, 0],
  ])
})

test('enough memory, swap that was in use before, and the faults of a start are nothing to speak of', () => {
  expect(
    judged(
      memoryBound,
      sampled((at) => ({
        memoryAvailableBytes: 60 * mebibyte,
        swapUsedBytes: 300 * mebibyte + at * mebibyte,
        majorFaults: 5000 + at * 10,
      })),
    ),
  ).toBeNull()
  expect(
    judged(
      memoryBound,
      sampled(() => ({})),
    ),
  ).toBeNull()
})
