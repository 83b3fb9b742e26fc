import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { summarize } from '#shared/analysis/summary.ts'
import type { Run } from '#shared/model/run.ts'
import { noteFile, writerIdentity } from '../folder/writer-identity.ts'
import { richRun } from './fake-rich-run.ts'
import { writeFakeFolder } from '../fake-run-folder.ts'
import { writeLabels } from './labels.ts'
import { readRunListing } from './run-listing.ts'

const library = mkdtempSync(join(tmpdir(), 'taskscope-listing-'))
afterAll(() => rmSync(library, { recursive: true }))

let folders = 0
const folderOf = (run: Run): string => writeFakeFolder(join(library, `run-${folders++}`), run)

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

test('a run is listed from its small files: garbled columns do not keep it from that', async () => {
  const run = richRun()
  const { header } = run
  const environment = { ...header.environment, hostName: 'lab-7' }
  const folder = folderOf({ ...run, header: { ...header, environment } })
  await writeLabels(folder, { title: 'A', tags: ['b'], note: 'c' })
  writeFileSync(join(folder, 'tasks.arrows'), 'nothing')
  expect(await readRunListing(folder)).toEqual({
    kind: 'run',
    id: 'run-0',
    startedAt: '2026-11-22T08:00:00.000Z',
    presetId: 'fake',
    presetTitle: 'Fake',
    strategy: 'hybrid',
    taskCount: 3,
    phase: 'completed',
    makespanMs: summarize(run).makespanMs,
    outcomes: { succeeded: 2, failed: 1, cancelled: 0, 'timed-out': 0 },
    machine: {
      hostName: 'lab-7',
      cpuModel: 'Fake CPU',
      cores: environment.cores,
      operatingSystem: 'Fake OS',
    },
    origin: { kind: 'measured', by: 'app' },
    labels: { title: 'A', tags: ['b'], note: 'c' },
    bytes: sizeOf(folder),
    taskscope: '1.2.3',
    chosen: {},
  })
})

test('a run under way is listed as such while its writer lives, and as interrupted after', async () => {
  const folder = folderOf({ ...richRun(), phase: { kind: 'running' } })
  const counters = { recordedUntilMs: 1, droppedEvents: 0, slicesLeftOut: 0 }
  const unknown = { makespanMs: null, outcomes: null, machine: { hostName: null } }
  writeFileSync(join(folder, 'writing.json'), noteFile({ ...writerIdentity(), ...counters }))
  expect(await readRunListing(folder)).toMatchObject({ phase: 'running', ...unknown })
  writeFileSync(
    join(folder, 'writing.json'),
    noteFile({ ...writerIdentity(), ...counters, processStart: '-1' }),
  )
  expect(await readRunListing(folder)).toMatchObject({ phase: 'interrupted', ...unknown })
  rmSync(join(folder, 'writing.json'))
  expect(await readRunListing(folder)).toMatchObject({ phase: 'interrupted' })
})

test('what cannot be read is listed with the reason and its size', async () => {
  const folder = folderOf(richRun())
  truncateSync(join(folder, 'run.json'), 100)
  const bytes = sizeOf(folder)
  const entry = await readRunListing(folder)
  expect(entry).toMatchObject({ kind: 'unreadable', id: 'run-2', bytes })
  expect(entry).toHaveProperty('message', expect.stringMatching(/^run\.json: expected a JSON document, got/))
  rmSync(join(folder, 'run.json'))
  expect(await readRunListing(folder)).toMatchObject({
    message: 'run.json: expected a file, got nothing of that name.',
  })
})

test('a folder that is not there is nobody’s', async () => {
  await expect(readRunListing(join(library, 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
})
