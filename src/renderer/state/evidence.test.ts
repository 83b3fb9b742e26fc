import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { evidenceFlags } from './evidence.ts'

const run = fakeRun({
  groups: [{ count: 4 }],
  slots: [{ isShared: false }, { isShared: false }],
  tasks: [0, 1, 0, 1].map((slot) => ({ started: 0, finished: 10, slot })),
})
const flags = (tasks: readonly number[], slots: readonly number[]): number[] | null => {
  const found = evidenceFlags(run, { fromMs: 0, toMs: 10, tasks, slots })
  return found === null ? null : [...found]
}

test('the tasks that show a finding stand out', () => {
  expect(flags([3, 1], [0])).toEqual([0, 1, 0, 1])
})

test('a finding about a slot lets the tasks of that slot stand out', () => {
  expect(flags([], [1])).toEqual([0, 1, 0, 1])
})

test('a finding about no task, or about all of them, dims nothing', () => {
  expect([flags([], []), flags([], [0, 1]), flags([], [7])]).toEqual([null, null, null])
})
