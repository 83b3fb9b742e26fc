import { expect, test } from 'vitest'
import { createSampleTable } from '#shared/model/sample.ts'
import { followsGap, shownFromMs } from './sample-cover.ts'

test('a sample is shown over its interval, and after a gap over its last nominal interval only', () => {
  const samples = createSampleTable({ cores: 1, slots: 0 }, 4)
  samples.atMs.set([100, 330, 1000])
  samples.intervalMs.set([100, 230, 670])
  samples.count = 3
  expect([0, 1, 2].map((row) => [shownFromMs(samples, row, 100), followsGap(samples, row, 100)])).toEqual([
    [0, false],
    [100, false],
    [900, true],
  ])
})
