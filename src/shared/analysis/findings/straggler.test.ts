import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { straggler } from './straggler.ts'

/** Twenty short tasks of 50 ms on two workers, and one more of its own length, which starts at some time. */
const withLong = (startedMs: number, lengthMs: number, more: Partial<FakeRun> = {}): FakeRun => ({
  groups: [
    { kind: 'cpu', workload: 'sqrt-loop', name: 'short', count: 20 },
    { kind: 'cpu', workload: 'sqrt-loop', name: 'long' },
  ],
  tasks: [
    ...listOf(20, (task) => {
      const started = Math.floor(task / 2) * 50
      return { started, finished: started + 50, slot: task % 2 }
    }),
    { started: startedMs, finished: startedMs + lengthMs, slot: 0 },
  ],
  slots: listOf(2, () => ({ isShared: false })),
  ...more,
})

test('a long task that starts last is waited for alone', () => {
  expect(judged(straggler, withLong(500, 500))).toEqual({
    id: 'straggler',
    severity: 'problem',
    sentence:
      '“long” ran for 500 ms, and for 500 ms of it (50 % of the makespan) it was the last: the other 20 tasks had ended.',
    advice:
      'Start it first, with the policy “longest-first” or by submitting it earlier: it began 500 ms into the run.',
    evidence: { fromMs: 500, toMs: 1000, tasks: [20], slots: [0] },
  })
})

test('one that started first can only be split', () => {
  const finding = judged(straggler, withLong(5, 795))
  expect([finding?.severity, finding?.sentence, finding?.advice]).toEqual([
    'advice',
    '“long” ran for 795 ms, and for 300 ms of it (38 % of the makespan) it was the last: the other 20 tasks had ended.',
    'Split it into smaller tasks: no other change makes the run shorter than this one task.',
  ])
})

test('the last of many that are alike, or one that was hidden by others, is none', () => {
  const three = [0, 0, 100].map((started, task) => ({ started, finished: started + 100, slot: task % 2 }))
  expect(judged(straggler, withLong(500, 50))).toBeNull()
  expect(
    judged(straggler, { ...withLong(0, 0), groups: [{ kind: 'cpu', count: 3 }], tasks: three }),
  ).toBeNull()
  expect(judged(straggler, withLong(0, 600))).toBeNull()
})

test('two tasks, or a few milliseconds, make no straggler', () => {
  const of = (tasks: FakeRun['tasks']): FakeRun => ({
    ...withLong(0, 0),
    groups: [{ kind: 'cpu', count: tasks.length }],
    tasks,
  })
  const two = [
    { started: 0, finished: 50, slot: 0 },
    { started: 0, finished: 500, slot: 1 },
  ]
  expect(judged(straggler, of(two))).toBeNull()
  const few = [
    { started: 0, finished: 2, slot: 0 },
    { started: 2, finished: 4, slot: 0 },
    { started: 0, finished: 13, slot: 1 },
  ]
  expect(judged(straggler, of(few))).toBeNull()
})

test('one at a time, the last is always alone', () => {
  expect(
    judged(straggler, {
      groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: 3 }],
      tasks: [
        { started: 0, finished: 50 },
        { started: 50, finished: 100 },
        { started: 100, finished: 300 },
      ],
      strategy: 'sequential',
    }),
  ).toBeNull()
})
