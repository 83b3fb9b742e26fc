import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { starvation } from './starvation.ts'

/** Two tasks are queued first and 20 after them, 10 ms each on one worker; `places` says in which order they start. */
const starting = (places: readonly number[], more: Partial<FakeRun> = {}): FakeRun => ({
  groups: [
    { kind: 'cpu', workload: 'sqrt-loop', name: 'low', count: 2 },
    { kind: 'cpu', workload: 'sqrt-loop', name: 'high', count: 20, priority: 5 },
  ],
  tasks: places.map((place, task) => ({
    queued: task / 1000,
    started: 1 + place * 10,
    finished: 11 + place * 10,
  })),
  options: { policy: 'priority' },
  ...more,
})
const inOrder = listOf(22, (at) => at)
const lowLast = [20, 21, ...listOf(20, (at) => at)]

test('tasks that are passed by all that came after them starve', () => {
  expect(judged(starvation, starting(lowLast))).toEqual({
    id: 'starvation',
    severity: 'advice',
    sentence:
      '“low 1” waited 201 ms for a CPU worker, while 20 tasks that came after it went first and waited 96.0 ms (median).',
    advice: 'Choose the policy “fifo”, in which nobody is passed, or raise its priority.',
    evidence: { fromMs: 0, toMs: 201, tasks: [0, 1], slots: [0] },
  })
})

test('an order by length does it on purpose', () => {
  expect(judged(starvation, starting(lowLast, { options: { policy: 'shortest-first' } }))?.severity).toBe(
    'note',
  )
})

/** So many tasks in one group, of which one is queued at a place of its own and starts at another. */
const passed = (count: number, queuedAt: number, startsAt: number, lengthMs = 10): FakeRun => {
  const others = listOf(count, (place) => place).filter((place) => place !== startsAt)
  const places = [...others.slice(0, queuedAt), startsAt, ...others.slice(queuedAt)]
  return {
    ...starting([]),
    groups: [{ kind: 'cpu', workload: 'sqrt-loop', count }],
    tasks: places.map((place, task) => ({
      queued: task / 1000,
      started: 1 + place * lengthMs,
      finished: 1 + (place + 1) * lengthMs,
    })),
  }
}

test.each([
  ['that all wait nearly as long', passed(23, 10, 22)],
  ['for a small part of the run', passed(60, 0, 12)],
  ['for a moment', passed(22, 0, 21, 0.5)],
])('being passed by others %s is not starving', (_name, run) => {
  expect(judged(starvation, run)).toBeNull()
})

test('waiting one’s turn is not starving, however long it takes, and neither is being passed by a few', () => {
  expect(judged(starvation, starting(inOrder))).toBeNull()
  expect(
    judged(starvation, starting([8, 9, ...listOf(8, (at) => at), ...listOf(12, (at) => at + 10)])),
  ).toBeNull()
})
