import { expect, test } from 'vitest'
import { fakeListing, fakeUnreadable } from './fake-entries.ts'
import { findEntry } from './find-entry.ts'

const newest = fakeListing({ id: '20261102-120000-bbbbbbbb' })
const middle = fakeListing({ id: '20261101-120000-abcdef01' })
const oldest = fakeListing({ id: '20261101-120000-abc99999' })
const entries = [fakeUnreadable('odd'), newest, middle, oldest]

test('a run is found by its id, by what only it begins with, and by being the latest', () => {
  for (const [name, entry] of [
    [newest.id, newest],
    ['20261102', newest],
    ['20261101-120000-ABCD', middle],
    ['latest', newest],
    ['Latest', newest],
    ['od', entries[0]],
  ] as const)
    expect(findEntry(entries, name), name).toEqual({ kind: 'found', entry })
})

test('what several begin with is ambiguous, unless it is all of an id', () => {
  const short = fakeListing({ id: '20261101' })
  expect([findEntry(entries, '20261101-1'), findEntry([...entries, short], '20261101')]).toEqual([
    { kind: 'ambiguous', entries: [middle, oldest] },
    { kind: 'found', entry: short },
  ])
})

test('what is not there is missing, with what may have been meant', () => {
  expect([
    findEntry(entries, '20261101-120000-abcdef00'),
    findEntry(entries, '20261201-1200'),
    findEntry(entries, 'nonsense'),
    findEntry(entries, ''),
    findEntry([fakeUnreadable('odd')], 'latest'),
    findEntry([], 'x'),
  ]).toEqual([
    { kind: 'missing', nearest: middle },
    { kind: 'missing', nearest: middle },
    { kind: 'missing', nearest: null },
    { kind: 'missing', nearest: null },
    { kind: 'missing', nearest: null },
    { kind: 'missing', nearest: null },
  ])
})
