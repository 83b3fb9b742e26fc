import { expect, test } from 'vitest'
import { parseValues } from './scaling-values.ts'

const bounds = { min: 1, max: 256 }
const valuesOf = (text: string): readonly number[] | null | string => {
  const entered = parseValues(text, bounds)
  return entered.kind === 'values' ? entered.values : entered.sentence
}

test('numbers and ranges are taken in any order, each once', () => {
  expect(valuesOf('8, 1..3,2')).toEqual([1, 2, 3, 8])
  expect(valuesOf(' 2 .. 4 ')).toEqual([2, 3, 4])
  expect(valuesOf('2-4')).toEqual([2, 3, 4])
})

test('no text means the standard sizes', () => {
  expect(valuesOf('  ')).toBeNull()
})

test('what cannot be meant is answered with what was expected', () => {
  expect([
    valuesOf('four'),
    valuesOf('1,,2'),
    valuesOf('4..1'),
    valuesOf('0..2'),
    valuesOf('1, 257'),
    valuesOf('1.5, 2'),
    valuesOf('3'),
    valuesOf('3, 3'),
  ]).toEqual([
    'Expected numbers such as 1..8 or 1, 2, 4, 8, got four.',
    'Expected numbers such as 1..8 or 1, 2, 4, 8, got nothing.',
    '4..1 runs backwards: expected the smaller number first.',
    'Expected whole numbers from 1 to 256, got 0..2.',
    'Expected whole numbers from 1 to 256, got 257.',
    'Expected numbers such as 1..8 or 1, 2, 4, 8, got 1.5.',
    'One size is no sweep: expected at least two.',
    'One size is no sweep: expected at least two.',
  ])
})

test('at most sixteen sizes are taken', () => {
  expect(valuesOf('1..16')).toHaveLength(16)
  expect(valuesOf('1..17')).toBe('These are 17 sizes: a sweep takes at most 16.')
  expect(valuesOf('1..9, 11..18')).toBe('These are 17 sizes: a sweep takes at most 16.')
})
