import { expect, test } from 'vitest'
import { fakePlan } from '#shared/analysis/fake-run.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { hasOneGroup } from './lane-group.ts'

test('a lane is of one family until it gets a task of another', () => {
  const tasks = createTaskTable(fakePlan([{ count: 2 }, { count: 1 }]))
  const list = { tasks: Int32Array.of(0, 1, 2), count: 0 }
  const asItGrows = [0, 1, 2, 3].map((count) => {
    list.count = count
    return hasOneGroup(list, tasks)
  })
  expect(asItGrows).toEqual([true, true, true, false])
})
