import { expect, test } from 'vitest'
import { fakeVariant } from '#shared/analysis/comparison/fake-comparison.ts'
import { nextOrder, orderedVariants } from './table-order.ts'

const variants = [
  fakeVariant({ label: 'sequential', makespanMs: { value: 6000, interval: null } }),
  fakeVariant({ label: 'broken', makespanMs: null }),
  fakeVariant({ label: 'hybrid', makespanMs: { value: 1200, interval: null } }),
  fakeVariant({ label: 'threads', makespanMs: { value: 1200, interval: null } }),
]

test('variants stand as given until a column is asked for, and what is not known is last either way', () => {
  expect([
    orderedVariants(variants, null),
    orderedVariants(variants, { column: 'makespan', isDescending: false }),
    orderedVariants(variants, { column: 'makespan', isDescending: true }),
    orderedVariants(variants, { column: 'variant', isDescending: false }),
  ]).toEqual([
    [0, 1, 2, 3],
    [2, 3, 0, 1],
    [0, 2, 3, 1],
    [1, 2, 0, 3],
  ])
})

test('the baseline is placed by its ratio as well, which is 1', () => {
  const compared = [
    fakeVariant({ verdict: { kind: 'slower', ratio: { value: 2, interval: null } } }),
    fakeVariant({ verdict: { kind: 'baseline' } }),
    fakeVariant({ verdict: { kind: 'faster', ratio: { value: 0.5, interval: null } } }),
  ]
  expect(orderedVariants(compared, { column: 'ratio', isDescending: false })).toEqual([2, 1, 0])
})

test('pressing a head goes from ascending to descending to as given', () => {
  const once = nextOrder(null, 'spread')
  const twice = nextOrder(once, 'spread')
  expect([once, twice, nextOrder(twice, 'spread'), nextOrder(twice, 'makespan')]).toEqual([
    { column: 'spread', isDescending: false },
    { column: 'spread', isDescending: true },
    null,
    { column: 'makespan', isDescending: false },
  ])
})
