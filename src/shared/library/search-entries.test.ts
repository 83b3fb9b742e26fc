import { expect, test } from 'vitest'
import { fakeListing, fakeUnreadable } from './fake-entries.ts'
import { parseQuery } from './parse-query.ts'
import { countTags, searchEntries } from './search-entries.ts'

const local = (...parts: [number, number, number, number?]): string => new Date(...parts).toISOString()
const entries = [
  fakeListing({ id: 'titled', labels: { title: 'Before the Change', tags: ['nightly', 'Two Words'] } }),
  fakeListing({
    id: 'noted',
    labels: { note: 'The fan was loud' },
    strategy: 'threads',
    startedAt: local(2026, 9, 31, 23),
  }),
  fakeListing({
    id: 'failed',
    outcomes: { succeeded: 9, failed: 1, cancelled: 0, 'timed-out': 1 },
    presetId: 'mix',
    presetTitle: 'The mix',
  }),
  fakeListing({
    id: 'cut',
    phase: 'interrupted',
    makespanMs: null,
    outcomes: null,
    startedAt: local(2026, 10, 1),
  }),
  fakeListing({
    id: 'sweeping',
    origin: { kind: 'experiment', experimentId: 'x', experiment: 'scaling', variant: 'cpu=2', round: 0 },
  }),
  fakeListing({
    id: 'sent',
    machine: { hostName: null, cpuModel: 'Other CPU' },
    origin: { kind: 'imported', fileName: 'from-bob.html' },
    startedAt: local(2026, 10, 2),
  }),
  fakeListing({ id: 'planned', outcomes: { succeeded: 9, failed: 0, cancelled: 2, 'timed-out': 0 } }),
  fakeListing({ id: 'live', phase: 'running', makespanMs: null, outcomes: null }),
  fakeUnreadable('odd folder', 'run.json: expected an object, got a list.'),
]
const found = (query: string): string =>
  searchEntries(entries, query)
    .map(({ id }) => id)
    .join(' ')
const all = entries.map(({ id }) => id).join(' ')

test.each<[string, string]>([
  ['', all],
  ['  ', all],
  ['change', 'titled'],
  ['CHANGE before', 'titled'],
  ['"the change"', 'titled'],
  ['"change the"', ''],
  ['"the cha', 'titled'],
  ['loud', 'noted'],
  ['mix', 'failed'],
  ['bob', 'sent'],
  ['cpu=2', 'sweeping'],
  ['list', 'odd folder'],
  ['tag:nightly', 'titled'],
  ['tag:"two words"', 'titled'],
  ['tag:night', ''],
  ['tag:', all],
  ['-tag:nightly is:measured -is:running', 'noted failed cut planned'],
  ['preset:mix', 'failed'],
  ['preset:"the mi"', 'failed'],
  ['strategy:thr', 'noted'],
  ['machine:other', 'sent'],
  ['id:PL', 'planned'],
  ['is:interrupted', 'cut'],
  ['is:failed', 'failed'],
  ['is:tagged', 'titled'],
  ['is:annotated', 'noted'],
  ['is:labelled', 'titled noted'],
  ['is:experiment', 'sweeping'],
  ['is:imported', 'sent'],
  ['is:running', 'live'],
  ['is:unreadable', 'odd folder'],
  ['is:succeeded -is:experiment', 'titled noted sent planned'],
  ['after:2026-11-01 before:2026-11-02 is:interrupted', 'cut'],
  ['before:2026-11', 'noted'],
  ['after:2026-11-02', 'sent'],
  ['before:2026', ''],
  ['-', all],
])('%j finds %j', (query, ids) => {
  expect(found(query)).toBe(ids)
})

test('what means nothing is said, and left out of the search', () => {
  const { problems } = parseQuery('is:good after:2026-11-31 before:soon change')
  expect([
    found('is:good after:2026-11-31 change'),
    problems.map((problem) => problem.replace(/one of .*,/, 'one of …,')),
  ]).toEqual([
    'titled',
    [
      'is: expected one of …, got "good".',
      'after: expected a date such as 2026-11-01, got "2026-11-31".',
      'before: expected a date such as 2026-11-01, got "soon".',
    ],
  ])
})

test('a word with a colon of its own is a word', () => {
  const entry = fakeListing({ labels: { note: 'later: http://somewhere/' } })
  expect([searchEntries([entry], 'later: http://some'), searchEntries([entry], 'earlier:')]).toEqual([
    [entry],
    [],
  ])
})

test('tags are counted, the most frequent first', () => {
  const tagged = [['a', 'b'], ['b'], ['c'], []].map((tags) => fakeListing({ labels: { tags } }))
  expect(countTags([...tagged, fakeUnreadable('x')])).toEqual([
    { tag: 'b', count: 2 },
    { tag: 'a', count: 1 },
    { tag: 'c', count: 1 },
  ])
})
