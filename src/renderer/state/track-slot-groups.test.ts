import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import type { Run } from '#shared/model/run.ts'
import { SlotGroups } from './track-slot-groups.ts'

const sampleAt = (atMs: number): number[] => sampleRecord({ atMs, intervalMs: 100, cores: [{}] })

/** A thread that computes for one family and then for another, beside a loop whose async tasks take turns. */
function run(): Run {
  return fakeRun({
    groups: [
      { count: 2, kind: 'cpu' },
      { count: 1, kind: 'cpu' },
      { count: 1, kind: 'async' },
      { count: 1, kind: 'async' },
    ],
    slots: [{ isShared: false }, { isShared: true }],
    tasks: [
      { started: 0, finished: 90 },
      { started: 90, finished: 130 },
      { started: 130, finished: 290 },
      { started: 0, finished: 300, slot: 1 },
      { started: 0, finished: 300, slot: 1 },
    ],
    slices: [
      { kind: 'ran', task: 3, slot: 1, from: 10, to: 30 },
      { kind: 'ran', task: 4, slot: 1, from: 30, to: 40 },
      { kind: 'timerWait', task: 3, slot: 1, from: 30, to: 150 },
      { kind: 'ran', task: 4, slot: 1, from: 180, to: 250 },
    ],
    samples: [sampleAt(100), sampleAt(200), sampleAt(300), sampleAt(400)],
    nowMs: 400,
  })
}

test('a slot works on the family that it was busy with for most of a sample’s interval', () => {
  const recorded = run()
  const groups = new SlotGroups()
  groups.extend(recorded, layoutLanes(recorded.header.slots, recorded.tasks))
  expect(groups.bySlot.map((column) => [...column.subarray(0, 4)])).toEqual([
    [0, 1, 1, -1],
    [2, 3, 3, -1],
  ])
})

test('samples taken in one by one give the same as all at once', () => {
  const recorded = run()
  const lanes = layoutLanes(recorded.header.slots, recorded.tasks)
  const groups = new SlotGroups()
  for (let count = 0; count <= 4; count++) {
    groups.extend({ ...recorded, phase: { kind: 'running' }, samples: { ...recorded.samples, count } }, lanes)
  }
  const atOnce = new SlotGroups()
  atOnce.extend(recorded, lanes)
  expect(groups.bySlot).toEqual(atOnce.bySlot)
})
