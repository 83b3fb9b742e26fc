import { expect, test } from 'vitest'
import type { Scaling } from '#shared/model/scaling.ts'
import { fakePoint, fakeScaling } from './fake-scaling.ts'
import { scalingGeometry, type ScalingGeometry } from './scaling-geometry.ts'
import { scalingSeries, type ScalingMeasure } from './scaling-series.ts'

const size = { widthPx: 600, heightPx: 300 }

function geometryOf(parts: Partial<Scaling> = {}, measure: ScalingMeasure = 'throughput'): ScalingGeometry {
  const scaling = fakeScaling(parts)
  return scalingGeometry(scalingSeries(scaling, measure), { measure, knee: scaling.knee }, size)
}

test('values begin at 0 at the bottom, and more is higher', () => {
  const { plot, points, yTicks } = geometryOf()
  expect(yTicks[0]).toEqual({ y: plot.bottom, label: '0' })
  const [one, two] = points
  // Twice the throughput is twice as high.
  expect(plot.bottom - (two?.y ?? NaN)).toBeCloseTo(2 * (plot.bottom - (one?.y ?? NaN)), 9)
})

test('everything measured lies inside the plot', () => {
  for (const measure of ['throughput', 'makespan', 'speed-up'] as const) {
    const { plot, points } = geometryOf({}, measure)
    for (const { dots } of points) {
      expect(dots).toHaveLength(3)
      for (const { x, y } of dots) {
        expect(x > plot.left && x < plot.right && y >= plot.top && y <= plot.bottom).toBe(true)
      }
    }
  }
})

test('runs with equal makespans are drawn beside each other', () => {
  const { points } = geometryOf({ points: [fakePoint(1, [9, 9, 9]), fakePoint(2, [5, 5, 5])] })
  expect(new Set(points[0]?.dots.map(({ x }) => x)).size).toBe(3)
})

test('an interval is drawn as a whisker, its absence as none', () => {
  const point = fakePoint(2, [500, 625, 400])
  const { plot, points } = geometryOf({
    points: [
      fakePoint(1, [1000, 1250, 800]),
      { ...point, throughputPerSecond: { value: 20, interval: { low: 16, high: 25 } } },
    ],
  })
  expect(points[0]?.whisker).toBeNull()
  const whisker = points[1]?.whisker
  const heightOf = (y: number | null | undefined): number => plot.bottom - (y ?? NaN)
  expect(heightOf(whisker?.high) / heightOf(whisker?.low)).toBeCloseTo(25 / 16, 9)
})

test('perfect scaling far above what was measured does not press it down, and is named where it leaves', () => {
  const flat = [1, 2, 4, 8].map((workers) => fakePoint(workers, [1000, 1000, 1000]))
  const { plot, points, lines } = geometryOf({ points: flat })
  expect(plot.bottom - (points[0]?.y ?? NaN)).toBeGreaterThan((plot.bottom - plot.top) / 2)
  expect(lines[0]?.id).toBe('perfect')
  expect(lines[0]?.label.x).toBeLessThan(plot.right / 2)
  expect(lines[0]?.label.y).toBeGreaterThanOrEqual(plot.top)
})

test('the knee stands at its size, in a band over its range', () => {
  const { points, knee } = geometryOf({ knee: { size: 2, range: { low: 1, high: 2 } } })
  const [one, two] = points
  expect(knee?.x).toBe(two?.x)
  expect(knee?.band?.from).toBeLessThan(one?.x ?? NaN)
  expect(knee?.band?.to).toBeGreaterThan(two?.x ?? NaN)
  expect(geometryOf({ knee: { size: 2, range: null } }).knee?.band).toBeNull()
})

test('labels of crowded sizes give way, their ticks stay', () => {
  const crowded = [1, 2, 3, 4, 32].map((workers) => fakePoint(workers, [10, 10, 10]))
  expect(geometryOf({ points: crowded }).xTicks.map(({ label }) => label)).toEqual([
    '1',
    null,
    '3',
    null,
    '32',
  ])
})

test('a sweep without a run has a frame and no knee', () => {
  const { points, path, knee } = geometryOf({ points: [], knee: { size: 2, range: null } })
  expect([points, path, knee]).toEqual([[], '', null])
})
