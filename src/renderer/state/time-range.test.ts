import { expect, test } from 'vitest'
import { clampRange, fitRange, panRange, revealRange, zoomRange } from './time-range.ts'

test('a fitted run has a little room before its start and after its end', () => {
  expect(fitRange(1000)).toEqual({ fromMs: -10, toMs: 1030 })
})

test('a run of no length yet still has an axis', () => {
  expect(fitRange(0)).toEqual(fitRange(1))
})

test('zooming keeps the time under the cursor where it is', () => {
  const range = { fromMs: 200, toMs: 600 }
  const zoomed = zoomRange(range, 300, 0.5, 1000)
  expect(zoomed).toEqual({ fromMs: 250, toMs: 450 })
})

test('zooming out ends at the whole run', () => {
  expect(zoomRange({ fromMs: 400, toMs: 500 }, 450, 1e6, 1000)).toEqual(fitRange(1000))
})

test('zooming in ends where the clock has nothing more to show', () => {
  const { fromMs, toMs } = zoomRange({ fromMs: 400, toMs: 500 }, 450, 1e-12, 1000)
  expect(toMs - fromMs).toBeCloseTo(0.0001, 9)
})

test('panning stops at the ends of the run and keeps the zoom', () => {
  expect([
    panRange({ fromMs: 100, toMs: 200 }, -500, 1000),
    panRange({ fromMs: 100, toMs: 200 }, 5000, 1000),
  ]).toEqual([
    { fromMs: -10, toMs: 90 },
    { fromMs: 930, toMs: 1030 },
  ])
})

test('a range that lies beside the run is brought back', () => {
  expect(clampRange({ fromMs: 2000, toMs: 2100 }, 1000)).toEqual({ fromMs: 930, toMs: 1030 })
})

test('a task that is visible does not move the picture, one outside is brought in', () => {
  const range = { fromMs: 100, toMs: 200 }
  expect([
    revealRange(range, 120, 130, 1000),
    revealRange(range, 220, 230, 1000),
    revealRange(range, 300, 500, 1000),
  ]).toEqual([range, { fromMs: 140, toMs: 240 }, { fromMs: 280, toMs: 520 }])
})
