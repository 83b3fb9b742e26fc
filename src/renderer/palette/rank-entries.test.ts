import { expect, test } from 'vitest'
import { rankEntries } from './rank-entries.ts'

const entries = [
  { title: 'Run' },
  { title: 'Choose preset: Course demo' },
  { title: 'Choose preset: Over-subscription' },
  { title: 'Open run: Überlast', alias: 'nas nightly' },
  { title: 'Cancel' },
]
const found = (query: string): readonly string[] => rankEntries(entries, query, 10).map(({ title }) => title)

test('nothing typed lists everything, up to the limit', () => {
  expect(rankEntries(entries, ' ', 2)).toEqual(entries.slice(0, 2))
})

test('every word must fit, in any order; what fits better comes first', () => {
  expect(found('run')).toEqual(['Run', 'Open run: Überlast'])
  expect(found('demo pre')).toEqual(['Choose preset: Course demo'])
  expect(found('run demo')).toEqual([])
})

test('accents, capitals and left-out letters do not matter, and other words find it, too', () => {
  expect(found('uberl')).toEqual(['Open run: Überlast'])
  expect(found('CNCL')).toEqual(['Cancel'])
  expect(found('nightly')).toEqual(['Open run: Überlast'])
})
