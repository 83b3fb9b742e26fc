import { expect, test } from 'vitest'
import { fakeRun as measuredRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import type { Account } from '#shared/model/account.ts'
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
    schemaVersion: 2,
    accounting: null,
    criticalChain: [],
    slices: [],
    samples: [],
    tasks: [{ slot: null, queuedMs: null, outcome: 'planned' }],
  })
})

test('a sample has all that was measured, by core and by slot, and null where it was not read', () => {
  const run = measuredRun({
    groups: [{}],
    tasks: [{ started: 0, finished: 50 }],
    sampledCores: 2,
    sampledSlots: 2,
    samples: [
      sampleRecord({
        atMs: 100,
        intervalMs: 100,
        latenessMs: 0.5,
        memoryUsedBytes: 2 ** 30,
        mainThreadCpuMs: 3,
        cores: [{}, { busy: 0.5, frequencyMhz: 2400 }],
        slots: [{ onCpuMs: 40, readyMs: 2, core: 1 }, { core: -1 }],
      }),
    ],
  })
  expect(parse(run)['samples']).toEqual([
    {
      atMs: 100,
      intervalMs: 100,
      latenessMs: 0.5,
      memoryUsedBytes: 2 ** 30,
      memoryAvailableBytes: null,
      swapUsedBytes: null,
      processMemoryBytes: null,
      processCpuMs: null,
      majorFaults: null,
      mainThreadCpuMs: 3,
      samplerCpuMs: null,
      windowCpuMs: null,
      mainLoopDelayMs: null,
      taskLoopDelayMs: null,
      temperatureCelsius: null,
      anatomyCpuMs: null,
      asleepMs: null,
      throttles: null,
      coreBusy: [null, 0.5],
      coreFrequencyMhz: [null, 2400],
      slotOnCpuMs: [40, null],
      slotReadyMs: [2, null],
      slotCore: [1, null],
    },
  ])
})

test('a task has the parts of its turnaround, and a slice its kind in a word', () => {
  const run = measuredRun({
    groups: [{ kind: 'cpu' }],
    tasks: [{ queued: 0, started: 10, finished: 110, onCpu: 60, ready: 20, timer: 5, io: 10 }],
    slices: [
      { kind: 'computed', task: 0, from: 10, to: 95, onCpu: 60, ready: 20 },
      { kind: 'ioWait', task: 0, from: 95, to: 105 },
      { kind: 'majorCollection', from: 20, to: 21 },
    ],
  })
  expect(parse(run)).toMatchObject({
    slicesLeftOut: 0,
    tasks: [
      {
        onCpuMs: 60,
        readyMs: 20,
        timerMs: 5,
        ioMs: 10,
        suspendedMs: 15,
        unexplainedMs: 5,
        timeBasis: 'thread',
      },
    ],
    slices: [
      { kind: 'computed', task: 0, slot: 0, fromMs: 10, toMs: 95, onCpuMs: 60, readyMs: 20 },
      { kind: 'ioWait', task: 0, slot: 0, fromMs: 95, toMs: 105, onCpuMs: null, readyMs: null },
      { kind: 'majorCollection', task: null, slot: 0, fromMs: 20, toMs: 21, onCpuMs: null, readyMs: null },
    ],
  })
})

test('accounts close to their totals, the chain is as long as the makespan, and there is a finding', () => {
  const run = measuredRun({
    groups: [{ kind: 'cpu', count: 2 }],
    tasks: [
      { started: 0, finished: 100, onCpu: 90, ready: 5, timer: 0, io: 0 },
      { started: 101, finished: 180, onCpu: 70, ready: 0, timer: 0, io: 0 },
    ],
    preparationMs: 20,
  })
  const { accounting, criticalChain, findings } = parse(run) as unknown as {
    accounting: { wall: Account; slots: Account }
    criticalChain: { fromMs: number; toMs: number }[]
    findings: Record<string, unknown>[]
  }
  const sum = ({ parts }: Account): number => Object.values(parts).reduce((total, ms) => total + ms, 0)
  expect([accounting.wall.totalMs, accounting.slots.totalMs]).toEqual([200, 180])
  expect([sum(accounting.wall), sum(accounting.slots)].map((ms) => Math.round(ms * 1e6) / 1e6)).toEqual([
    200, 180,
  ])
  expect(criticalChain.reduce((ms, { fromMs, toMs }) => ms + toMs - fromMs, 0)).toBeCloseTo(180, 9)
  expect(Object.keys(findings[0] ?? {})).toEqual(['id', 'severity', 'sentence', 'advice', 'evidence'])
})

test('twenty thousand tasks come in many pieces', () => {
  const pieces = jsonReport(fakeRun({ tasksPerGroup: 20_000 }))
  let longest = 0
  for (const piece of pieces) longest = Math.max(longest, piece.length)
  expect(longest).toBeLessThan(100_000)
})
