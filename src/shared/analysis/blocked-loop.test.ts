import { expect, test } from 'vitest'
import { blockedIntervals } from './blocked-loop.ts'
import { fakeRun } from './fake-run.ts'

const wait = { kind: 'async', workload: 'wait' } as const
const cpu = { kind: 'cpu', workload: 'sqrt-loop' } as const

test('whoever holds a loop for longer than the limit blocks it: async tasks piece by piece, others from start to finish', () => {
  const run = fakeRun({
    groups: [{ ...wait, count: 2 }, { ...cpu, count: 2 }, cpu],
    tasks: [
      { started: 0, finished: 500, slot: 0 },
      { started: 1, finished: 500, slot: 0 },
      { started: 200, finished: 260, slot: 0 },
      { started: 60, finished: 80, slot: 0 },
      // It has a thread to itself: nobody has to wait for it.
      { started: 0, finished: 400, slot: 1 },
    ],
    slots: [{ isShared: true }, { isShared: false }],
    options: { blockedLoopMs: 20 },
    slices: [
      { kind: 'ran', task: 1, from: 300, to: 330, onCpu: 30, ready: 0 },
      { kind: 'ran', task: 0, from: 100, to: 120, onCpu: 20, ready: 0 },
      { kind: 'ran', task: 0, from: 120, to: 141, onCpu: 20, ready: 0 },
      { kind: 'timerWait', task: 0, from: 0, to: 100 },
      { kind: 'majorCollection', from: 400, to: 460 },
    ],
  })
  expect(blockedIntervals(run)).toEqual([
    { slot: 0, task: 0, fromMs: 120, toMs: 141 },
    { slot: 0, task: 2, fromMs: 200, toMs: 260 },
    { slot: 0, task: 1, fromMs: 300, toMs: 330 },
  ])
})

test('a task that still holds the loop has done so up to now', () => {
  const run = fakeRun({
    groups: [cpu],
    tasks: [{ started: 10 }],
    slots: [{ isShared: true }],
    nowMs: 75,
  })
  expect(blockedIntervals(run)).toEqual([{ slot: 0, task: 0, fromMs: 10, toMs: 75 }])
})

test('where there is no loop, nothing blocks one', () => {
  expect(blockedIntervals(fakeRun({ groups: [cpu], tasks: [{ started: 0, finished: 900 }] }))).toEqual([])
})
