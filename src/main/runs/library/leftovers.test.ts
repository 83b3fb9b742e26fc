import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteFile, writerIdentity } from '../folder/writer-identity.ts'
import { LibraryGround } from './library-ground.ts'

const token = 'abcdef01'
let ground: LibraryGround
beforeEach(() => {
  ground = new LibraryGround()
  // Some of what is asked here is when a folder got its name, which only the system's clock says.
  ground.nowMs = Date.now()
})
afterEach(() => ground.close())

const note = (processId: number): Uint8Array =>
  noteFile({ ...writerIdentity(), processId, recordedUntilMs: 0, droppedEvents: 0, slicesLeftOut: 0 })
/** No system gives it to a process. */
const deadProcess = 2 ** 31

/** Makes a folder with these files, all untouched for so many minutes. */
function put(name: string, minutes: number, files: Readonly<Record<string, string | Uint8Array>>): void {
  const folder = join(ground.folder, name)
  mkdirSync(folder, { recursive: true })
  const at = new Date(ground.nowMs - minutes * 60_000)
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(folder, file), content)
    utimesSync(join(folder, file), at, at)
  }
  utimesSync(folder, at, at)
}

const names = (folder = ''): string[] =>
  readdirSync(join(ground.folder, folder))
    .filter((name) => !name.startsWith('.index'))
    .sort()

test.each(['the first listing', 'tidying'])(
  'what killed writers and imports left beside the runs goes with %s; what may be somebody’s stays and counts',
  async (occasion) => {
    put(`.r1.${token}.part`, 0, { 'writing.json': note(deadProcess), 'tasks.arrows': 'x' })
    put(`.r2.${token}.part`, 500, { 'writing.json': note(process.pid), 'tasks.arrows': 'x' })
    put(`.r3.${token}.part`, 61, { 'tasks.arrows.new': 'x' })
    put(`.r4.${token}.part`, 59, { 'tasks.arrows.new': '12345' })
    put(`.deleted-${token}`, 0, { 'run.json': 'x' })
    put('.mine', 500, { 'run.json': 'x' })
    put('elsewhere', 500, { 'run.json': '{' })
    symlinkSync(join(ground.folder, 'elsewhere'), join(ground.folder, `.r5.${token}.part`))
    const library = ground.open()
    await (occasion === 'tidying' ? library.tidy() : library.snapshot())
    const left = [`.r2.${token}.part`, `.r4.${token}.part`]
    expect(names().filter((name) => !name.startsWith('.r5'))).toEqual(['.mine', ...left, 'elsewhere'])
    expect(existsSync(join(ground.folder, 'elsewhere', 'run.json'))).toBe(true)
    rmSync(join(ground.folder, `.r5.${token}.part`), { force: true })
    expect((await library.snapshot()).usage.bytes).toBe(note(process.pid).byteLength + 1 + 5)
  },
)

test('what is left counts until it is a run, or gone', async () => {
  put(`.r4.${token}.part`, 1, { 'tasks.arrows.new': '12345' })
  const library = ground.open()
  expect((await library.snapshot()).usage.bytes).toBe(5)
  rmSync(join(ground.folder, `.r4.${token}.part`), { recursive: true })
  expect((await library.snapshot()).usage.bytes).toBe(0)
})

test('a run that was being replaced is put back: the new one where it is whole, else the old one', async () => {
  put(`.r1.${token}.part/r1`, 61, { 'run.json': 'new' })
  put(`.r1.${token}.part.old`, 61, { 'run.json': 'old' })
  put(`.r2.${token}.part`, 61, { 'tasks.arrows.new': 'x' })
  put(`.r2.${token}.part.old`, 61, { 'run.json': 'old', 'writing.json': note(deadProcess), only: '' })
  utimesSync(join(ground.folder, `.r1.${token}.part`), 0, 0)
  await ground.open().tidy()
  // It was given its name just now: somebody may be about to remove it.
  expect(names()).toEqual([`.r1.${token}.part.old`, `.r2.${token}.part.old`, 'r1'])
  ground.nowMs += 61 * 60_000
  await ground.open().tidy()
  expect([names(), names('r1'), names('r2')]).toEqual([
    ['r1', 'r2'],
    ['run.json'],
    ['only', 'run.json', 'writing.json'],
  ])
})

test('files that were being written anew within a run go with their writer, and its room is measured again', async () => {
  const unfinished = { 'tasks.arrows.new': 'x', 'run.json.new': 'x', 'other.new': 'x' }
  for (const [name, phase, processId] of [
    ['dead', 'interrupted', deadProcess],
    ['alive', 'interrupted', process.pid],
    ['whole', 'completed', deadProcess],
  ] as const) {
    ground.put(name, { phase })
    for (const [file, content] of Object.entries({ ...unfinished, 'writing.json': note(processId) }))
      writeFileSync(join(ground.folder, name, file), content)
  }
  await ground.open().snapshot()
  expect([names('dead'), names('alive').length, names('whole').length]).toEqual([
    ['other.new', 'run.json', 'writing.json'],
    5,
    5,
  ])
  expect(ground.reads.filter((name) => name === 'dead')).toHaveLength(2)
})
