import { expect, test } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { findTasks } from './task-search.ts'

const group = (name: string, firstTask: number, count: number): Plan['groups'][number] => ({
  name,
  kind: 'cpu',
  workload: 'no-op',
  count,
  parameters: {},
  priority: 0,
  timeoutMs: null,
  cancelAfterMs: null,
  firstTask,
  estimateMs: null,
  calibrated: false,
})
const plan: Plan = { seed: 1, taskCount: 13, groups: [group('compute', 0, 1), group('Download', 1, 12)] }
const positions = (query: string): number[] | null => {
  const found = findTasks(plan, query)
  return found && [...found].flatMap((flag, task) => (flag === 1 ? [task] : []))
}

test('an empty query keeps every task', () => {
  expect(positions('  ')).toBeNull()
})

test('a query finds tasks by any part of their name, whatever the case', () => {
  expect([positions('COMP'), positions('load 1'), positions('nothing')]).toEqual([[0], [1, 10, 11, 12], []])
})
