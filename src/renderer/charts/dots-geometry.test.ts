import { expect, test } from 'vitest'
import { dotsGeometry, type DotsRow } from './dots-geometry.ts'

const size = { widthPx: 532, rowPx: 24 }

function row(valuesMs: DotsRow['valuesMs'], more: Partial<DotsRow> = {}): DotsRow {
  return { label: 'hybrid', valuesMs, estimate: null, note: '', isReference: false, ...more }
}

test('all rows share one axis, from 0 to a round time beyond the longest duration', () => {
  const { left, right, ticks, rows } = dotsGeometry([row([500, 1000]), row([1900])], size)
  expect([left, right]).toEqual([12, 512])
  expect(ticks.map(({ x, label }) => [x, label])).toEqual([
    [12, '0'],
    [137, '0.5 s'],
    [262, '1.0 s'],
    [387, '1.5 s'],
    [512, '2.0 s'],
  ])
  expect(rows.map(({ y, dots }) => [y, dots.map(({ x }) => x)])).toEqual([
    [12, [137, 262]],
    [36, [487]],
  ])
})

test('an interval that is wider than the dots has room on the axis', () => {
  const estimate = { value: 1000, interval: { low: 500, high: 2000 } }
  const { rows, right, reference } = dotsGeometry([row([1000], { estimate, isReference: true })], size)
  expect(rows[0]).toMatchObject({ median: 262, band: { from: 137, to: right } })
  expect(reference).toBe(262)
})

test('runs in which nothing finished have no dot, and the others keep their number', () => {
  const { rows } = dotsGeometry([row([null, 100, null, 50])], size)
  expect(rows[0]?.dots.map(({ at, valueMs }) => [at, valueMs])).toEqual([
    [1, 100],
    [3, 50],
  ])
})

test('equal durations stay visible, within their row', () => {
  const { rows } = dotsGeometry([row([100, 100, 100, 100, 100, 100, 100])], size)
  const ys = rows[0]?.dots.map(({ y }) => y) ?? []
  expect(new Set(ys).size).toBe(3)
  expect(ys.every((y) => y >= 3 && y <= 21)).toBe(true)
})

test('before the first run there is an axis already, and no line without an estimate', () => {
  const { ticks, reference } = dotsGeometry([row([], { isReference: true }), row([])], size)
  expect(ticks.at(-1)?.label).toBe('1.0 s')
  expect(reference).toBeNull()
})

test('a picture without width does not break', () => {
  const { rows } = dotsGeometry([row([100])], { widthPx: 0, rowPx: 24 })
  expect(rows[0]?.dots.every(({ x }) => Number.isFinite(x))).toBe(true)
})
