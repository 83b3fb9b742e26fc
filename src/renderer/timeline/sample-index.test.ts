import { expect, test } from 'vitest'
import { createSampleTable, type SampleTable } from '#shared/model/sample.ts'
import { latestSample, sampleAt } from './sample-index.ts'

/** Samples at 100 and 200, then a gap, then one at 500; each covers 100 ms. */
function samples(): SampleTable {
  const table = createSampleTable({ cores: 1, slots: 0 }, 4)
  table.atMs.set([100, 200, 500])
  table.intervalMs.fill(100)
  table.count = 3
  return table
}

test('a core’s share belongs to the interval that ends at its sample, and gaps have none', () => {
  expect([-5, 1, 99, 100, 150, 250, 450, 501].map((atMs) => sampleAt(samples(), atMs))).toEqual([
    null,
    0,
    0,
    1,
    1,
    null,
    2,
    null,
  ])
})

test('a late sample leaves no gap where its interval reaches back to the one before', () => {
  const late = samples()
  late.intervalMs[2] = 300
  expect([250, 360, 499].map((atMs) => [sampleAt(late, atMs), latestSample(late, atMs)])).toEqual([
    [2, 1],
    [2, 1],
    [2, 1],
  ])
})

test('a reading of memory holds until the next one is due, not for ever', () => {
  expect([50, 100, 199, 320, 360, 499, 700].map((atMs) => latestSample(samples(), atMs))).toEqual([
    null,
    0,
    0,
    1,
    null,
    null,
    null,
  ])
})
