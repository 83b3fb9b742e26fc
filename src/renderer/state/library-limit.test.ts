import { expect, test } from 'vitest'
import { noLabels } from '#shared/model/saved-run.ts'
import { fakeListing } from './fake-listing.ts'
import { limitProblem, runsOverLimit } from './library-limit.ts'

test('a limit would delete the oldest runs first, and never those that bear labels or are under way', () => {
  const entries = [
    fakeListing({ id: 'newest', bytes: 10 }),
    fakeListing({ id: 'going on', bytes: 10, phase: 'running' }),
    fakeListing({ id: 'middle', bytes: 10 }),
    fakeListing({ id: 'tagged', bytes: 10, labels: { ...noLabels, tags: ['keep'] } }),
    fakeListing({ id: 'oldest', bytes: 10 }),
  ]
  expect([50, 45, 40, 31, 15].map((limit) => runsOverLimit(entries, 50, limit))).toEqual([
    { runs: 0, bytes: 0, isStillOver: false },
    { runs: 1, bytes: 10, isStillOver: false },
    { runs: 1, bytes: 10, isStillOver: false },
    { runs: 2, bytes: 20, isStillOver: false },
    { runs: 3, bytes: 30, isStillOver: true },
  ])
})

test('a limit is a number above 0', () => {
  expect(['2.5', '10', '0', '-1', '', 'ten', 'Infinity'].map((text) => limitProblem(text) === null)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
