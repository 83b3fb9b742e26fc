import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import { stretchesOf } from './chain-stretches.ts'

test('links that follow one another in one lane are one stretch', () => {
  const run = fakeRun({
    groups: [{ count: 4 }],
    slots: [{ isShared: false }, { isShared: false }],
    tasks: [
      { started: 1, finished: 10, slot: 0 },
      { started: 12, finished: 20, slot: 0 },
      { started: 21, finished: 30, slot: 1 },
      // It never started, so it is in no lane.
      {},
    ],
  })
  const link = (
    kind: ChainLink['kind'],
    task: number,
    slot: number,
    fromMs: number,
    toMs: number,
  ): ChainLink => ({
    kind,
    task,
    slot,
    fromMs,
    toMs,
    because: 'slot-was-taken',
  })
  const chain = [
    link('queue', 0, 0, 0, 1),
    link('run', 0, 0, 1, 10),
    link('dispatch', 1, 0, 10, 12),
    link('run', 1, 0, 12, 20),
    link('run', 3, -1, 20, 20.5),
    link('dispatch', 2, 1, 20.5, 21),
    link('run', 2, 1, 21, 30),
  ]
  const lanes = layoutLanes(run.header.slots, run.tasks)
  const { count, slot, fromMs, toMs } = stretchesOf({ chain, lanes })
  expect([count, [...slot.subarray(0, 2)], [...fromMs.subarray(0, 2)], [...toMs.subarray(0, 2)]]).toEqual([
    2,
    [0, 1],
    [0, 20.5],
    [20, 30],
  ])
})
