import { expect, test } from 'vitest'
import { blockedIntervals } from '#shared/analysis/blocked-loop.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import type { Run } from '#shared/model/run.ts'
import { drawBlocked } from './draw-blocked.ts'
import { drawChain } from './draw-chain.ts'
import { drawCollections } from './draw-collections.ts'
import type { TasksPicture } from './draw-tasks.ts'
import { fakeDrawing, type Drawn } from './fake-drawing.ts'
import { placeRows } from './lane-rows.ts'
import { sliceIndexOf } from './slice-index.ts'

function pictureOf(run: Run, more: Partial<TasksPicture> = {}): TasksPicture {
  const lanes = layoutLanes(run.header.slots, run.tasks)
  return {
    run,
    lanes,
    rows: placeRows(lanes),
    scrollTop: 0,
    ticksMs: [],
    blocked: blockedIntervals(run),
    chain: [],
    matches: null,
    selected: null,
    hovered: null,
    ...more,
  }
}

/** A loop that "hash" holds from 50 to 150 while "tick" waits on the lane above. */
const blockedRun = fakeRun({
  groups: [
    { name: 'tick', kind: 'async' },
    { name: 'hash', kind: 'cpu' },
  ],
  slots: [{ isShared: true }, { isShared: false }],
  tasks: [
    { started: 0, finished: 200 },
    { started: 50, finished: 150 },
  ],
  nowMs: 200,
})

test('a blocked loop is a band over all of its lanes with the culprit’s name, away from the culprit', () => {
  const { drawing, drawn } = fakeDrawing(200, 100)
  const picture = pictureOf(blockedRun)
  for (const row of picture.rows.rows) drawBlocked(drawing, picture, row)
  expect(drawn).toEqual([
    ['fill', 50, 4, 100, 40, 'danger', 0.13],
    ['fill', 50, 4, 1, 40, 'danger', 0.55],
    ['fill', 149, 4, 1, 40, 'danger', 0.55],
    // 12 letters of six pixels, in the middle of the upper lane.
    ['fill', 61, 6, 78, 14, 'background', 0.9],
    ['text', 'held by hash', 64, 13.5, 'danger'],
  ])
})

test('bands of the same pixel are drawn once, without a name', () => {
  const { drawing, drawn } = fakeDrawing(200, 100)
  const narrow = Array.from({ length: 100 }, (_, at) => ({
    slot: 0,
    task: 1,
    fromMs: 50 + at / 1000,
    toMs: 50.0005 + at / 1000,
  }))
  const picture = pictureOf(blockedRun, { blocked: narrow })
  for (const row of picture.rows.rows) drawBlocked(drawing, picture, row)
  expect(drawn).toEqual([['fill', 50, 4, 1, 40, 'danger', 0.13]])
})

test('garbage collections are ticks at the bottom of their slot’s lane, a taller one wins its pixel', () => {
  const run = fakeRun({
    groups: [{}],
    tasks: [{ started: 0, finished: 100 }],
    slices: [
      { kind: 'minorCollection', from: 20, to: 20.2 },
      { kind: 'majorCollection', from: 20.4, to: 20.9 },
      { kind: 'minorCollection', from: 20.95, to: 20.97 },
      { kind: 'majorCollection', from: 60, to: 72 },
    ],
  })
  const { drawing, drawn } = fakeDrawing(100, 40)
  const picture = pictureOf(run)
  for (const row of picture.rows.rows) drawCollections(drawing, picture, sliceIndexOf(run), row)
  expect(drawn).toEqual([
    ['fill', 20, 20, 1, 2, 'text', 1],
    ['fill', 20, 17, 1, 5, 'text', 1],
    ['fill', 60, 17, 12, 5, 'text', 1],
  ])
})

const link = (task: number, slot: number, fromMs: number, toMs: number): ChainLink => ({
  kind: 'run',
  task,
  slot,
  fromMs,
  toMs,
  because: 'slot-was-taken',
})

function pathOf(drawn: readonly Drawn[]): readonly Drawn[] {
  return drawn.filter(([kind]) => kind === 'move' || kind === 'line')
}

test('the chain is a path of steps from lane to lane', () => {
  const run = fakeRun({
    groups: [{ count: 2 }],
    slots: [{ isShared: false }, { isShared: false }],
    tasks: [
      { started: 0, finished: 60, slot: 0 },
      { started: 60, finished: 120, slot: 1 },
    ],
  })
  const { drawing, drawn } = fakeDrawing(200, 60)
  drawChain(drawing, pictureOf(run, { chain: [link(0, 0, 0, 60), link(1, 1, 60, 120)] }))
  expect(pathOf(drawn)).toEqual([
    ['move', 0, 19],
    ['line', 60, 19],
    ['line', 60, 19],
    ['line', 60, 39],
    ['line', 60, 39],
    ['line', 120, 39],
  ])
  expect(drawn.filter(([kind]) => kind === 'stroke').map(([, color]) => color)).toEqual([
    'background',
    'accent',
  ])
})

test('a chain of very many links costs a few points per pixel', () => {
  const count = 20_000
  const run = fakeRun({
    groups: [{ count }],
    slots: [{ isShared: false }, { isShared: false }],
    tasks: Array.from({ length: count }, (_, at) => ({
      started: at / 100,
      finished: (at + 1) / 100,
      slot: at % 2,
    })),
  })
  const chain = Array.from({ length: count }, (_, at) => link(at, at % 2, at / 100, (at + 1) / 100))
  const { drawing, drawn } = fakeDrawing(200, 60)
  drawChain(drawing, pictureOf(run, { chain }))
  expect(pathOf(drawn).length).toBeLessThan(5 * 202)
})
