import { expect, test } from 'vitest'
import type { ComparisonState } from '#shared/model/experiment-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { EndedWork } from '#shared/model/work-under-way.ts'
import { WorkUnderWay } from './work-under-way.ts'

function watched() {
  let nowMs = 0
  const work = new WorkUnderWay(() => nowMs)
  const ended: EndedWork[] = []
  let changes = 0
  const stop = work.watch({ onChange: () => changes++, onEnd: (one) => ended.push(one) })
  return { work, ended, stop, pass: (ms: number) => (nowMs += ms), changes: () => changes }
}

const comparing = (done: number): ComparisonState => ({
  kind: 'running',
  outline: {
    presetId: 'course-demo',
    presetTitle: 'Course demo',
    variants: [],
    repeats: 1,
    warmUps: 0,
    pauseMs: 0,
    origin: 'measured',
    sweep: null,
  },
  progress: { done, total: 4, variant: null, isWarmUp: false, remainingMs: null },
  trials: [],
})

test('a run begins, comes further and ends, and whoever watches hears of each', () => {
  const { work, ended, pass, changes, stop } = watched()
  work.begin('run', 'Course demo')
  expect([work.list, work.isAny, work.isMeasuring]).toEqual([
    [{ kind: 'run', name: 'Course demo', done: null }],
    true,
    true,
  ])
  work.progress('run', 0.5)
  work.progress('run', 0.5)
  pass(1500)
  work.end('run', 'completed')
  work.end('run', 'completed')
  expect([work.list, ended, changes()]).toEqual([
    [],
    [{ kind: 'run', name: 'Course demo', ending: 'completed', tookMs: 1500 }],
    3,
  ])
  stop()
  work.begin('run', 'x')
  expect(changes()).toBe(3)
})

test('comparisons, sweeps, self-tests and exports are known by what the window is told of them', () => {
  const { work, ended } = watched()
  work.observe('comparison', comparing(0))
  work.observe('comparison', comparing(1))
  work.observe('selfTest', { kind: 'running', done: 1, total: 10 })
  work.observe('export', {
    kind: 'running',
    runId: 'r' as RunId,
    formats: [
      { format: 'html', progress: { kind: 'written', fileNames: [], bytes: 1 } },
      { format: 'json', progress: { kind: 'writing', done: 0.5 } },
    ],
  })
  expect(work.list).toEqual([
    { kind: 'self-test', name: '', done: 0.1 },
    { kind: 'comparison', name: 'Course demo', done: 0.25 },
    { kind: 'export', name: '', done: 0.75 },
  ])
  work.observe('comparison', { ...comparing(1), kind: 'cancelling' } as ComparisonState)
  expect(work.list).toHaveLength(3)
  const { outline } = comparing(0) as Extract<ComparisonState, { outline: unknown }>
  work.observe('comparison', {
    kind: 'over',
    outline,
    ending: 'cancelled',
    message: '',
    trials: [],
    result: null,
  })
  work.observe('selfTest', { kind: 'failed', message: 'No.' })
  expect(work.isMeasuring).toBe(false)
  work.observe('export', {
    kind: 'over',
    runId: 'r' as RunId,
    formats: [
      { format: 'html', progress: { kind: 'cancelled' } },
      { format: 'json', progress: { kind: 'failed', message: 'Full.' } },
    ],
  })
  expect([work.isAny, ended.map(({ kind, ending }) => `${kind} ${ending}`)]).toEqual([
    false,
    ['comparison cancelled', 'self-test failed', 'export failed'],
  ])
  // States that are told again, such as after a breakdown, end nothing twice.
  work.observe('selfTest', { kind: 'idle' })
  work.observe('preparing', 'starting-threads')
  expect(ended).toHaveLength(3)
})
