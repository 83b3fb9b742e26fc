import { expect, test } from 'vitest'
import type { RunSummary } from '../model/summary.ts'
import { summaryEntries, summaryNames } from './summary-entries.ts'

const none = { p50Ms: null, p95Ms: null, maxMs: null }
const summary: RunSummary = {
  makespanMs: 1000,
  ideal: { ms: 400, binding: 'cores', basis: 'thread-cpu' },
  idealRatio: 2.5,
  outcomes: { succeeded: 3, failed: 0, cancelled: 0, 'timed-out': 0 },
  unfinished: 1,
  queueWait: { p50Ms: 1, p95Ms: 2, maxMs: 3 },
  runTime: none,
  throughputPerSecond: 3,
  speedUp: 2,
  coreMean: [],
  corePeak: [],
  coresBusy: 0.5,
  peakProcessMemoryBytes: null,
  peakSystemMemoryBytes: null,
  loopBlockedMs: null,
  readyShare: null,
  migrations: null,
  garbage: null,
  own: null,
  asleepMs: null,
  throttles: null,
  droppedEvents: 0,
  sampler: { hz: 10, samples: 0, latenessP99Ms: null, ownCpuFraction: null },
}

const dashed = (isOver: boolean): readonly string[] => {
  const entries = summaryEntries(summary, isOver)
  return summaryNames.filter((name) => entries[name].figures.every(({ figure }) => figure.value === '–'))
}

test('what only the end of a run can tell is a dash until then', () => {
  expect(dashed(true)).toEqual(['run-time', 'peak-memory', 'peak-system-memory'])
  expect(dashed(false)).toEqual([
    'makespan',
    'ideal',
    'speed-up',
    'run-time',
    'peak-memory',
    'peak-system-memory',
  ])
  expect(summaryEntries(summary, false).ideal.note).toBe('')
})

test('the ideal bound names what sets it, and how far the run was from it', () => {
  const longest = { ms: 400, binding: 'longest-task', basis: 'run-time' } as const
  const definition = (ideal: RunSummary['ideal']): string =>
    summaryEntries({ ...summary, ideal }).ideal.definition
  const meaning =
    'The least time that this work could take on this machine: the larger of its CPU time shared among the cores and its longest single task.'
  expect([definition(summary.ideal), definition(longest)]).toEqual([
    `${meaning} It is set by CPU time shared among the cores. The run took 600\u202fms longer. × is makespan / ideal bound.`,
    `${meaning} It is set by the longest single task (no task waits for another, so it is also the longest chain). CPU time was not measured, so run times stand in for it. The run took 600\u202fms longer. × is makespan / ideal bound.`,
  ])
})
