import { expect, test } from 'vitest'
import { fakeRun } from './fake-run.ts'
import { memoryTrack } from './memory-track.ts'
import { timeScale } from './time-scale.ts'

function lines(change: (atMs: Float64Array, intervalMs: Float64Array) => void): number {
  const run = fakeRun()
  change(run.samples.atMs, run.samples.intervalMs)
  const line = {
    id: 'm',
    name: 'm',
    title: 'Memory',
    column: run.samples.memoryUsedBytes,
    look: 'memory',
    topBytes: null,
  }
  const [drawn] = memoryTrack(run.samples, line, timeScale(run)).plot
  const path = /memory line" d="([^"]*)"/.exec(drawn?.source ?? '')?.[1] ?? ''
  return path.split('M').length - 1
}

test('a sample that came late leaves no gap: its interval reaches back to the reading before', () => {
  expect(
    lines((atMs, intervalMs) => {
      atMs[3] = 470
      intervalMs[3] = 170
      intervalMs[4] = 30
    }),
  ).toBe(1)
})

test('a sample that is missing leaves a gap', () => {
  expect(
    lines((atMs) => {
      for (let row = 5; row < 10; row++) atMs[row] = (atMs[row] as number) + 300
    }),
  ).toBe(2)
})
