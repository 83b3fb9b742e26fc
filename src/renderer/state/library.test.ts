import { expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import { noLabels, type LibraryEntry, type LibraryUsage } from '#shared/model/saved-run.ts'
import { FakeApi, settled } from './fake-api.ts'
import { fakeListing } from './fake-listing.ts'
import { Library } from './library.svelte.ts'

const usage: LibraryUsage = { bytes: 3, runs: 3, limitBytes: null }
const id = (name: string): RunId => name as RunId

const entries: readonly LibraryEntry[] = [
  fakeListing({
    id: 'c',
    startedAt: '2026-11-03T10:00:00Z',
    makespanMs: 30,
    labels: { ...noLabels, tags: ['nas'] },
  }),
  fakeListing({
    id: 'b',
    startedAt: '2026-11-02T10:00:00Z',
    makespanMs: 10,
    labels: { ...noLabels, tags: ['nas', 'night'] },
  }),
  fakeListing({ id: 'a', startedAt: '2026-11-01T10:00:00Z', makespanMs: 20, presetTitle: 'Tiny tasks' }),
]

async function read(known = entries) {
  const fake = new FakeApi({ readLibrary: () => Promise.resolve({ entries: known, usage }) })
  const library = new Library(fake.api)
  const stop = library.follow()
  await settled()
  return { fake, library, stop, ids: () => library.listed.map((entry) => entry.id as string) }
}

test('runs are listed newest first, and sorted by a column first one way, then the other', async () => {
  const { library, ids } = await read()
  const orders = [ids()]
  library.sortBy('makespan')
  orders.push(ids())
  library.sortBy('makespan')
  orders.push(ids())
  expect(orders).toEqual([
    ['c', 'b', 'a'],
    ['b', 'a', 'c'],
    ['c', 'a', 'b'],
  ])
})

test('search and tags both narrow the list', async () => {
  const { library, ids } = await read()
  library.query = 'tiny'
  expect(ids()).toEqual(['a'])
  library.query = ''
  library.toggleTag('nas')
  expect(ids()).toEqual(['c', 'b'])
  library.toggleTag('night')
  expect([ids(), library.isFiltered]).toEqual([['b'], true])
  library.clearFilter()
  expect([ids().length, library.isFiltered]).toEqual([3, false])
})

test('what has changed takes its place, what is new comes first, and what is gone goes with its selection', async () => {
  const { fake, library, ids } = await read()
  library.choose(id('b'), 'only')
  fake.tell('libraryChange', {
    changed: [
      fakeListing({ id: 'd', startedAt: '2026-11-04T10:00:00Z' }),
      fakeListing({ id: 'a', startedAt: '2026-11-01T10:00:00Z', presetTitle: 'Renamed' }),
    ],
    removed: [id('b')],
    usage: { ...usage, bytes: 4 },
  })
  expect(ids()).toEqual(['d', 'c', 'a'])
  expect([library.usage.bytes, [...library.selectedIds], library.cursor]).toEqual([4, ['a'], 'a'])
})

test('a tag that no run has any more filters nothing', async () => {
  const { fake, library, ids } = await read()
  library.toggleTag('night')
  fake.tell('libraryChange', { changed: [fakeListing({ id: 'b' })], removed: [], usage })
  expect([library.tags, ids().length]).toEqual([[], 3])
})

test('changes that arrive before the list does are not lost', async () => {
  const fake = new FakeApi({ readLibrary: () => Promise.resolve({ entries, usage }) })
  const library = new Library(fake.api)
  library.follow()
  fake.tell('libraryChange', { changed: [], removed: [id('c')], usage: { ...usage, runs: 2 } })
  expect(library.isKnown).toBe(false)
  await settled()
  expect([library.total, library.usage.runs]).toEqual([2, 2])
})

test('a library that cannot be read says so, and can be read again', async () => {
  let isBroken = true
  const fake = new FakeApi({
    readLibrary: () =>
      isBroken ? Promise.reject(new Error('no such folder')) : Promise.resolve({ entries, usage }),
  })
  const library = new Library(fake.api)
  library.follow()
  await settled()
  expect([library.isKnown, library.problem]).toEqual([
    false,
    'The saved runs could not be listed: no such folder',
  ])
  isBroken = false
  await library.read()
  expect([library.isKnown, library.problem, library.total]).toEqual([true, null, 3])
})

test('the keyboard goes through the list as it is sorted and filtered', async () => {
  const { library } = await read()
  library.query = 'is:tagged'
  library.move(1, 'only')
  library.move(1, 'extend')
  library.move(1, 'extend')
  expect([[...library.selectedIds], library.cursor]).toEqual([['c', 'b'], 'b'])
  library.query = ''
  library.selectAll()
  expect(library.selected.length).toBe(3)
  library.deselect()
  expect([library.selected.length, library.cursor]).toEqual([0, null])
})

test('nobody follows a library that is no longer followed', async () => {
  const { fake, stop } = await read()
  stop()
  expect(fake.followers).toBe(0)
})
