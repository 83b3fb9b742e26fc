import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { fakeFacts, judged, listOf } from './fake-facts.ts'
import { poorOrder } from './poor-order.ts'

/** Tasks of these lengths on two workers and two cores, started in this order, each as soon as a worker is free. */
function inOrder(lengths: readonly number[], more: Partial<FakeRun> = {}): FakeRun {
  const freeMs = [0, 0]
  return {
    groups: lengths.map((estimateMs) => ({ kind: 'cpu', workload: 'sqrt-loop', estimateMs })),
    tasks: lengths.map((lengthMs) => {
      const slot = (freeMs[0] as number) <= (freeMs[1] as number) ? 0 : 1
      const started = freeMs[slot] as number
      freeMs[slot] = started + lengthMs
      return { started, finished: started + lengthMs, onCpu: lengthMs, ready: 0, timer: 0, io: 0, slot }
    }),
    slots: listOf(2, () => ({ isShared: false })),
    ...more,
  }
}

const short = listOf(8, () => 50)

test('a long task at the end would better have started first', () => {
  const finding = judged(poorOrder, inOrder([...short, 200]))
  expect([finding?.severity, finding?.advice, finding?.sentence, finding?.evidence]).toEqual([
    'advice',
    'Choose the policy “longest-first”, or submit the long tasks before the short ones.',
    'Starting the longest tasks first would have saved about 100 ms (25 %): replayed with the order used, these tasks take 400 ms, with that one 300 ms.',
    { fromMs: 50, toMs: 400, tasks: [8, 2, 3, 4, 5, 6, 7], slots: [0, 1] },
  ])
})

test('an order that nobody could have known is worth a note', () => {
  const run = inOrder([...short, 200])
  const finding = judged(poorOrder, {
    ...run,
    groups: [{ kind: 'cpu', workload: 'sort', count: 9, estimateMs: 60 }],
  })
  expect([finding?.severity, finding?.advice]).toEqual([
    'note',
    'Submit the long tasks before the short ones, where they can be told apart: to the policies, which go by estimates, they are alike.',
  ])
})

test('a good order, one that is longest first already, and one that saves hardly anything are let be', () => {
  expect(judged(poorOrder, inOrder([200, ...short]))).toBeNull()
  expect(judged(poorOrder, inOrder([...short, 200], { options: { policy: 'longest-first' } }))).toBeNull()
  expect(judged(poorOrder, inOrder([...listOf(100, () => 50), 100]))).toBeNull()
})

test('a saving of a few milliseconds is none, whatever its share', () => {
  expect(judged(poorOrder, inOrder([1, 1, 1, 1, 6]))).toBeNull()
})

test('where the replay does not tell what the run was like, it gives no advice', () => {
  const run = inOrder([...short, 200])
  // Something that the replay does not know of held up the last task.
  const tasks = run.tasks.map((task, at) => (at === 8 ? { ...task, started: 500, finished: 700 } : task))
  expect(judged(poorOrder, { ...run, tasks })).toBeNull()
})

test('a gain within the replay’s own error is none', () => {
  const run = inOrder([...listOf(20, () => 50), 100])
  const late = (lateMs: number): FakeRun => ({
    ...run,
    // Something that the replay does not know of held up the last task.
    tasks: run.tasks.map((task, at) =>
      at === 20 ? { ...task, started: 500 + lateMs, finished: 600 + lateMs } : task,
    ),
  })
  expect(judged(poorOrder, late(0))?.sentence).toMatch(/^Starting the longest tasks first would have saved/)
  expect(judged(poorOrder, late(60))).toBeNull()
})

test('no order saves more than a run is above its bound, whatever a replay says', () => {
  const facts = fakeFacts(inOrder([...short, 200]))
  const finding = poorOrder({ ...facts, predict: () => ({ asItWasMs: 400, changedMs: 200, ratio: 0.5 }) })
  expect(finding?.sentence).toMatch(
    /^Starting the longest tasks first would have saved about 100\u202fms \(25\u202f%\)/,
  )
})

test('tasks that wait for who holds a loop, not for a place on it, have no order to choose', () => {
  // Each download is sent when those before it have been, the longest last.
  expect(
    judged(poorOrder, {
      groups: [{ kind: 'async', workload: 'download', count: 20 }],
      tasks: listOf(20, (task) => {
        const io = 200 + task * 40
        return { started: task * 10, finished: task * 10 + 10 + io, onCpu: 10, ready: 0, timer: 0, io }
      }),
      slices: listOf(20, (task) => {
        const sent = task * 10 + 10
        return [
          { kind: 'ran' as const, task, from: sent - 10, to: sent, onCpu: 10, ready: 0 },
          { kind: 'ioWait' as const, task, from: sent, to: sent + 200 + task * 40 },
        ]
      }).flat(),
      slots: [{ isShared: true }],
      options: { loopConcurrency: 20 },
    }),
  ).toBeNull()
})
