import { expect, test } from 'vitest'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { CachedRun } from '../../state/run-cache.ts'
import { LatestTrackFigures } from '../../state/track-figures.ts'
import { sharedExtentMs } from './shared-extent.ts'

const id = (name: string): RunId => name as RunId
const variants = [
  { runs: [{ id: id('a'), place: 0, makespanMs: 100 }] },
  {
    runs: [
      { id: id('b'), place: 1, makespanMs: 900 },
      { id: id('c'), place: 2, makespanMs: 300 },
    ],
  },
]

test('the longest run on screen sets the axis, not the longest that there is', () => {
  expect(sharedExtentMs(variants, [id('a'), id('c')], [null, null])).toBe(300)
})

test('the columns of a run have the last word', () => {
  const run = fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 450 }] })
  const shown = { run, lanes: layoutLanes(run.header.slots, run.tasks) }
  const cached: CachedRun = { kind: 'loaded', shown, figures: new LatestTrackFigures(() => 0).of(shown) }
  expect(sharedExtentMs(variants, [id('a'), id('c')], [null, cached])).toBe(450)
})

test('variants without a run need nothing', () => {
  expect(sharedExtentMs(variants, [null, null], [null, null])).toBe(0)
})
