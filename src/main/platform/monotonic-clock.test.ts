import { expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { monotonicOffsetMs } from './monotonic-clock.ts'

test('a thread that loses its core between two readings is not misled', () => {
  const random = fakeRandom(1)
  // Reading a clock takes a thousandth of a millisecond, and every other time much longer.
  let machineMs = 5_000
  const read = (): number => {
    machineMs += random(2) === 0 ? 0.001 : 1 + random(50)
    return machineMs
  }
  const offsetMs = monotonicOffsetMs(() => read() - 1_234, read)
  expect(Math.abs(offsetMs - 1_234)).toBeLessThanOrEqual(0.001)
})

test('the offset of this process is the same each time', () => {
  const offsets = Array.from({ length: 20 }, () => monotonicOffsetMs())
  expect(Math.max(...offsets) - Math.min(...offsets)).toBeLessThan(0.5)
})
