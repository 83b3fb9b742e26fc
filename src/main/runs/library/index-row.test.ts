import { expect, test } from 'vitest'
import { fakeEntries, fakeListing, fakeUnreadable } from '#shared/library/fake-entries.ts'
import type { RunListing } from '#shared/model/saved-run.ts'
import { isLasting, rowOf, RowReader } from './index-row.ts'

const entries: RunListing[] = [
  ...fakeEntries(20).filter((entry) => entry.kind === 'run'),
  fakeListing({ phase: 'interrupted', makespanMs: null, outcomes: null, machine: { hostName: null } }),
  fakeListing({
    origin: { kind: 'imported', fileName: 'a "b".html' },
    labels: { title: 't', tags: ['x', 'y'], note: 'n\nm' },
  }),
  fakeListing({
    origin: { kind: 'experiment', experimentId: 'e', experiment: 'scaling', variant: 'cpu=2', round: 3 },
  }),
  fakeListing({ origin: { kind: 'measured', by: 'command-line' }, phase: 'broken' }),
  { ...fakeListing(), isDisturbed: true },
  {
    ...fakeListing(),
    taskscope: '1.2.3',
    chosen: { cpuWorkers: 4, policy: 'longest-first', taskTimeoutMs: null },
  },
]

const written = (entry: RunListing): unknown[] => JSON.parse(JSON.stringify(rowOf(entry))) as unknown[]

test('every listing comes back as it was', () => {
  const reader = new RowReader()
  expect(entries.map((entry) => reader.read(entry.id, written(entry)))).toEqual(entries)
})

test('a value of another kind, at any place, makes it no row', () => {
  const reader = new RowReader()
  for (const entry of entries) {
    const row = written(entry)
    for (const at of row.keys()) {
      for (const wrong of [undefined, true, -1, {}, [7], 'nonsense'])
        expect(
          () => reader.read(entry.id, row.with(at, wrong)),
          `${at}: ${JSON.stringify(wrong)}`,
        ).not.toThrow()
      expect(reader.read(entry.id, row.with(at, true)), String(at)).toBe(null)
    }
    expect(reader.read(entry.id, row.slice(0, -1))).toBe(null)
  }
})

test('only runs that are over are worth keeping', () => {
  expect(
    [
      fakeListing(),
      fakeListing({ phase: 'interrupted' }),
      fakeListing({ phase: 'running' }),
      fakeUnreadable('x'),
    ].map(isLasting),
  ).toEqual([true, true, false, false])
})
