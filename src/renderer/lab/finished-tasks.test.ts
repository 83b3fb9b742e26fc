import { expect, test } from 'vitest'
import { finishedTasks } from './finished-tasks.ts'

const outcomes = { succeeded: 3, failed: 2, cancelled: 4, 'timed-out': 1 }

test('whatever ended counts while a run goes on and when it is complete', () => {
  expect([finishedTasks(outcomes, 'running'), finishedTasks(outcomes, 'completed')]).toEqual([10, 10])
})

test('what was cancelled with the run was not done', () => {
  expect([finishedTasks(outcomes, 'cancelling'), finishedTasks(outcomes, 'cancelled')]).toEqual([6, 6])
})
