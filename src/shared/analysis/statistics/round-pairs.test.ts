import { expect, test } from 'vitest'
import { roundPairs } from './round-pairs.ts'

test('a pair is made of the rounds that both have a value of, in whatever order they come', () => {
  const from = [1, 2, 3, 5].map((round) => ({ round, value: round === 3 ? NaN : 10 * round }))
  const to = [3, 2, 1, 4].map((round) => ({ round, value: round }))
  expect(roundPairs(from, to)).toEqual([
    { from: 10, to: 1 },
    { from: 20, to: 2 },
  ])
})
