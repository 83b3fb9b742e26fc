import { expect, test } from 'vitest'
import { fakeRandom } from '../analysis/fake-random.ts'
import { TaskQueue } from './task-queue.ts'

function shiftAll(queue: TaskQueue): number[] {
  const tasks: number[] = []
  for (let task = queue.shift(); task >= 0; task = queue.shift()) tasks.push(task)
  return tasks
}

test('equal keys come out in the order in which they were pushed, however many there are', () => {
  const queue = new TaskQueue()
  const tasks = Array.from({ length: 1000 }, (_, at) => 1000 - at)
  for (const task of tasks) queue.push(task, 0)
  expect([queue.size, shiftAll(queue), queue.size, queue.shift()]).toEqual([1000, tasks, 0, -1])
})

test('smaller keys come first; the unknown, which is infinite, last and in order', () => {
  const queue = new TaskQueue()
  const keys = [5, Infinity, -1, 0, Infinity, -1]
  keys.forEach((key, task) => queue.push(task, key))
  expect(shiftAll(queue)).toEqual([2, 5, 3, 0, 1, 4])
})

test('the first key is that of whoever comes out next, and infinite when nobody does', () => {
  const queue = new TaskQueue()
  const seen = [queue.firstKey]
  for (const key of [5, 2.5, 9]) {
    queue.push(1, key)
    seen.push(queue.firstKey)
  }
  while (queue.shift() >= 0) seen.push(queue.firstKey)
  expect(seen).toEqual([Infinity, 5, 2.5, 2.5, 5, 9, Infinity])
})

test('an order of one’s own goes ahead among equal keys only, and leaves the count of pushes alone', () => {
  const queue = new TaskQueue()
  queue.push(1, 0)
  queue.push(2, 0)
  queue.push(3, 0, -5)
  queue.push(4, 0, -6)
  queue.push(5, -1)
  queue.push(6, 0)
  expect(shiftAll(queue)).toEqual([5, 4, 3, 1, 2, 6])
})

test('any mixture of pushes and shifts is that of a sorted list', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = fakeRandom(seed)
    const queue = new TaskQueue()
    let naive: { task: number; key: number; order: number }[] = []
    let pushed = 0
    const got: number[] = []
    const expected: number[] = []
    for (let step = 0; step < 600; step++) {
      if (random(5) < 3) {
        const key = random(8) - 3
        // Requeued tasks: orders below all others, each once.
        const order = random(10) === 0 ? -1 - step : undefined
        if (order === undefined) queue.push(step, key)
        else queue.push(step, key, order)
        naive.push({ task: step, key, order: order ?? pushed++ })
      } else {
        got.push(queue.shift())
        naive.sort((a, b) => a.key - b.key || a.order - b.order)
        expected.push(naive[0]?.task ?? -1)
        naive = naive.slice(1)
      }
    }
    naive.sort((a, b) => a.key - b.key || a.order - b.order)
    expect([queue.size, ...got, ...shiftAll(queue)], `seed ${seed}`).toEqual([
      naive.length,
      ...expected,
      ...naive.map(({ task }) => task),
    ])
  }
})
