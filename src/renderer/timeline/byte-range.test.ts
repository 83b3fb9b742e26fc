import { expect, test } from 'vitest'
import { rangeAround, rangeFromZero, rangeText } from './byte-range.ts'

const gibibyte = 2 ** 30
const column = (...values: number[]): Float64Array => new Float64Array([...values, NaN])

test('a range from 0 ends at a round number', () => {
  expect(rangeFromZero(column(2.1 * gibibyte, 3 * gibibyte), 2)).toEqual({
    fromBytes: 0,
    toBytes: 4 * gibibyte,
  })
})

test('a range around the readings is round at both ends and as narrow as they are', () => {
  expect(rangeAround(column(5.2 * gibibyte, 6.1 * gibibyte), 2)).toEqual({
    fromBytes: 5 * gibibyte,
    toBytes: 6.25 * gibibyte,
  })
})

test('readings that hardly differ still have a range around them, and none at all one from 0', () => {
  const { fromBytes, toBytes } = rangeAround(column(10 * gibibyte, 10 * gibibyte), 2)
  expect([fromBytes <= 10 * gibibyte, toBytes > 10 * gibibyte, toBytes < 10.2 * gibibyte]).toEqual([
    true,
    true,
    true,
  ])
  expect(rangeAround(column(), 1)).toEqual({ fromBytes: 0, toBytes: 2 ** 20 })
})

test('both ends of a range are said in one unit', () => {
  const texts = [
    { fromBytes: 0, toBytes: gibibyte },
    { fromBytes: 5 * gibibyte, toBytes: 6.25 * gibibyte },
    { fromBytes: 928 * 2 ** 20, toBytes: gibibyte },
  ].map(rangeText)
  expect(texts).toEqual(['0–1.00\u202fGiB', '5.00–6.25\u202fGiB', '0.906–1.00\u202fGiB'])
})
