import { expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { tenthsOf, tenthsText } from './tenths.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

test('thirds of a whole sum to all of it', () => {
  expect(tenthsOf([1, 1, 1], 3)).toEqual([334, 333, 333])
})

test('a negative part keeps its sign, and the sum holds', () => {
  const tenths = tenthsOf([1004, -4], 1000)
  expect(tenths).toEqual([1004, -4])
  expect(tenths.map(tenthsText)).toEqual(['100.4', '−0.4'])
})

test('whatever the parts, their figures sum to 100.0 %, each within a tenth of the truth', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = fakeRandom(seed)
    const parts = Array.from({ length: 1 + random(12) }, () => random(100_000) - 5_000)
    const whole = sum(parts)
    if (whole <= 0) continue
    const tenths = tenthsOf(parts, whole)
    expect(sum(tenths), `seed ${seed}`).toBe(1000)
    expect(tenths.every((share, at) => Math.abs(share - ((parts[at] as number) / whole) * 1000) <= 1)).toBe(
      true,
    )
  }
})

test('of nothing, every part is nothing', () => {
  expect(tenthsOf([0, 0], 0)).toEqual([0, 0])
})
