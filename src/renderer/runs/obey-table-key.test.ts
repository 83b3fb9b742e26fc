import { expect, test } from 'vitest'
import { FakeApi, settled } from '../state/fake-api.ts'
import { fakeListing } from '../state/fake-listing.ts'
import { Exports } from '../state/export.svelte.ts'
import { Runs } from '../state/runs.ts'
import { Settings } from '../state/settings.svelte.ts'
import { obeyTableKey, type TableKey } from './obey-table-key.ts'

async function make() {
  const entries = [
    fakeListing({ id: 'c', startedAt: '2026-11-03T10:00:00Z' }),
    fakeListing({ id: 'b', startedAt: '2026-11-02T10:00:00Z', phase: 'running' }),
    fakeListing({ id: 'a', startedAt: '2026-11-01T10:00:00Z' }),
  ]
  const fake = new FakeApi({
    readLibrary: () => Promise.resolve({ entries, usage: { bytes: 3, runs: 3, limitBytes: null } }),
    openRun: () => Promise.resolve({ kind: 'opened' }),
  })
  const memory = { getItem: () => null, setItem: () => undefined }
  const views: string[] = []
  const runs = new Runs({
    api: fake.api,
    settings: new Settings(),
    exports: new Exports(fake.api, memory),
    show: (view) => views.push(view),
  })
  runs.follow()
  await settled()
  const press = (key: string, more: Partial<TableKey> = {}): boolean =>
    obeyTableKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...more }, runs, 10)
  return { runs, views, press, ids: () => [...runs.library.selectedIds] as string[] }
}

test('arrows, pages and ends go through the list, and Shift takes rows along', async () => {
  const { press, ids } = await make()
  const seen: string[][] = []
  for (const [key, shiftKey] of [
    ['ArrowDown', false],
    ['ArrowDown', false],
    ['End', true],
    ['PageUp', false],
  ] as const) {
    press(key, { shiftKey })
    seen.push(ids())
  }
  expect(seen).toEqual([['c'], ['b'], ['b', 'a'], ['c']])
})

test('all rows are selected at once, and none again', async () => {
  const { press, ids } = await make()
  press('a', { ctrlKey: true })
  expect(ids().length).toBe(3)
  press('Escape')
  expect(ids()).toEqual([])
})

test('Enter opens the row of the keyboard in the Lab, Delete asks first', async () => {
  const { runs, views, press } = await make()
  press('ArrowDown')
  press('Enter')
  await settled()
  expect(views).toEqual(['lab'])
  press('Delete')
  expect(runs.commands.toDelete.map(({ id }) => id as string)).toEqual(['c'])
})

test('keys that mean nothing to the table are left to others', async () => {
  const { press } = await make()
  expect([press('x'), press('Enter', { ctrlKey: true }), press('ArrowDown', { metaKey: true })]).toEqual([
    false,
    false,
    false,
  ])
})

test('only one run that is over can be exported, under the name that it goes by', async () => {
  const { runs, press } = await make()
  press('ArrowDown')
  const first = runs.exportable
  press('ArrowDown')
  const running = runs.exportable
  press('a', { ctrlKey: true })
  expect([first, running, runs.exportable]).toEqual([{ runId: 'c', title: 'Course demo' }, null, null])
})
