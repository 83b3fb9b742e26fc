import { expect, test } from 'vitest'
import { valueAxis } from './value-axis.ts'

const labels = (most: number, measure: 'throughput' | 'makespan' | 'speed-up'): readonly string[] =>
  valueAxis(most, measure, 4).ticks.map(({ label }) => label)

test('an axis begins at 0, ends at a round value that holds the greatest, and says its unit', () => {
  expect(labels(19.5, 'throughput')).toEqual(['0', '5 /s', '10 /s', '15 /s', '20 /s'])
  expect(labels(0.31, 'throughput')).toEqual(['0', '0.1 /s', '0.2 /s', '0.3 /s', '0.4 /s'])
  expect(labels(1.9, 'speed-up')).toEqual(['×0.0', '×0.5', '×1.0', '×1.5', '×2.0'])
  expect(labels(780, 'makespan')).toEqual(['0', '0.2 s', '0.4 s', '0.6 s', '0.8 s'])
})

test('large numbers of tasks are no times: they do not go by sixties', () => {
  expect(labels(120_000, 'throughput')).toEqual(['0', '50,000 /s', '100,000 /s', '150,000 /s'])
})

test('an axis for nothing has a height all the same', () => {
  expect(valueAxis(0, 'throughput', 4).top).toBe(1)
  expect(valueAxis(NaN, 'speed-up', 4).top).toBe(1)
  expect(valueAxis(0, 'makespan', 4).top).toBe(1000)
})
