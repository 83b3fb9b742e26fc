import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { tasksTooSmall } from './tasks-too-small.ts'

/** So many tasks on two threads, each of which begins one every 0.1 ms. */
const small = (count: number, runMs: number): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'no-op', count }],
  tasks: listOf(count, (task) => {
    const started = Math.floor(task / 2) * 0.1
    return { started, finished: started + runMs, slot: task % 2 }
  }),
  slots: listOf(2, () => ({ isShared: false })),
})

test('tasks that run for less than it takes to hand them over keep slots waiting', () => {
  const finding = judged(tasksTooSmall, small(1000, 0.02))
  expect([
    finding?.severity,
    finding?.sentence,
    finding?.evidence.slots,
    finding?.evidence.tasks.length,
  ]).toEqual([
    'problem',
    '1,000 tasks ran for 20.0 µs each on average, but handing each over took 79.8 µs: 80 % of the slots’ time.',
    [0, 1],
    20,
  ])
})

test('handing over may take less than the tasks themselves and still cost a good part of the time', () => {
  expect(judged(tasksTooSmall, small(1000, 0.06))?.severity).toBe('advice')
  expect(judged(tasksTooSmall, small(1000, 0.07))).toBeNull()
})

test('tiny tasks at the beginning of a long run do not matter', () => {
  const run = small(1000, 0.02)
  expect(
    judged(tasksTooSmall, {
      ...run,
      groups: [...run.groups, { kind: 'blocking', workload: 'wait' }],
      tasks: [...run.tasks, { started: 0, finished: 1000, slot: 2 }],
      slots: [...listOf(2, () => ({ isShared: false })), { isShared: false, executor: 'blocking' }],
    }),
  ).toBeNull()
})

test('larger tasks, or a few of them, cost nobody anything', () => {
  expect(judged(tasksTooSmall, small(1000, 0.09))).toBeNull()
  expect(judged(tasksTooSmall, small(90, 0.02))).toBeNull()
})

test('tiny tasks that come one by one keep no slot waiting', () => {
  expect(
    judged(tasksTooSmall, {
      ...small(1000, 0.02),
      tasks: listOf(1000, (task) => ({ queued: task, started: task + 0.01, finished: task + 0.03 })),
    }),
  ).toBeNull()
})
