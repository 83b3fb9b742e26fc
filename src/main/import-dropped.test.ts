import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import { importDropped } from './import-dropped.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'taskscope-dropped-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const secret = 'the-password-is-moon'

test('what is called otherwise than files with runs is not opened, and a run folder is its document', async () => {
  const runFolder = join(folder, '2026-run')
  mkdirSync(runFolder)
  writeFileSync(join(runFolder, 'run.json'), '{}')
  const opened: string[] = []
  const answer = await importDropped(
    ['/etc/passwd', '/a/b.taskscope', '/a/c.HTML', '/a/id_rsa', runFolder, folder],
    (files) => {
      opened.push(...files)
      return Promise.resolve({ runIds: ['one' as RunId], problems: [], refusedFiles: [] })
    },
  )
  expect(opened).toEqual(['/a/b.taskscope', '/a/c.HTML', join(runFolder, 'run.json')])
  expect(answer).toMatchObject({ kind: 'imported', runIds: ['one'] })
  expect(answer.kind === 'imported' && answer.problems.map((one) => one.split(':')[0])).toEqual([
    'passwd',
    'id_rsa',
    folder.split('/').at(-1),
  ])
})

test('a refusal names the file and nothing of what is in it, whether it was refused, missing, or broke the reader', async () => {
  const paths = ['/home/ada/here.json', '/home/ada/missing.json']
  const refused = await importDropped(paths, (files) =>
    Promise.resolve({
      runIds: [],
      problems: [`here.json: expected a run, got ${secret}`, 'missing.json: got nothing of that name.'],
      refusedFiles: files,
    }),
  )
  const broken = await importDropped(paths, () => Promise.reject(new Error(`/home/ada: ${secret}`)))
  expect(refused).toEqual(broken)
  expect(refused).toEqual({
    kind: 'imported',
    runIds: [],
    problems: ['here.json', 'missing.json'].map(
      (name) => `${name}: no run could be imported from it; “Import…” says why.`,
    ),
  })
})
