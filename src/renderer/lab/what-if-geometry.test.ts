import { expect, test } from 'vitest'
import { curveGeometry } from './what-if-geometry.ts'

const size = { widthPx: 258, heightPx: 130 }
const points = [1, 2, 4, 8, 16, 32, 64, 128].map((value) => ({ value, makespanMs: 400 / value }))

test('values lie on a logarithmic axis: every doubling is as wide', () => {
  const { points: placed } = curveGeometry({ points, measured: { value: 2, makespanMs: 210 } }, size)
  const steps = placed.slice(1).map(({ x }, at) => x - (placed[at]?.x ?? NaN))
  expect(steps.every((step) => Math.abs(step - (steps[0] ?? NaN)) < 1e-9)).toBe(true)
})

test('makespans begin at 0, and the measured point lies on the same axes', () => {
  const {
    plot,
    points: placed,
    measured,
  } = curveGeometry({ points, measured: { value: 2, makespanMs: 200 } }, size)
  expect(placed[0]).toEqual({ value: 1, makespanMs: 400, x: plot.left, y: plot.top })
  expect(placed.at(-1)?.x).toBe(plot.right)
  expect(measured).toEqual({ x: placed[1]?.x, y: (plot.top + plot.bottom) / 2 })
})

test('labels are round and do not overlap', () => {
  const { xTicks, yTicks } = curveGeometry({ points, measured: { value: 2, makespanMs: 200 } }, size)
  expect(yTicks.map(({ label }) => label)).toEqual(['0', '0.1 s', '0.2 s', '0.3 s', '0.4 s'])
  expect(xTicks.every(({ x }, at) => at === 0 || x - (xTicks[at - 1]?.x ?? NaN) >= 28)).toBe(true)
  const many = [1, 10, 100, 1000, 10_000].map((value) => ({ value, makespanMs: 10 }))
  expect(
    curveGeometry({ points: many, measured: { value: 10_000, makespanMs: 10 } }, size).xTicks.map(
      ({ label }) => label,
    ),
  ).toEqual(['1', '10', '100', '1,000', '10,000'])
})

test('a single value is drawn in the middle', () => {
  const { plot, points: placed } = curveGeometry(
    { points: [{ value: 4, makespanMs: 10 }], measured: { value: 4, makespanMs: 12 } },
    size,
  )
  expect(placed[0]?.x).toBe((plot.left + plot.right) / 2)
})
