import { expect, test } from 'vitest'
import { defaultRunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { orderTasks, type SortKey } from './task-order.ts'

function runWith(finishedMs: readonly number[]): Run {
  const plan = { seed: 1, taskCount: finishedMs.length, groups: [] }
  const tasks = createTaskTable(plan)
  tasks.finishedMs.set(finishedMs)
  // Only what the order looks at.
  return { header: { plan, options: defaultRunOptions(1) }, tasks } as unknown as Run
}

const order = (
  run: Run,
  key: SortKey,
  isDescending: boolean,
  matches: Uint8Array | null = null,
): number[] => [...orderTasks(run, { key, isDescending }, matches)]

test('tasks without a value come last, whichever way the column is sorted', () => {
  const run = runWith([5, NaN, 1, 5, NaN])
  expect([order(run, 'finishedMs', false), order(run, 'finishedMs', true)]).toEqual([
    [2, 0, 3, 1, 4],
    [0, 3, 2, 1, 4],
  ])
})

test('only tasks that match are listed', () => {
  const run = runWith([1, 2, 3])
  expect([order(run, 'name', true), order(run, 'name', false, Uint8Array.from([1, 0, 1]))]).toEqual([
    [2, 1, 0],
    [0, 2],
  ])
})
