import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { loopBlocked } from './loop-blocked.ts'

const wait = { kind: 'async', workload: 'wait', name: 'tick', count: 2 } as const
const compute = { kind: 'cpu', workload: 'sqrt-loop', name: 'compute' } as const

/** Two tasks tick on a loop for a second; a third holds it from 100 on, for so long. */
const blocking = (heldMs: number): FakeRun => ({
  groups: [wait, compute],
  tasks: [
    { started: 0, finished: 1000 },
    { started: 0, finished: 1000 },
    { started: 100, finished: 100 + heldMs, onCpu: heldMs, ready: 0 },
  ],
  slots: [{ isShared: true }],
  strategy: 'event-loop',
})

test('a task that holds the loop while others are there blocks it', () => {
  expect(judged(loopBlocked, blocking(500))).toEqual({
    id: 'loop-blocked',
    severity: 'problem',
    sentence: '“compute” held the event loop for 500 ms in one piece, while 2 other tasks had to wait there.',
    advice: 'Choose the Hybrid strategy, which runs computing and blocking tasks on threads of their own.',
    evidence: { fromMs: 100, toMs: 600, tasks: [2], slots: [0] },
  })
})

test('several stretches are counted, the longest is shown, and each culprit is named once', () => {
  const finding = judged(loopBlocked, {
    groups: [wait],
    tasks: listOf(2, () => ({ started: 0, finished: 1000, onCpu: 60, ready: 40 })),
    slots: [{ isShared: true }],
    slices: [
      { kind: 'ran', task: 0, from: 100, to: 125 },
      { kind: 'ran', task: 1, from: 300, to: 340 },
      { kind: 'ran', task: 0, from: 500, to: 530 },
      { kind: 'ran', task: 1, from: 700, to: 705 },
    ],
  })
  expect([finding?.severity, finding?.sentence, finding?.evidence]).toEqual([
    'advice',
    '“tick 2” held the event loop for 40.0 ms in one piece, while 1 other task had to wait there; 3 such stretches add up to 95.0 ms.',
    { fromMs: 300, toMs: 340, tasks: [1, 0], slots: [0] },
  ])
})

test('a stretch that was long because the thread had no core is not the task’s doing', () => {
  const stretch = (onCpu: number): FakeRun => ({
    groups: [wait],
    tasks: listOf(2, () => ({ started: 0, finished: 1000, onCpu: 60, ready: 40 })),
    slots: [{ isShared: true }],
    slices: [{ kind: 'ran', task: 0, from: 100, to: 200, onCpu }],
  })
  expect(judged(loopBlocked, stretch(40))).toBeNull()
  expect(judged(loopBlocked, stretch(60))?.evidence.tasks).toEqual([0])
})

test('short stretches do not, and neither does a task that is alone', () => {
  expect(judged(loopBlocked, blocking(20))).toBeNull()
  expect(
    judged(loopBlocked, {
      groups: [{ ...compute, count: 2 }],
      tasks: [
        { started: 0, finished: 500 },
        { queued: 600, started: 600, finished: 900 },
      ],
      slots: [{ isShared: true }],
      strategy: 'event-loop',
    }),
  ).toBeNull()
})
