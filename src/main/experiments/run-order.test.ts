import { expect, test } from 'vitest'
import { runOrder } from './run-order.ts'

const namesOf = (runs: ReturnType<typeof runOrder>): string =>
  runs.map(({ variant, isWarmUp }) => (isWarmUp ? 'abcdefgh' : 'ABCDEFGH').charAt(variant)).join('')

test('warm-ups come first, and every round turns the order round', () => {
  expect(namesOf(runOrder(3, 4, 1))).toBe('abcABCCBAABCCBA')
  expect(namesOf(runOrder(2, 1, 0))).toBe('AB')
  expect(namesOf(runOrder(2, 2, 2))).toBe('abbaABBA')
})

test('over an even number of rounds all variants come equally late, so that a steady drift touches all alike', () => {
  const places = [0, 0, 0, 0, 0]
  runOrder(5, 6, 0).forEach(({ variant }, place) => (places[variant] = (places[variant] ?? 0) + place))
  expect(new Set(places).size).toBe(1)
})

test('each variant runs once in every round', () => {
  const runs = runOrder(3, 3, 1).filter(({ isWarmUp }) => !isWarmUp)
  for (const round of [0, 1, 2]) {
    const its = runs.filter((run) => run.round === round).map(({ variant }) => variant)
    expect(its.sort()).toEqual([0, 1, 2])
  }
})
