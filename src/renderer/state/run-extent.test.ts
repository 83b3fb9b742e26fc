import { expect, test } from 'vitest'
import { fakePlan } from '#shared/analysis/fake-run.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { runExtentMs } from './run-extent.ts'

const tasks = createTaskTable(fakePlan([{ count: 2 }]))
tasks.finishedMs.set([0.4, 0.2])

test('a run that goes on reaches up to now, one that is over to its last finished task', () => {
  expect(runExtentMs({ tasks, phase: { kind: 'running' }, nowMs: 20 })).toBe(20)
  expect(runExtentMs({ tasks, phase: { kind: 'completed' }, nowMs: 20 })).toBe(0.4)
})

test('a run that broke off in the middle reaches to the end of its record', () => {
  const unfinished = createTaskTable(fakePlan([{ count: 2 }]))
  expect(runExtentMs({ tasks: unfinished, phase: { kind: 'cancelled' }, nowMs: 20 })).toBe(20)
})
