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
    extentMs: 200,
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
    ['fill', 20, 19, 1, 3, 'background', 1],
    ['fill', 20, 20, 1, 2, 'muted', 1],
    ['fill', 20, 16, 1, 6, 'background', 1],
    ['fill', 20, 17, 1, 5, 'muted', 1],
    ['fill', 60, 16, 12, 6, 'background', 1],
    ['fill', 60, 17, 12, 5, 'muted', 1],
  ])
})

test('what a thread collects after the run is no part of its picture', () => {
  const run = fakeRun({
    groups: [{}],
    tasks: [{ started: 0, finished: 50 }],
    slices: [
      { kind: 'majorCollection', from: 40, to: 60 },
      { kind: 'majorCollection', from: 70, to: 80 },
    ],
  })
  const { drawing, drawn } = fakeDrawing(100, 40)
  const picture = pictureOf(run, { extentMs: 50 })
  for (const row of picture.rows.rows) drawCollections(drawing, picture, sliceIndexOf(run), row)
  expect(drawn.filter(([, , , , , color]) => color === 'muted')).toEqual([
    ['fill', 40, 17, 10, 5, 'muted', 1],
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

const ofChain = (drawn: readonly Drawn[]): readonly Drawn[] =>
  drawn.filter(([, , , , , color]) => color === 'chain')

/** Tasks that take turns in two lanes, one after the other. */
function turns(tookMs: readonly number[]): { run: Run; chain: readonly ChainLink[] } {
  const ends = tookMs.map((_, at) => tookMs.slice(0, at + 1).reduce((sum, ms) => sum + ms, 0))
  const startOf = (at: number): number => ends[at - 1] ?? 0
  const run = fakeRun({
    groups: [{ count: tookMs.length }],
    slots: [{ isShared: false }, { isShared: false }],
    tasks: ends.map((finished, at) => ({ started: startOf(at), finished, slot: at % 2 })),
  })
  return { run, chain: ends.map((end, at) => link(at, at % 2, startOf(at), end)) }
}

test('the chain is a line along the lower edge of its lanes, with a faint step between them', () => {
  const { run, chain } = turns([60, 60])
  const { drawing, drawn } = fakeDrawing(200, 60)
  drawChain(drawing, pictureOf(run, { chain }))
  expect(ofChain(drawn)).toEqual([
    ['fill', 0, 20, 60, 2, 'chain', 1],
    ['fill', 60, 20, 1, 22, 'chain', 0.5],
    ['fill', 60, 40, 60, 2, 'chain', 1],
  ])
})

test('links that are too narrow to see make no comb: one step leads over all of them', () => {
  const { run, chain } = turns([60, 1, 1, 2, 1, 40])
  const { drawing, drawn } = fakeDrawing(200, 60)
  drawChain(drawing, pictureOf(run, { chain }))
  expect(ofChain(drawn)).toEqual([
    ['fill', 0, 20, 60, 2, 'chain', 1],
    ['fill', 60, 20, 5, 1, 'chain', 0.5],
    ['fill', 65, 20, 1, 22, 'chain', 0.5],
    ['fill', 65, 40, 40, 2, 'chain', 1],
  ])
})
