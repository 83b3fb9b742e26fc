import { expect, test } from 'vitest'
import { fakeRun } from './html/fake-run.ts'
import { jsonReport } from './json-report.ts'

const parse = (run: Parameters<typeof jsonReport>[0]): Record<string, unknown> =>
  JSON.parse([...jsonReport(run)].join('')) as Record<string, unknown>

test('a task carries its outcome, its failure and its times, and null for what is not known', () => {
  const { tasks } = parse(
    fakeRun({ names: ['a "quoted" name'], states: { 0: 'failed' }, message: 'line 1\nline 2' }),
  )
  expect(tasks).toEqual([
    expect.objectContaining({
      id: 0,
      name: 'a "quoted" name',
      kind: 'cpu',
      workload: 'hash-chain',
      outcome: 'failed',
      failure: { name: 'Error', message: 'line 1\nline 2' },
      slot: 0,
      queuedMs: 0,
      startedMs: 0,
      finishedMs: 1_000,
      onCpuMs: null,
      readyMs: null,
      checksum: null,
      starts: 1,
    }),
  ])
})

test('the summary counts the tasks by outcome', () => {
  const { summary } = parse(
    fakeRun({ tasksPerGroup: 5, states: { 1: 'failed', 2: 'timed-out', 3: 'cancelled', 4: 'queued' } }),
  )
  expect(summary).toMatchObject({
    tasks: { succeeded: 1, failed: 1, cancelled: 1, timedOut: 1, unfinished: 1 },
  })
})

test('a broken run keeps its message', () => {
  const run = { ...fakeRun(), phase: { kind: 'broken', message: 'No threads' } as const }
  expect(parse(run)).toMatchObject({ ending: 'broken', message: 'No threads' })
})

test('a run without samples and without a single start is still a whole document', () => {
  const run = fakeRun({ samples: 0, states: { 0: 'planned' } })
  for (const column of [run.tasks.queuedMs, run.tasks.startedMs, run.tasks.finishedMs]) column.fill(NaN)
  run.tasks.slot.fill(-1)
  expect(parse(run)).toMatchObject({
    samples: [],
    tasks: [{ slot: null, queuedMs: null, outcome: 'planned' }],
  })
})

test('a sample gives every core its share, and null where it was not read', () => {
  const run = fakeRun({ samples: 1 })
  const [core] = run.samples.coreBusy
  if (core !== undefined) core[0] = NaN
  expect(parse(run)).toMatchObject({
    samples: [{ atMs: 100, coreBusy: [null, 0.5], memoryUsedBytes: 2 ** 30 }],
  })
})
