import { expect, test } from 'vitest'
import { defaultRunOptions } from './run-options.ts'
import { createTaskTable, taskColumnNames } from './task-table.ts'
import { fakePlan } from '../analysis/fake-run.ts'
import { stateCode, stateOf, taskStates } from './task.ts'

test('the defaults follow the cores', () => {
  expect(defaultRunOptions(8)).toEqual({
    cpuWorkers: 8,
    blockingThreads: 12,
    loopConcurrency: 10_000,
    threadLimit: 64,
    taskTimeoutMs: null,
    memoryLimitMb: 1024,
    seed: 1,
    policy: 'fifo',
    sampleHz: 10,
    detail: 'full',
    blockedLoopMs: 20,
  })
  expect([1, 2, 28, 64].map((cores) => defaultRunOptions(cores).blockingThreads)).toEqual([5, 6, 32, 32])
})

test('state codes are positions, and an unknown one is refused with its value', () => {
  expect(taskStates.map((state) => stateOf(stateCode[state]))).toEqual(taskStates)
  // Stored in files: append only.
  expect(stateCode).toEqual({
    planned: 0,
    queued: 1,
    running: 2,
    succeeded: 3,
    failed: 4,
    cancelled: 5,
    'timed-out': 6,
  })
  expect(() => stateOf(7)).toThrow('Expected a task state code 0–6, got 7')
})

test('every column of the table travels', () => {
  const { count, ...columns } = createTaskTable(fakePlan([{ count: 2 }]))
  expect([count, Object.keys(columns).sort()]).toEqual([2, [...taskColumnNames].sort()])
})
