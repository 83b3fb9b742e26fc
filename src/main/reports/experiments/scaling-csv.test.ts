import { expect, test } from 'vitest'
import { comparisonCsv } from './comparison-csv.ts'
import { fakeScaling } from './fake-scaling.ts'
import { scalingCsv } from './scaling-csv.ts'
import { parseCsvStrictly } from './strict-csv.ts'

test('a sweep’s row begins with what was varied, and is like a comparison’s beyond that', () => {
  const { outline, trials } = fakeScaling({ sizes: [1, 4] })
  const rows = parseCsvStrictly([...scalingCsv(outline, trials)].join(''))
  expect(rows.slice(0, 3).map((row) => row.slice(0, 3))).toEqual([
    ['swept', 'size', 'variant'],
    ['cpu', '1', 'cpu=1'],
    ['cpu', '4', 'cpu=4'],
  ])
  expect(rows.map((row) => row.slice(2))).toEqual(
    parseCsvStrictly([...comparisonCsv(outline, trials)].join('')),
  )
})
