import { expect, test } from 'vitest'
import { numberTickText, roundNumber } from './number-ticks.ts'

test('numbers are round by tens, however large: they do not go by sixties as times do', () => {
  expect([0.031, 0.2, 1, 3, 40_000, 700_000].map(roundNumber)).toEqual([0.05, 0.2, 1, 5, 50_000, 1_000_000])
})

test('a number has the decimals that tell it from its neighbours', () => {
  expect([numberTickText(0.5, 0.25), numberTickText(3, 1), numberTickText(50_000, 50_000)]).toEqual([
    '0.5',
    '3',
    '50,000',
  ])
})
