import { expect, test } from 'vitest'
import { percentile, sortedNumbers } from './percentile.ts'

const shares = (values: readonly number[], ...of: readonly number[]): (number | null)[] => {
  const sorted = sortedNumbers(values)
  return of.map((share) => percentile(sorted, share))
}

// python3 -c "import numpy as np; print(np.percentile(values, [0, 1, 25, …]).tolist())", NumPy's default method "linear".
test('percentiles are those of NumPy', () => {
  const values = [3.5, -2, 10, 0.25, 7, 7, 1e6, 42, 0.125]
  const numpy = [-2, -1.83, 0.25, 7, 10, 600016.7999999997, 920003.3599999999, 1e6]
  const ours = shares(values, 0, 0.01, 0.25, 0.5, 0.75, 0.95, 0.99, 1)
  expect(ours.map((value, at) => Math.abs((value ?? NaN) / (numpy[at] as number) - 1) < 1e-12)).toEqual(
    numpy.map(() => true),
  )
  expect(shares([1, 2], 0.1, 0.5, 0.9)).toEqual([1.1, 1.5, 1.9])
})

test('percentiles of a thousand values are those of NumPy', () => {
  // np.percentile([(i * i * 7919) % 10007 for i in range(1000)], [5, 50, 95, 99.9])
  const values = Array.from({ length: 1000 }, (_, i) => (i * i * 7919) % 10007)
  const rounded = shares(values, 0.05, 0.5, 0.95, 0.999).map((value) => Number(value?.toFixed(6)))
  expect(rounded).toEqual([493.1, 4739.0, 9408.7, 9948.017])
})

test('one value is every percentile, and no values have none', () => {
  expect([shares([4], 0, 0.5, 1), shares([], 0, 0.5, 1)]).toEqual([
    [4, 4, 4],
    [null, null, null],
  ])
})

test('what is not known is left out, and numbers are sorted as numbers', () => {
  expect([...sortedNumbers([10, NaN, 9, -1, NaN, 100])]).toEqual([-1, 9, 10, 100])
})
