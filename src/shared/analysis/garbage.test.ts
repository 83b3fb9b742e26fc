import { expect, test } from 'vitest'
import { fakeRun } from './fake-run.ts'
import { garbageCollection } from './garbage.ts'

test('collections are counted and summed, in all and by slot', () => {
  const run = fakeRun({
    groups: [{}],
    tasks: [{}],
    slots: [{ isShared: true }, { isShared: false }, { isShared: false }],
    slices: [
      { kind: 'minorCollection', slot: 0, from: 5, to: 7 },
      { kind: 'majorCollection', slot: 2, from: 10, to: 30 },
      { kind: 'minorCollection', slot: 2, from: 40, to: 41 },
      { kind: 'computed', task: 0, slot: 2, from: 50, to: 90, onCpu: 40, ready: 0 },
    ],
  })
  expect(garbageCollection(run)).toEqual({
    count: 3,
    majorCount: 1,
    totalMs: 23,
    bySlot: Float64Array.of(2, 0, 21),
  })
})
