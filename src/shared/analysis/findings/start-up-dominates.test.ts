import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { judged } from './fake-facts.ts'
import { startUpDominates } from './start-up-dominates.ts'

const short = (preparationMs: number, more: Partial<FakeRun> = {}): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: 2 }],
  tasks: [
    { started: 1, finished: 80 },
    { started: 2, finished: 100 },
  ],
  preparationMs,
  ...more,
})

test('getting ready for longer than the work takes is most of what one waits for', () => {
  expect(judged(startUpDominates, short(600, { strategy: 'processes' }))).toEqual({
    id: 'start-up-dominates',
    severity: 'advice',
    sentence:
      'Getting ready (starting threads or processes, calibrating) took 600 ms, the tasks themselves 100 ms.',
    advice:
      'Choose the Hybrid strategy, whose threads start sooner than processes, or give each start more work.',
    evidence: { fromMs: 0, toMs: 1, tasks: [0], slots: [0] },
  })
})

test('of threads that there are several of, there could be fewer', () => {
  const two = { slots: [{ isShared: false }, { isShared: false }] }
  expect(judged(startUpDominates, short(600, two))?.advice).toBe(
    'Run it again, as threads are kept from run to run, start fewer of them, or give each start more work.',
  )
  expect(judged(startUpDominates, short(600))?.advice).toBe(
    'Run it again, as threads are kept from run to run, or give each start more work.',
  )
})

test('the look at the machine at rest, which every run begins with, does not count', () => {
  expect(judged(startUpDominates, short(350))).toBeNull()
})

test('a long time in which nothing started is start-up, too', () => {
  const late = (startedMs: number): FakeRun => ({
    ...short(300),
    tasks: [
      { started: startedMs, finished: 80 },
      { started: startedMs + 1, finished: 100 },
    ],
  })
  const finding = judged(startUpDominates, late(40))
  expect([finding?.sentence, finding?.evidence]).toEqual([
    'The first task started 40.0 ms after the first was queued: 40 % of the makespan had passed by then.',
    { fromMs: 0, toMs: 40, tasks: [0], slots: [0] },
  ])
  expect(judged(startUpDominates, late(20))).toBeNull()
  expect(
    judged(startUpDominates, {
      ...late(8),
      tasks: [
        { started: 8, finished: 16 },
        { started: 9, finished: 20 },
      ],
      preparationMs: 0,
    }),
  ).toBeNull()
})
