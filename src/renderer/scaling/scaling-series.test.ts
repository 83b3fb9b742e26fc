import { expect, test } from 'vitest'
import type { LawFit } from '#shared/model/scaling.ts'
import { fakePoint, fakeScaling } from './fake-scaling.ts'
import { liveSeries, scalingSeries } from './scaling-series.ts'

const dotsOf = (measure: 'throughput' | 'makespan' | 'speed-up', scaling = fakeScaling()): number[][] =>
  scalingSeries(scaling, measure).points.map(({ dots }) => dots.map(({ value }) => value))

test('every run is a dot, in each measure, and the median of the dots is the estimate', () => {
  expect(dotsOf('makespan')).toEqual([
    [1000, 1250, 800],
    [500, 625, 400],
  ])
  expect(dotsOf('throughput')).toEqual([
    [10, 8, 12.5],
    [20, 16, 25],
  ])
  // Of the pairs of each round.
  expect(dotsOf('speed-up')).toEqual([
    [1, 1, 1],
    [2, 2, 2],
  ])
})

test('of an incomplete round no speed-ups of single runs are drawn, for nobody knows the pairs', () => {
  const cut = fakeScaling({
    points: [fakePoint(1, [1000, 1250, 800]), { ...fakePoint(2, [500, 625, 400]), makespansMs: [500, 625] }],
  })
  expect(dotsOf('speed-up', cut)).toEqual([[1, 1, 1], []])
})

test('perfect scaling starts at the smallest size and is as many times faster as there are workers', () => {
  const ends = (measure: 'throughput' | 'makespan' | 'speed-up'): unknown => {
    const [perfect] = scalingSeries(fakeScaling(), measure).lines
    return [perfect?.id, perfect?.points[0], perfect?.points.at(-1)]
  }
  expect(ends('throughput')).toEqual(['perfect', { size: 1, value: 10 }, { size: 2, value: 20 }])
  expect(ends('makespan')).toEqual(['perfect', { size: 1, value: 1000 }, { size: 2, value: 500 }])
  expect(ends('speed-up')).toEqual(['perfect', { size: 1, value: 1 }, { size: 2, value: 2 }])
})

test('a law says in every measure what it says of throughput', () => {
  const fit: LawFit = {
    law: 'usl',
    parameters: [],
    curve: [{ size: 2, throughputPerSecond: 16 }],
    meanMiss: 0.2,
    worstMiss: { size: 2, miss: 0.2 },
    fits: false,
    peakSize: null,
    sentence: '',
  }
  const lawIn = (measure: 'throughput' | 'makespan' | 'speed-up'): unknown =>
    scalingSeries(fakeScaling({ fits: [fit] }), measure).lines[1]
  expect(lawIn('throughput')).toEqual({ id: 'usl', fits: false, points: [{ size: 2, value: 16 }] })
  expect(lawIn('makespan')).toEqual({ id: 'usl', fits: false, points: [{ size: 2, value: 625 }] })
  expect(lawIn('speed-up')).toEqual({ id: 'usl', fits: false, points: [{ size: 2, value: 1.6 }] })
})

test('a law that was not fitted, for want of sizes, is not drawn', () => {
  const none: LawFit = {
    law: 'amdahl',
    parameters: [],
    curve: [],
    meanMiss: 0,
    worstMiss: { size: 1, miss: 0 },
    fits: false,
    peakSize: null,
    sentence: '',
  }
  expect(scalingSeries(fakeScaling({ fits: [none] }), 'throughput').lines.map(({ id }) => id)).toEqual([
    'perfect',
  ])
})

test('a size that is no number of workers has no perfect scaling, and neither has a single point', () => {
  expect(scalingSeries(fakeScaling({ size: 'tasks' }), 'throughput').lines).toEqual([])
  expect(
    scalingSeries(fakeScaling({ points: [fakePoint(1, [1000, 1250, 800])] }), 'throughput').lines,
  ).toEqual([])
})

test('a sweep without a run has nothing to draw', () => {
  expect(scalingSeries(fakeScaling({ points: [] }), 'makespan')).toEqual({ points: [], lines: [] })
})

test('while a sweep goes on, its runs so far are dots over all sizes that are asked for', () => {
  const trials = [
    { variant: 0, round: 0, makespanMs: 900 },
    { variant: 1, round: 0, makespanMs: null },
    { variant: 0, round: 1, makespanMs: 800 },
  ]
  expect(liveSeries([2, 1], trials)).toEqual({
    points: [
      { size: 1, estimate: null, dots: [] },
      {
        size: 2,
        estimate: null,
        dots: [
          { runId: null, value: 900 },
          { runId: null, value: 800 },
        ],
      },
    ],
    lines: [],
  })
})
