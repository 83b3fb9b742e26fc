import { expect, test } from 'vitest'
import { fakeRandom } from '../fake-random.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import { fakeFacts, listOf } from './fake-facts.ts'

test('the worst come first, equal ones in their order, and what scores nothing does not come', () => {
  const scores = [3, NaN, 7, 0, 7, -2, 1, 9]
  const scoreOf = (row: number): number => scores[row] ?? 0
  expect(worstOf(scores.length, scoreOf)).toEqual([7, 2, 4, 0, 6])
  expect(worstOf(scores.length, scoreOf, 2)).toEqual([7, 2])
})

test('the worst of many are those that a sort would find', () => {
  const random = fakeRandom(3)
  const scores = listOf(500, () => random(100))
  const sorted = listOf(500, (row) => row)
    .filter((row) => (scores[row] as number) > 0)
    .sort((one, other) => (scores[other] as number) - (scores[one] as number))
  expect(worstOf(500, (row) => scores[row] as number)).toEqual(sorted.slice(0, 20))
})

test('evidence stays within the run, and names the slots that its tasks were in', () => {
  const facts = fakeFacts({
    groups: [{ count: 3 }],
    tasks: [{ queued: 10, started: 20, finished: 50, slot: 1 }, { started: 20, finished: 90 }, {}],
    slots: [{ isShared: false }, { isShared: false }],
  })
  expect(evidenceOf(facts, { fromMs: -30, toMs: 300, tasks: [0, 1, 2] })).toEqual({
    fromMs: 0,
    toMs: 90,
    tasks: [0, 1, 2],
    slots: [0, 1],
  })
  expect(evidenceOf(facts, {})).toEqual({ fromMs: 0, toMs: 90, tasks: [], slots: [] })
})
