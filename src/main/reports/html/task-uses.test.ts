import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { TaskSlices } from '#shared/analysis/task-slices.ts'
import { visitUses } from './task-uses.ts'

test('on CPU and ready are told apart: before a stretch on the loop, at the end of one on a thread', () => {
  const run = fakeRun({
    groups: [{ count: 2 }],
    tasks: [{}, {}],
    slices: [
      { kind: 'ran', task: 1, from: 30, to: 40, onCpu: 10, ready: 5 },
      { kind: 'ran', task: 1, from: 10, to: 12, onCpu: 2 },
      { kind: 'computed', task: 0, from: 0, to: 20, onCpu: 15, ready: 4 },
      { kind: 'ioWait', task: 1, from: 12, to: 25 },
    ],
  })
  const slices = new TaskSlices(run)
  const usesOf = (task: number): unknown[] => {
    const uses: unknown[] = []
    visitUses(run.slices, slices.of(task), (...use) => uses.push(use))
    return uses
  }
  expect([usesOf(0), usesOf(1)]).toEqual([
    [
      ['on-cpu', 0, 16],
      ['ready', 16, 20],
    ],
    [
      ['on-cpu', 10, 12],
      ['ready', 25, 30],
      ['on-cpu', 30, 40],
    ],
  ])
})
