import { expect, test } from 'vitest'
import { fakePlan } from '../analysis/fake-run.ts'
import { groupIndexOf, groupOf, taskName, taskSeed } from './plan.ts'

const plan = fakePlan([{ name: 'a', count: 3 }, { name: 'b' }, { name: 'c', count: 1000 }])

test('every task is in the group that counts it', () => {
  const tasks = [0, 2, 3, 4, 5, 1003]
  expect(tasks.map((task) => groupIndexOf(plan, task))).toEqual([0, 0, 1, 2, 2, 2])
  expect(tasks.map((task) => groupOf(plan, task).name)).toEqual(['a', 'a', 'b', 'c', 'c', 'c'])
})

test('names are numbered from 1 where a group has several', () => {
  expect([0, 2, 3, 4, 1003].map((task) => taskName(plan, task))).toEqual(['a 1', 'a 3', 'b', 'c 1', 'c 1000'])
})

test('a task that the plan does not have is a bug', () => {
  expect(() => groupOf(plan, 1004)).toThrow('Expected a task 0–1003, got 1004')
  expect(() => groupOf(plan, -1)).toThrow('Expected a task 0–1003, got -1')
})

test('a million tasks have seeds of 32 bits that hardly ever meet, and the same ones again', () => {
  const seeds = new Set<number>()
  for (let task = 0; task < 1_000_000; task++) seeds.add(taskSeed(1, task))
  // By chance, 2^40 / 2 pairs among 2^32 values meet about 116 times.
  expect(seeds.size).toBeGreaterThan(1_000_000 - 400)
  expect([...seeds].every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true)
  expect([taskSeed(1, 0), taskSeed(1, 1), taskSeed(2, 0)]).toEqual([
    taskSeed(1, 0),
    taskSeed(1, 1),
    taskSeed(2, 0),
  ])
  expect(new Set([taskSeed(1, 0), taskSeed(1, 1), taskSeed(2, 0), taskSeed(4_294_967_295, 0)]).size).toBe(4)
})
