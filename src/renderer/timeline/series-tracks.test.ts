import { expect, test } from 'vitest'
import { fakeRun, sampleRecord, type FakeSample } from '#shared/analysis/fake-run.ts'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import type { Run } from '#shared/model/run.ts'
import { LatestTrackFigures } from '../state/track-figures.ts'
import { fakePalette } from './fake-drawing.ts'
import { seriesTracks, type SeriesTrack } from './series-tracks.ts'

function tracksOf(samples: readonly FakeSample[], cores = 1): readonly SeriesTrack[] {
  const run: Run = fakeRun({
    cores,
    groups: [{}],
    tasks: [{ started: 0, finished: 300 }],
    samples: samples.map((sample) => sampleRecord({ cores: [{}], ...sample })),
    nowMs: 300,
  })
  const lanes = layoutLanes(run.header.slots, run.tasks)
  return seriesTracks(run, new LatestTrackFigures(() => 0).of({ run, lanes }), fakePalette)
}

const at = (atMs: number, more: FakeSample): FakeSample => ({ atMs, intervalMs: 100, ...more })

test('what the platform does not tell has no track', () => {
  expect(tracksOf([at(100, {}), at(200, {})])).toEqual([])
})

test('what it tells has one, from the loop down to the temperature', () => {
  const told = (atMs: number, ms: number): FakeSample =>
    at(atMs, {
      mainLoopDelayMs: 3,
      mainThreadCpuMs: ms,
      samplerCpuMs: 0,
      processCpuMs: ms,
      temperatureCelsius: 51,
      cores: [{ busy: 0.5, frequencyMhz: 2400 }],
    })
  const tracks = tracksOf([told(100, 0), told(200, 8), told(300, 16)])
  expect(tracks.map(({ id, scaleText }) => [id, scaleText.replaceAll('\u202f', ' ')])).toEqual([
    ['loop-delay', '0–5.00 ms'],
    ['own-cost', '0–10 % core'],
    ['others', '0–1 cores'],
    ['frequency', '0–2.5 GHz'],
    ['temperature', '20–100 °C'],
  ])
})

test('the limit of the own cost is a share of the machine, on a scale of one core', () => {
  const own = (atMs: number, ms: number): FakeSample => at(atMs, { mainThreadCpuMs: ms, samplerCpuMs: 0 })
  const [track] = tracksOf([own(100, 0), own(200, 40)], 4)
  expect([track?.to, track?.mark]).toEqual([0.5, 0.2])
  expect(track?.explanation.replaceAll('\u202f', ' ')).toContain(
    'the limit of 5.0 % of the machine: 20 % of one core with 4 cores.',
  )
})

test('a step of a counter within a very short last sample does not set the scale of all others', () => {
  const own = (atMs: number, intervalMs: number, ms: number): FakeSample => ({
    atMs,
    intervalMs,
    mainThreadCpuMs: ms,
    samplerCpuMs: 0,
  })
  const tracks = tracksOf([own(100, 100, 0), own(200, 100, 20), own(202, 2, 40)])
  expect(tracks.map(({ id, to }) => [id, to])).toEqual([['own-cost', 0.2]])
})
