import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeEntries } from '#shared/library/fake-entries.ts'
import { searchEntries } from '#shared/library/search-entries.ts'
import { sortEntries } from '#shared/library/sort-entries.ts'
import type { LibraryEntry, LibrarySnapshot, RunListing } from '#shared/model/saved-run.ts'
import { RunLibrary } from '../src/main/runs/library/run-library.ts'

import { median, printTable } from './table.ts'

const runs = 10_000
/** What listing, and what a search, may take. */
const mostMs = 100

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-bench-'))
  const longAgo = new Date(Date.now() - 60_000)
  for (const entry of fakeEntries(runs)) {
    const run = join(folder, entry.id)
    mkdirSync(run)
    // The columns are there to be left alone.
    writeFileSync(join(run, 'tasks.arrows'), 'not to be read')
    // As long as a run's document is.
    writeFileSync(join(run, 'run.json'), JSON.stringify({ ...entry, plan: 'x'.repeat(6_000) }))
    utimesSync(run, longAgo, longAgo)
    utimesSync(join(run, 'run.json'), longAgo, longAgo)
  }
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }), 120_000)

function parseEntry(text: string): LibraryEntry {
  const { plan, ...entry } = JSON.parse(text) as RunListing & { readonly plan: string }
  if (plan === '') throw new Error('Expected a plan, got none')
  return entry
}

const readEntry = async (run: string): Promise<LibraryEntry> =>
  parseEntry(await readFile(join(run, 'run.json'), 'utf8'))

/** As a process that has just started. */
const open = (): RunLibrary =>
  new RunLibrary({ folder, readListing: readEntry, moveToTrash: () => Promise.resolve() })

async function timeMs(rounds: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedMs = performance.now()
    await work()
    times.push(performance.now() - startedMs)
  }
  return median(times)
}

test('ten thousand runs are listed and searched at once', async () => {
  const firstMs = await timeMs(1, () => open().snapshot())
  let snapshot: LibrarySnapshot = await open().snapshot()
  const againMs = await timeMs(7, async () => (snapshot = await open().snapshot()))
  const { entries } = snapshot
  expect(entries.length).toBe(runs)
  // The usual way: every run's own file, one after the other.
  const peerMs = await timeMs(3, () =>
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => parseEntry(readFileSync(join(folder, name, 'run.json'), 'utf8'))),
  )
  const firstSearchMs = await timeMs(1, () => searchEntries(entries, 'nightly scheduler'))
  const searchMs = await timeMs(9, () =>
    searchEntries(entries, 'nightly scheduler after:2026-01-01 -is:failed'),
  )
  const sortMs = await timeMs(9, () => sortEntries(entries, { column: 'makespan', direction: 'ascending' }))
  printTable(
    'Ten thousand runs',
    ['what', 'ms'],
    [
      ['list in a new process, by the index', againMs.toFixed(1)],
      ['list without an index (once)', firstMs.toFixed(0)],
      ['peer: read each run.json', peerMs.toFixed(0)],
      ['first search', firstSearchMs.toFixed(1)],
      ['every further search', searchMs.toFixed(1)],
      ['sort by a column', sortMs.toFixed(1)],
    ],
  )
  expect(againMs).toBeLessThan(peerMs)
  expect(againMs + firstSearchMs).toBeLessThan(mostMs)
  expect(searchMs + sortMs).toBeLessThan(mostMs)
})
