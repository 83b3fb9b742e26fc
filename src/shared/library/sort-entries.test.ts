import { expect, test } from 'vitest'
import { fakeListing, fakeUnreadable } from './fake-entries.ts'
import { entryColumns, sortEntries, type EntryColumn, type SortDirection } from './sort-entries.ts'

const entries = [
  fakeListing({
    id: 'a',
    startedAt: '2026-11-02T00:00:00Z',
    makespanMs: 20,
    bytes: 1,
    labels: { tags: ['x'] },
  }),
  fakeListing({
    id: 'b',
    startedAt: '2026-11-01T00:00:00Z',
    makespanMs: null,
    bytes: 3,
    strategy: 'threads',
    phase: 'interrupted',
    outcomes: null,
  }),
  fakeListing({
    id: 'c',
    startedAt: '2026-11-03T00:00:00Z',
    makespanMs: 3,
    bytes: 2,
    presetTitle: 'A preset',
    presetId: 'z',
    taskCount: 5,
  }),
  fakeListing({
    id: 'd',
    startedAt: '2026-11-02T00:00:00Z',
    makespanMs: 20,
    bytes: 2,
    labels: { title: 'bee' },
    outcomes: { succeeded: 1, failed: 9, cancelled: 0, 'timed-out': 0 },
    machine: { hostName: null, cpuModel: 'A CPU' },
  }),
  fakeUnreadable('e'),
]
const sorted = (column: EntryColumn, direction: SortDirection): string =>
  sortEntries(entries, { column, direction })
    .map(({ id }) => id)
    .join('')

test('every column sorts both ways, equal ones keep their order, and what it does not know comes last', () => {
  expect(
    Object.fromEntries(
      entryColumns.map((column) => [column, [sorted(column, 'ascending'), sorted(column, 'descending')]]),
    ),
  ).toEqual({
    started: ['badce', 'cadbe'],
    title: ['cdeab', 'abedc'],
    preset: ['abdce', 'cabde'],
    strategy: ['acdbe', 'bacde'],
    makespan: ['cadbe', 'adcbe'],
    tasks: ['cabde', 'abdce'],
    outcome: ['acbde', 'edbac'],
    machine: ['dabce', 'abcde'],
    tags: ['abcde', 'abcde'],
    size: ['acdbe', 'ebcda'],
  })
})
