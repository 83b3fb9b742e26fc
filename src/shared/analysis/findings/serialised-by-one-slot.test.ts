import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { serialisedByOneSlot } from './serialised-by-one-slot.ts'

/** One blocking thread works through ten tasks; two CPU workers compute for so long at the beginning. */
const narrow = (computingMs: number): FakeRun => ({
  groups: [
    { kind: 'blocking', workload: 'wait', count: 10 },
    { kind: 'cpu', workload: 'sqrt-loop', count: 2 },
  ],
  tasks: [
    ...listOf(10, (task) => ({ started: task * 100, finished: task * 100 + 95, slot: 0 })),
    ...listOf(2, (task) => ({ started: 0, finished: computingMs, slot: 1 + task })),
  ],
  slots: [{ isShared: false, executor: 'blocking' }, { isShared: false }, { isShared: false }],
})

test('what all tasks must go through sets the pace while the rest is idle', () => {
  expect(judged(serialisedByOneSlot, narrow(200))).toEqual({
    id: 'serialised-by-one-slot',
    severity: 'problem',
    sentence:
      '10 tasks went through “slot 0”, which was in use for 95 % of the makespan, while the other 2 slots were so for 20 % on average.',
    advice: 'Raise the number of blocking threads.',
    evidence: { fromMs: 0, toMs: 995, tasks: listOf(10, (at) => at), slots: [0] },
  })
})

test('a loop that is held all the time is such a slot', () => {
  const finding = judged(serialisedByOneSlot, {
    groups: [
      { kind: 'async', workload: 'wait', count: 2 },
      { kind: 'cpu', workload: 'sqrt-loop' },
    ],
    tasks: [
      { started: 0, finished: 1000, onCpu: 480, ready: 480, slot: 0 },
      { started: 0, finished: 1000, onCpu: 480, ready: 480, slot: 0 },
      { started: 0, finished: 100, slot: 1 },
    ],
    slots: [{ isShared: true }, { isShared: false }],
    slices: listOf(10, (at) => ({ kind: 'ran' as const, task: at % 2, from: at * 100, to: at * 100 + 96 })),
  })
  expect([finding?.evidence.slots, finding?.advice]).toEqual([
    [0],
    'Make its computing tasks of kind cpu and its blocking ones of kind blocking, and choose the Hybrid strategy.',
  ])
})

test('a slot that has pauses, or that hardly anything waits for, is no such thing', () => {
  const run = narrow(200)
  const others = run.tasks.slice(10)
  const slow = listOf(10, (task) => ({ started: task * 100, finished: task * 100 + 60, slot: 0 }))
  expect(judged(serialisedByOneSlot, { ...run, tasks: [...slow, ...others] })).toBeNull()
  const prompt = listOf(10, (task) => ({ ...slow[task], queued: task * 100 - 5, finished: task * 100 + 99 }))
  expect(judged(serialisedByOneSlot, { ...run, tasks: [...prompt, ...others] })).toBeNull()
})

test('busy neighbours, or a slot with nobody waiting, are no such thing', () => {
  expect(judged(serialisedByOneSlot, narrow(700))).toBeNull()
  expect(
    judged(serialisedByOneSlot, {
      ...narrow(200),
      tasks: [
        // Each comes when the one before has gone.
        ...listOf(10, (task) => ({
          queued: task * 100,
          started: task * 100,
          finished: task * 100 + 95,
          slot: 0,
        })),
        ...listOf(2, (task) => ({ started: 0, finished: 200, slot: 1 + task })),
      ],
    }),
  ).toBeNull()
})
