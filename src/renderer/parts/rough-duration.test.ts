import { expect, test } from 'vitest'
import { roughDuration } from './rough-duration.ts'

test('an estimate is told no more exactly than it is worth', () => {
  const texts = [0, 400, 41_400, 59_600, 94_000, 200_000, 598_000, 3_599_000, 3_900_000, 7_200_000].map(
    (ms) => roughDuration(ms).replaceAll('\u202f', ' '),
  )
  expect(texts).toEqual([
    '1 s',
    '1 s',
    '41 s',
    '1 min',
    '1 min 30 s',
    '3 min 20 s',
    '10 min',
    '1 h',
    '1 h 5 min',
    '2 h',
  ])
})
