import { expect, test } from 'vitest'
import { withHatchLines } from './hatch-lines.ts'

test('boxes of time ready become lines within them, and nothing else changes', () => {
  const piece =
    '<g class="h1"><path class="ready" d="M0 0h10v5h-10zM20.5 2h1v1h-1z"/><path class="solid" d="M0 0h9v9h-9z"/></g>'
  expect(withHatchLines(piece)).toBe(
    '<g class="h1"><path class="ready-lines" d="M0 5L5 0M5 5L10 0"/><path class="solid" d="M0 0h9v9h-9z"/></g>',
  )
})

test('lines keep within their box, and run on from one box to the next', () => {
  const path = withHatchLines('<path class="ready" d="M3 1h4v14h-4zM7 1h4v14h-4z"/>')
  const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  expect(points.length).toBeGreaterThan(6)
  expect(points.every(([x, y]) => x >= 3 && x <= 11 && y >= 1 && y <= 15)).toBe(true)
  // On one grid: where x + y is a multiple of the step.
  expect(points.every(([x, y]) => (x + y) % 5 === 0)).toBe(true)
})
