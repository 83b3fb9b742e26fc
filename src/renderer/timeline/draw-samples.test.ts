import { expect, test } from 'vitest'
import { fakeRun, sampleRecord, type FakeSample } from '#shared/analysis/fake-run.ts'
import type { Measurement } from '#shared/model/measurement.ts'
import type { Run } from '#shared/model/run.ts'
import { coreRows, drawCores } from './draw-cores.ts'
import { drawSeries } from './draw-series.ts'
import { drawThreads } from './draw-threads.ts'
import { fakeDrawing, fakePalette, type Drawn } from './fake-drawing.ts'
import { threadRows } from './thread-rows.ts'

/** A run that is sampled every 20 ms, with one core and two slots. */
function sampledRun(samples: readonly FakeSample[], measurement: Partial<Measurement> = {}): Run {
  const last = samples.at(-1)?.atMs ?? 0
  return fakeRun({
    groups: [{}],
    tasks: [{ started: 0, finished: last }],
    slots: [{ isShared: false }, { isShared: false }],
    options: { sampleHz: 50 },
    measurement: { coreTickMs: 1, ...measurement },
    sampledCores: 1,
    sampledSlots: 2,
    samples: samples.map((sample) => sampleRecord({ cores: [{}], slots: [{}, {}], ...sample })),
    nowMs: last,
  })
}

const fillsOf = (drawn: readonly Drawn[], color: RegExp): readonly Drawn[] =>
  drawn.filter(([kind, , , , , fill]) => kind === 'fill' && color.test(String(fill)))

test('a core has the hue of the family that held it, grey where others did, as light as it was idle', () => {
  const run = sampledRun([
    { atMs: 20, intervalMs: 20, cores: [{ busy: 1 }] },
    { atMs: 40, intervalMs: 20, cores: [{ busy: 0 }] },
    { atMs: 60, intervalMs: 20, cores: [{ busy: 1 }] },
  ])
  const { drawing, drawn } = fakeDrawing(100, 40)
  drawCores(drawing, { run, groups: [Int16Array.of(3, 3, -1)], blocks: null }, coreRows(1))
  expect(fillsOf(drawn, /^core/)).toEqual([
    ['fill', 0, 2, 20, 13, 'core 3 level 31', 1],
    ['fill', 20, 2, 20, 13, 'core 3 level 0', 1],
    ['fill', 40, 2, 20, 13, 'core 8 level 31', 1],
  ])
})

test('a sample after a gap stands for its last nominal interval; the gap stays dotted', () => {
  const run = sampledRun([
    { atMs: 20, intervalMs: 20, cores: [{ busy: 1 }] },
    { atMs: 90, intervalMs: 70, cores: [{ busy: 1 }] },
  ])
  const { drawing, drawn } = fakeDrawing(100, 40)
  drawCores(drawing, { run, groups: [Int16Array.of(0, 0)], blocks: null }, coreRows(1))
  expect(fillsOf(drawn, /^core/).map(([, x, , width]) => [x, width])).toEqual([
    [0, 20],
    [70, 20],
  ])
})

test('what the clock tick cannot tell is not drawn as if it were known', () => {
  const run = sampledRun([{ atMs: 20, intervalMs: 20, cores: [{ busy: 0.5 }] }], { coreTickMs: 10 })
  const { drawing, drawn } = fakeDrawing(100, 40)
  drawCores(drawing, { run, groups: [Int16Array.of(0)], blocks: null }, coreRows(1))
  expect(fillsOf(drawn, /^core/)).toEqual([])
  expect(fillsOf(drawn, /^unmeasured/)).toEqual([['fill', 0, 2, 20, 13, 'unmeasured', 1]])
})

test('several samples of one pixel show the family that most of the load is of', () => {
  const run = sampledRun(
    [0.8, 0.9, 0.3].map((busy, at) => ({
      atMs: 20 + (at + 1) * 0.2,
      intervalMs: 0.2,
      cores: [{ busy }],
    })),
    { coreTickMs: 0.01 },
  )
  const { drawing, drawn } = fakeDrawing(100, 40)
  drawCores(drawing, { run, groups: [Int16Array.of(1, 2, 1)], blocks: null }, coreRows(1))
  expect(fillsOf(drawn, /^core/)).toEqual([['fill', 20, 2, 1, 13, 'core 1 level 21', 1]])
})

test('a thread’s row is filled from below: on CPU, then ready, the rest empty; unknown is nothing at all', () => {
  const run = sampledRun([
    { atMs: 20, intervalMs: 20, slots: [{ onCpuMs: 10, readyMs: 5 }, {}] },
    { atMs: 40, intervalMs: 20, slots: [{ onCpuMs: 20, readyMs: 0 }, {}] },
  ])
  const { drawing, drawn } = fakeDrawing(100, 40)
  const rows = threadRows(run.header.slots)
  drawThreads(drawing, { samples: run.samples, sampleCount: 2, nominalMs: 20, rows })
  expect(drawn).toEqual([
    ['fill', 0, 2, 20, 11, 'lane', 1],
    ['fill', 0, 4.75, 20, 2.75, 'hatch 8', 1],
    ['fill', 0, 7.5, 20, 5.5, 'mixed', 1],
    ['fill', 20, 2, 20, 11, 'lane', 1],
    ['fill', 20, 2, 20, 11, 'mixed', 1],
  ])
})

test('a value per sample is drawn over the sample’s time, the highest of a pixel, and gaps stay gaps', () => {
  const run = sampledRun([
    { atMs: 20, intervalMs: 20 },
    { atMs: 40, intervalMs: 20 },
    { atMs: 40.4, intervalMs: 0.4 },
    { atMs: 40.8, intervalMs: 0.4 },
    { atMs: 95, intervalMs: 54.2 },
  ])
  const { drawing, drawn } = fakeDrawing(100, 34)
  drawSeries(
    drawing,
    {
      samples: run.samples,
      sampleCount: 5,
      nominalMs: 20,
      series: [{ values: Float64Array.of(10, NaN, 5, 20, 15), color: 'line', look: 'line' }],
      from: 0,
      to: 20,
      mark: null,
    },
    [],
  )
  expect(fillsOf(drawn, /^line/)).toEqual([
    ['fill', 0, 18, 20, 1.5, 'line', 1],
    ['fill', 40, 3, 1, 1.5, 'line', 1],
    ['fill', 75, 10.5, 20, 1.5, 'line', 1],
  ])
  expect(fillsOf(drawn, new RegExp(fakePalette.grid))).toHaveLength(1)
})
