import { expect, test } from 'vitest'
import { fakeVariant } from '#shared/analysis/comparison/fake-comparison.ts'
import { comparedAccounts } from './account-columns.ts'
import { fakeAccount, fakeAccounting } from './fake-account.ts'

const variants = [
  fakeVariant({
    label: 'sequential',
    accounting: fakeAccounting(fakeAccount({ cpu: 3000, timer: 1000 }), null),
  }),
  fakeVariant({ label: 'hybrid', accounting: fakeAccounting(fakeAccount({ cpu: 900, queue: 100 })) }),
  fakeVariant({ label: 'broken' }),
]

test('bars are on one scale, and a variant without an account has none', () => {
  const { bars } = comparedAccounts(variants, 'wall')
  expect(bars.map((bar) => bar && [bar.label, bar.length, bar.totalText.replace('\u202f', ' ')])).toEqual([
    ['sequential', 1, '4.00 s'],
    ['hybrid', 0.25, '1.00 s'],
    null,
  ])
})

test('the legend has what any bar has, each once and useful first', () => {
  expect(comparedAccounts(variants, 'wall').legend.map(({ fill }) => fill)).toEqual([
    'cpu',
    'timer',
    'queue',
    'unexplained',
  ])
})

test('cores that were not sampled leave a gap, and the others their own scale', () => {
  const { bars } = comparedAccounts(variants, 'cores')
  expect(bars.map((bar) => bar?.length ?? null)).toEqual([null, 1, null])
})
