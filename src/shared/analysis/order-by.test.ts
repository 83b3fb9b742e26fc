import { expect, test } from 'vitest'
import { fakeRandom } from './fake-random.ts'
import { orderBy } from './order-by.ts'

test.each([0, 1, 7, 4095, 4096, 20_000])(
  '%i rows come in order of their numbers; equal ones keep their order',
  (count) => {
    const random = fakeRandom(count)
    const column = Float64Array.from({ length: count + 5 }, () => (random(4000) - 2000) / 64)
    // Not every row, and not from the first.
    const rows = Int32Array.from({ length: count }, (_, at) => count + 4 - at)
    const expected = [...rows].sort((one, other) => (column[one] as number) - (column[other] as number))
    expect([...orderBy(rows, column)]).toEqual(expected)
  },
)

test('noughts of either sign are equal, infinities are the ends', () => {
  const column = Float64Array.from(
    { length: 5000 },
    (_, at) => [0, -0, Infinity, -Infinity, 1e-300, -1e300][at % 6] as number,
  )
  const rows = orderBy(Int32Array.from(column.keys()), column)
  const expected = [...column.keys()].sort((one, other) => {
    const [a, b] = [column[one] as number, column[other] as number]
    return a < b ? -1 : a > b ? 1 : 0
  })
  expect([...rows]).toEqual(expected)
})
