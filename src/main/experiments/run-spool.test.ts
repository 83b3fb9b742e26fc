import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { jsonReport } from '../reports/json-report.ts'
import { writeRunFolder } from '../runs/folder/write-run-folder.ts'
import { runOf } from './fake-hosts.ts'
import { RunSpool } from './run-spool.ts'

const system = process.env['TMPDIR']
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  process.env['TMPDIR'] = folder
})
afterAll(() => {
  if (system === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = system
  rmSync(folder, { recursive: true })
})

/** All that there is to tell of a run: its columns have room for more than they hold. */
const told = (run: Run): unknown => JSON.parse([...jsonReport(run)].join(''))

test('a run comes back as it was, columns and all', async () => {
  const spool = await RunSpool.open()
  const run = runOf('one', 100)
  await spool.keep(run)
  expect(told(await spool.read(run.header.id))).toEqual(told(run))
  await spool.close()
})

test('records in a library stay when the spool is closed; a run that is kept twice is there once', async () => {
  const library = join(folder, 'library')
  const spool = await RunSpool.open({ folder: library, taskscope: '1.2.3' })
  const origin = { kind: 'measured', by: 'app' } as const
  expect(spool.recordOf(origin)).toMatchObject({ library, facts: { origin, taskscope: '1.2.3' } })
  const run = runOf('one', 100)
  await spool.keep(run)
  await spool.keep(run)
  await spool.close()
  expect(told(await spool.read(run.header.id))).toEqual(told(run))
  rmSync(library, { recursive: true })
})

test('a run that the library has not, or has a part of, is read from where it is kept until the spool is closed', async () => {
  const library = join(folder, 'part')
  const spool = await RunSpool.open({ folder: library, taskscope: '' })
  const { temporary, facts } = spool.recordOf({ kind: 'measured', by: 'app' })
  const run = runOf('one', 100)
  mkdirSync(join(library, 'one'), { recursive: true })
  await writeRunFolder(temporary ?? '', run, facts)
  expect(told(await spool.read(run.header.id))).toEqual(told(run))
  await spool.close()
  await expect(spool.read(run.header.id)).rejects.toThrow(/^The record of run one is gone: /)
  rmSync(library, { recursive: true })
})

test('a run whose record is gone, or could not be kept, is refused with a sentence; the others are read', async () => {
  const spool = await RunSpool.open()
  const one = runOf('one', 100)
  await spool.keep(one)
  spool.noteProblem('two' as RunId, 'The disk was full.')
  await expect(spool.read('three' as RunId)).rejects.toThrow(/^The record of run three is gone: /)
  await expect(spool.read('two' as RunId)).rejects.toThrow('The disk was full.')
  const all = await spool.readAll(['one', 'two', 'three'] as RunId[])
  expect([...all.keys()]).toEqual(['one'])
  await spool.close()
  const unwritable = await RunSpool.open({ folder: '/dev/null/library', taskscope: '' })
  await unwritable.keep(one)
  await expect(unwritable.read(one.header.id)).rejects.toThrow(/^The record of this run could not be kept: /)
  await unwritable.close()
})

test('closing removes the folder, and opening those of processes that are no more', async () => {
  // No process has a number this high: Linux counts to 4,194,304.
  mkdirSync(join(folder, 'taskscope-experiment-99999999-abandoned'))
  mkdirSync(join(folder, `taskscope-experiment-${process.ppid}-alive`))
  mkdirSync(join(folder, 'somebody-elses'))
  const spool = await RunSpool.open()
  await spool.close()
  await spool.close()
  expect(readdirSync(folder).sort()).toEqual(['somebody-elses', `taskscope-experiment-${process.ppid}-alive`])
})
