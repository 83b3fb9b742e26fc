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
      '16 threads competed for 2 cores, on average 8 for each: 88 % of the time in which tasks could have computed, 11.2 s in all, they had no core.',
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
