import { expect, test } from 'vitest'
import { fQuantile, fUpperTail } from './f-distribution.ts'

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3 (critical values of the F distribution, 5 %) and 4.6.1.5.
test.each([
  [1, 1, 161.448],
  [1, 4, 7.709],
  [2, 9, 4.256],
  [5, 10, 3.326],
  [10, 20, 2.348],
  [18, 20, 2.15],
])('critical values at 5 % are as published: %d and %d degrees of freedom', (above, below, critical) => {
  expect(fQuantile(0.05, above, below)).toBeCloseTo(critical, critical === 2.15 ? 2 : 3)
})

// scipy.stats.f.sf of SciPy 1.17.1.
test.each([
  [1.4163, 7, 7, 0.328792],
  [14.801, 4, 5, 0.005594],
  [3.2, 2, 9, 0.089176],
  [0.3, 5, 40, 0.909953],
])(
  'the probability of more than %d with %d and %d degrees of freedom',
  (value, above, below, probability) => {
    expect(fUpperTail(value, above, below)).toBeCloseTo(probability, 6)
  },
)

test('probability and quantile undo each other far out, too', () => {
  for (const probability of [1e-4, 0.025, 0.5, 0.9]) {
    for (const [above, below] of [
      [1, 4],
      [3, 32],
      [1, 1e6],
    ] as const) {
      expect(fUpperTail(fQuantile(probability, above, below), above, below)).toBeCloseTo(probability, 9)
    }
  }
})
