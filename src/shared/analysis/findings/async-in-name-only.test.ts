import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { asyncInNameOnly } from './async-in-name-only.ts'
import { judged, listOf } from './fake-facts.ts'

const wait = { kind: 'async', workload: 'wait', name: 'wait', count: 2 } as const
const waits = [
  { started: 0, finished: 1000, onCpu: 5, ready: 600, timer: 395, io: 0 },
  { started: 0, finished: 1000, onCpu: 5, ready: 600, timer: 395, io: 0 },
]

test('computing and blocking tasks on a loop are not async', () => {
  expect(
    judged(asyncInNameOnly, {
      groups: [wait, { kind: 'cpu', workload: 'sqrt-loop' }, { kind: 'blocking', workload: 'wait' }],
      tasks: [...waits, { started: 0, finished: 200, onCpu: 200, ready: 0 }, { started: 200, finished: 600 }],
      slots: [{ isShared: true }],
      strategy: 'event-loop',
    }),
  ).toEqual({
    id: 'async-in-name-only',
    severity: 'problem',
    sentence:
      'The event loop was not shared for 60 % of the makespan: 1 task computed (200 ms), and 1 task waited without giving it back (400 ms).',
    advice:
      'Choose the Hybrid strategy: the loop keeps the tasks that wait without holding it, all others get threads.',
    evidence: { fromMs: 0, toMs: 600, tasks: [3, 2], slots: [0] },
  })
})

test('an async task that uses the CPU for most of its own time is one, too', () => {
  const finding = judged(asyncInNameOnly, {
    groups: [wait, { kind: 'async', workload: 'file-io' }],
    // Of its 500 ms, others took 300.
    tasks: [...waits, { started: 0, finished: 500, onCpu: 150, ready: 300, timer: 0, io: 50 }],
    slots: [{ isShared: true }],
  })
  expect([finding?.severity, finding?.sentence, finding?.evidence.tasks]).toEqual([
    'advice',
    'The event loop was not shared for 15 % of the makespan: 1 task computed under the name of async (150 ms).',
    [2],
  ])
})

test('many async tasks that need the CPU for a moment each do not compute, however long they are held up', () => {
  expect(
    judged(asyncInNameOnly, {
      groups: [{ kind: 'async', workload: 'download', count: 100 }],
      tasks: listOf(100, (at) => ({
        started: 0,
        finished: 5 * at + 5,
        onCpu: 5,
        ready: 5 * at,
        timer: 0,
        io: 0,
      })),
      slots: [{ isShared: true }],
    }),
  ).toBeNull()
})

test('a little computing between waits is what async tasks do, and a short task holds nobody up', () => {
  const loop = { slots: [{ isShared: true }], strategy: 'event-loop' } as const
  expect(
    judged(asyncInNameOnly, {
      ...loop,
      groups: [wait],
      tasks: listOf(2, () => ({ started: 0, finished: 1000, onCpu: 300, ready: 300, timer: 400, io: 0 })),
    }),
  ).toBeNull()
  expect(
    judged(asyncInNameOnly, {
      ...loop,
      groups: [wait, { kind: 'cpu', workload: 'sqrt-loop' }],
      tasks: [...waits, { started: 0, finished: 90, onCpu: 90, ready: 0 }],
    }),
  ).toBeNull()
})

test('tasks that wait are async, and a loop with one task is nobody else’s', () => {
  expect(judged(asyncInNameOnly, { groups: [wait], tasks: waits, slots: [{ isShared: true }] })).toBeNull()
  expect(
    judged(asyncInNameOnly, {
      groups: [{ kind: 'cpu', workload: 'sqrt-loop' }],
      tasks: [{ started: 0, finished: 500, onCpu: 500, ready: 0 }],
      slots: [{ isShared: true }],
      strategy: 'event-loop',
    }),
  ).toBeNull()
})

test('computing on threads of one’s own is nothing to speak of', () => {
  expect(
    judged(asyncInNameOnly, {
      groups: [wait, { kind: 'cpu', workload: 'sqrt-loop', count: 2 }],
      tasks: [...waits, ...listOf(2, () => ({ started: 0, finished: 500, onCpu: 500, ready: 0, slot: 1 }))],
      slots: [{ isShared: true }, { isShared: false }],
    }),
  ).toBeNull()
})

/** Tasks of a tenth of a millisecond, one after the other on a loop, with so much in between. */
const inTurn = (betweenMs: number): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'no-op', count: 200 }],
  tasks: listOf(200, (at) => {
    const started = at * (0.1 + betweenMs)
    return { started, finished: started + 0.1 }
  }),
  slots: [{ isShared: true }],
  strategy: 'event-loop',
})

test('tasks that are handed over in no less time than they take are better off on the loop', () => {
  expect(judged(asyncInNameOnly, inTurn(0.3))).toBeNull()
  expect(judged(asyncInNameOnly, inTurn(0.01))?.severity).toBe('problem')
})

test.each([
  [
    'event-loop',
    'Make these tasks of kind cpu and choose the Hybrid strategy, which runs them on threads of their own.',
  ],
  ['hybrid', 'Make these tasks of kind cpu: the Hybrid strategy then runs them on threads of their own.'],
  ['processes', 'Make these tasks of kind cpu: they then run in processes of their own.'],
] as const)('what to do about async tasks that compute depends on the strategy: %s', (strategy, advice) => {
  const finding = judged(asyncInNameOnly, {
    groups: [wait, { kind: 'async', workload: 'file-io' }],
    tasks: [...waits, { started: 0, finished: 500, onCpu: 150, ready: 300, timer: 0, io: 50 }],
    slots: [{ isShared: true }],
    strategy,
  })
  expect(finding?.advice).toBe(advice)
})
