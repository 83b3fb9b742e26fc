import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { overSubscription } from './over-subscription.ts'

/** So many threads compute for 100 ms each on two cores; other programs may slow all of them. */
const computing = (threads: number, slowedBy = 1): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: threads }],
  tasks: listOf(threads, (slot) => {
    const lengthMs = Math.max(100, (100 * threads) / 2) * slowedBy
    return { started: 0, finished: lengthMs, onCpu: 100, ready: lengthMs - 100, slot }
  }),
  slots: listOf(threads, () => ({ isShared: false, executor: 'threads' as const })),
  strategy: 'threads',
})

test('many more threads than cores wait for cores most of the time', () => {
  expect(judged(overSubscription, computing(16))).toEqual({
    id: 'over-subscription',
    severity: 'advice',
    sentence:
      '16 threads competed for 2 cores, on average 8 for each: 88 % of the time in which tasks could have computed, 11.2 s in all, they had no core, so that computing took 8 times its CPU time.',
    advice:
      'Choose the Hybrid strategy, which computes on one thread for each core, or set the thread limit to 2.',
    evidence: { fromMs: 0, toMs: 800, tasks: listOf(16, (at) => at), slots: listOf(16, (at) => at) },
  })
})

test('as many threads as cores do not compete with each other, even where other programs take the cores', () => {
  expect(judged(overSubscription, computing(2))).toBeNull()
  expect(judged(overSubscription, computing(2, 3))).toBeNull()
})

test('threads that take turns are no more than run at once', () => {
  // Four threads, two at a time, which other programs slow down to a third.
  expect(
    judged(overSubscription, {
      ...computing(4),
      tasks: listOf(4, (slot) => {
        const started = slot < 2 ? 0 : 300
        return { started, finished: started + 300, onCpu: 100, ready: 200, slot }
      }),
    }),
  ).toBeNull()
})

test('a moment without a core is nothing', () => {
  const run = computing(16)
  expect(
    judged(overSubscription, {
      ...run,
      tasks: run.tasks.map((task) => ({ ...task, finished: 8, onCpu: 1, ready: 6 })),
    }),
  ).toBeNull()
})

test('threads that wait by their own will are no competition', () => {
  expect(
    judged(overSubscription, {
      groups: [{ kind: 'blocking', workload: 'wait', count: 16 }],
      tasks: listOf(16, (slot) => ({
        started: 0,
        finished: 1000,
        onCpu: 4,
        ready: 3,
        timer: 993,
        io: 0,
        slot,
      })),
      slots: listOf(16, () => ({ isShared: false, executor: 'blocking' as const })),
    }),
  ).toBeNull()
})

test('where the time without a core is unknown, nothing is said', () => {
  const run = computing(16)
  expect(
    judged(overSubscription, {
      ...run,
      tasks: run.tasks.map((task) => ({ ...task, ready: NaN })),
    }),
  ).toBeNull()
})

/** Three computing tasks among waiters that live as long, on two cores; as many threads compute at once. */
function amongWaiters(threads: number): FakeRun {
  const computing =
    threads === 3
      ? listOf(3, (slot) => ({ started: 0, finished: 900 + 100 * slot, slot }))
      : [
          { started: 0, finished: 800, slot: 0 },
          { started: 0, finished: 900, slot: 1 },
          { started: 800, finished: 1300, slot: 0 },
        ]
  return {
    groups: [
      { kind: 'cpu', workload: 'sqrt-loop', count: 3 },
      { kind: 'blocking', workload: 'wait', count: 4 },
    ],
    tasks: [
      ...computing.map((task) => ({ ...task, onCpu: 430, ready: task.finished - task.started - 430 })),
      ...listOf(4, (at) => ({
        started: 0,
        finished: 1500,
        onCpu: 20,
        ready: 70,
        timer: 1410,
        io: 0,
        slot: threads + at,
      })),
    ],
    slots: listOf(threads + 4, (slot) => ({
      isShared: false,
      executor:
        threads === 3 ? ('threads' as const) : slot < threads ? ('cpu' as const) : ('blocking' as const),
    })),
    strategy: threads === 3 ? 'threads' : 'hybrid',
  }
}

test('threads that wait for longer do not hide three that compete for two cores', () => {
  expect(judged(overSubscription, amongWaiters(3))).toEqual({
    id: 'over-subscription',
    severity: 'advice',
    sentence:
      '3 threads competed for 2 cores, on average 1.4 for each: 57 % of the time in which tasks could have computed, 1.71 s in all, they had no core, so that computing took 2.3 times its CPU time.',
    // A limit of two threads would have the others wait in turn.
    advice: 'Choose the Hybrid strategy, which computes on one thread for each core.',
    evidence: { fromMs: 0, toMs: 1100, tasks: [2, 1, 0], slots: [0, 1, 2] },
  })
})

test('three computing tasks on two workers compete with nobody for two cores', () => {
  expect(judged(overSubscription, amongWaiters(2))).toBeNull()
})

test.each([
  ['cpu', 'hybrid', 'Set CPU workers to 2: a computing task gains nothing from a thread that has no core.'],
  [
    'blocking',
    'hybrid',
    'Make the computing tasks of kind cpu: the Hybrid strategy runs those on one thread for each core.',
  ],
  [
    'blocking',
    'processes',
    'Make the computing tasks of kind cpu: those are computed by one process for each core.',
  ],
] as const)('%s slots under %s get advice that they can follow', (executor, strategy, advice) => {
  const run = computing(4)
  const slots = listOf(4, () => ({ isShared: false, executor }))
  expect(judged(overSubscription, { ...run, slots, strategy })?.advice).toBe(advice)
})

test('workers of which there are no more than cores are not to be fewer', () => {
  const slots = listOf(4, (slot) => ({
    isShared: false,
    executor: slot < 2 ? ('cpu' as const) : ('blocking' as const),
  }))
  expect(judged(overSubscription, { ...computing(4), slots, strategy: 'hybrid' })?.advice).toBe(
    'Make the computing tasks of kind cpu: the Hybrid strategy runs those on one thread for each core.',
  )
})
