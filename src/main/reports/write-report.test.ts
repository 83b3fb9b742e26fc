import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { whyUnwritable, writePieces, writeReport } from './write-report.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskscope-report-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

function* breaking(): Generator<string> {
  yield 'half'
  throw new Error('The run is gone')
}

test('a report replaces the file of its name and leaves nothing beside it', async () => {
  const file = join(folder, 'report.html')
  await writeFile(file, 'old')
  await writeReport(file, ['one ', 'two'])
  expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual(['one two', ['report.html']])
})

test('a report that breaks off leaves the old file as it was, and nothing beside it', async () => {
  const file = join(folder, 'report.html')
  await writeFile(file, 'old')
  await expect(writeReport(file, breaking())).rejects.toThrow('The run is gone')
  expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual(['old', ['report.html']])
})

test('a report of many pages arrives whole and in order', async () => {
  const file = join(folder, 'report.json')
  const pieces = Array.from({ length: 2_000 }, (_, position) => `${position}:${'ä'.repeat(300)}\n`)
  await writeReport(file, pieces)
  expect(await readFile(file, 'utf8')).toBe(pieces.join(''))
})

test('pieces go to a stream that stays open', async () => {
  const stream = new PassThrough()
  const all = text(stream)
  await writePieces(stream, ['a', 'b'])
  stream.end('c')
  expect(await all).toBe('abc')
})

test('an unwritable place is explained in a sentence, a writable one is not', async () => {
  expect(await whyUnwritable(join(folder, 'new.html'))).toBeNull()
  expect(await whyUnwritable(folder)).toBe(`${folder} is a folder: expected the name of a file.`)
  expect(await whyUnwritable(join(folder, 'missing', 'new.html'))).toMatch(/cannot be written: ENOENT/)
  await writeFile(join(folder, 'file'), '')
  expect(await whyUnwritable(join(folder, 'file', 'new.html'))).toMatch(
    /cannot be written: ENOTDIR|is not a folder/,
  )
})

test('a report written through a link replaces what the link points to, and the link stays', async () => {
  const real = join(folder, 'real.json')
  const link = join(folder, 'link.json')
  await writeFile(real, 'old')
  await symlink(real, link)
  await writeReport(link, ['new'])
  expect([await readFile(real, 'utf8'), (await readdir(folder)).sort()]).toEqual([
    'new',
    ['link.json', 'real.json'],
  ])
  expect((await lstat(link)).isSymbolicLink()).toBe(true)
})
