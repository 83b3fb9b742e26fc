import { expect, test } from 'vitest'
import { distinctLabels, variantLabels } from './variant-labels.ts'

test('a variant is called by its strategy, and by the options in which the variants differ', () => {
  expect(
    variantLabels([
      { strategy: 'hybrid', options: { seed: 7 } },
      { strategy: 'hybrid', options: { seed: 7, cpuWorkers: 4, policy: 'longest-first' } },
      { strategy: 'threads', options: { seed: 7, taskTimeoutMs: null } },
    ]),
  ).toEqual(['hybrid', 'hybrid cpu=4 policy=longest-first', 'threads timeout=none'])
})

test('variants that do not differ are numbered, and no number is given twice', () => {
  expect(variantLabels(Array.from({ length: 3 }, () => ({ strategy: 'hybrid', options: {} })))).toEqual([
    'hybrid',
    'hybrid 2',
    'hybrid 3',
  ])
  expect(distinctLabels(['a', 'a 2', 'a'])).toEqual(['a', 'a 2', 'a 3'])
})
