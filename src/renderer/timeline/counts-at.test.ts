import { expect, test } from 'vitest'
import { fakePlan } from '#shared/analysis/fake-run.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { countsAt } from './counts-at.ts'

test('tasks are counted where they are at a time: in the queue, in progress, or neither', () => {
  const tasks = createTaskTable(fakePlan([{ count: 4 }]))
  tasks.queuedMs.set([0, 0, 5, NaN])
  tasks.startedMs.set([1, 3, NaN, NaN])
  tasks.finishedMs.set([4, NaN, 7, NaN]) // the third was cancelled in the queue
  expect([-1, 0, 1, 3, 4, 5, 7].map((atMs) => countsAt(tasks, atMs))).toEqual([
    { waiting: 0, running: 0 },
    { waiting: 2, running: 0 },
    { waiting: 1, running: 1 },
    { waiting: 0, running: 2 },
    { waiting: 0, running: 1 },
    { waiting: 1, running: 1 },
    { waiting: 0, running: 1 },
  ])
})
