import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Run } from '#shared/model/run.ts'
import { jsonReport } from '../../reports/json-report.ts'
import { archiveRun } from '../archive/archive-run.ts'
import { gathered } from '../archive/fake-archive.ts'
import { noteFile, writerIdentity } from '../folder/writer-identity.ts'
import { columnsOf } from '../reading/fake-comparable.ts'
import { richRun } from '../reading/fake-rich-run.ts'
import { fakeFacts, writeFakeFolder } from '../fake-run-folder.ts'
import { readRunFolder } from '../reading/read-run-folder.ts'
import { importInto } from './import-into.ts'

const folder = mkdtempSync(join(tmpdir(), 'taskscope-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

const facts = { taskscope: '9.9.9' }
const labels = { title: 'Baseline', tags: ['ci'], note: '' }
const run = richRun()
/** Another run that has come by the same id. */
const other: Run = { ...run, header: { ...run.header, startedAt: '2026-11-23T08:00:00.000Z' } }

async function archiveOf(name: string, given: Run): Promise<string> {
  const file = join(folder, name)
  writeFileSync(file, await gathered(archiveRun(given, { ...fakeFacts, labels })))
  return file
}

test('a run comes into a library with its columns, its labels, and where it is from', async () => {
  const library = join(folder, 'new', 'library')
  const file = await archiveOf('mine.taskscope', run)
  expect(await importInto(library, file, facts)).toEqual({ kind: 'added', id: 'run' })
  const back = await readRunFolder(join(library, 'run'))
  expect(columnsOf(back.run)).toEqual(columnsOf(run))
  // Who recorded it is known, and stays so.
  expect(back).toMatchObject({
    labels,
    document: { origin: { kind: 'imported', fileName: 'mine.taskscope' }, taskscope: '1.2.3' },
  })
})

test('a report that does not say who recorded it was first imported by this version', async () => {
  const library = join(folder, 'reports')
  const file = join(folder, 'report.json')
  writeFileSync(file, [...jsonReport(run)].join(''))
  expect(await importInto(library, file, facts)).toEqual({ kind: 'added', id: 'run' })
  expect((await readRunFolder(join(library, 'run'))).document.taskscope).toBe('9.9.9')
})

test('a run that is there already is not doubled; another of its id gets one of its own', async () => {
  const library = join(folder, 'twice')
  const first = await archiveOf('first.taskscope', run)
  const second = await archiveOf('second.taskscope', other)
  const without = await archiveOf('without.taskscope', {
    ...run,
    header: { ...run.header, environment: { ...run.header.environment, operatingSystem: 'Some OS' } },
  })
  expect(await importInto(library, first, facts)).toEqual({ kind: 'added', id: 'run' })
  expect(await importInto(library, first, facts)).toEqual({ kind: 'known', id: 'run' })
  // Given away without what is private, it is the same run still.
  expect(await importInto(library, without, facts)).toEqual({ kind: 'known', id: 'run' })
  expect(await importInto(library, second, facts)).toEqual({ kind: 'added', id: 'run-2' })
  expect(await importInto(library, second, facts)).toEqual({ kind: 'known', id: 'run-2' })
  expect(readdirSync(library).sort()).toEqual(['run', 'run-2'])
  expect((await readRunFolder(join(library, 'run-2'))).run.header.id).toBe('run-2')
})

test('what cannot be read in a run’s place is left alone', async () => {
  const library = join(folder, 'broken')
  mkdirSync(join(library, 'run'), { recursive: true })
  writeFileSync(join(library, 'run', 'keep.txt'), 'me')
  const file = await archiveOf('again.taskscope', run)
  expect(await importInto(library, file, facts)).toEqual({ kind: 'added', id: 'run-2' })
  expect(readdirSync(join(library, 'run'))).toEqual(['keep.txt'])
})

test('a run that is being recorded is refused; one that was interrupted is not', async () => {
  const library = join(folder, 'over')
  const running = writeFakeFolder(join(folder, 'running'), { ...run, phase: { kind: 'running' } })
  const counters = { recordedUntilMs: 1, droppedEvents: 0, slicesLeftOut: 0 }
  writeFileSync(join(running, 'writing.json'), noteFile({ ...writerIdentity(), ...counters }))
  await expect(importInto(library, running, facts)).rejects.toThrow(
    'running: expected a run that is over, got one that is being recorded.',
  )
  const interrupted = writeFakeFolder(join(folder, 'interrupted'), { ...run, phase: { kind: 'running' } })
  expect(await importInto(library, interrupted, facts)).toEqual({ kind: 'added', id: 'run' })
  expect((await readRunFolder(join(library, 'run'))).run.phase).toEqual({ kind: 'interrupted' })
})

test('where nothing can be written, a sentence says why', async () => {
  const library = join(folder, 'file')
  writeFileSync(library, '')
  await expect(importInto(library, await archiveOf('x.taskscope', run), facts)).rejects.toMatchObject({
    name: 'InputError',
  })
})
