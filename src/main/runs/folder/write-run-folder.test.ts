import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { randomRun } from '#shared/analysis/fake-run-random.ts'
import { taskColumnNames } from '#shared/model/task-table.ts'
import { sampleColumnNames } from '#shared/model/sample.ts'
import { InputError } from '../../engine/input-error.ts'
import { readRunFolder } from '../reading/read-run-folder.ts'
import { systemFiles } from './file-layer.ts'
import { writeRunFolder } from './write-run-folder.ts'

const facts = { origin: { kind: 'measured', by: 'app' }, taskscope: '1.2.3' } as const
const run = randomRun(fakeRandom(11))

let library: string
beforeEach(() => (library = mkdtempSync(join(tmpdir(), 'taskscope-test-'))))
afterEach(() => rmSync(library, { recursive: true }))

test('a run folder is what other tools read as the run’s own columns', async () => {
  const folder = await writeRunFolder(join(library, 'new'), run, facts)
  expect(readdirSync(folder).sort()).toEqual([
    'failures.arrows',
    'run.json',
    'samples.arrows',
    'slices.arrows',
    'tasks.arrows',
  ])
  const tasks = tableFromIPC(readFileSync(join(folder, 'tasks.arrows')))
  expect(tasks.schema.fields.map(({ name }) => name)).toEqual(['task', ...taskColumnNames])
  expect([...(tasks.getChild('finishedMs') ?? [])]).toEqual([...run.tasks.finishedMs])
  const samples = tableFromIPC(readFileSync(join(folder, 'samples.arrows')))
  expect(samples.schema.fields.map(({ name }) => name)).toEqual([
    ...sampleColumnNames,
    'coreBusy',
    'coreFrequencyMhz',
    'slotOnCpuMs',
    'slotReadyMs',
    'slotCore',
  ])
  expect(samples.numRows).toBe(run.samples.count)
})

test('a run folder carries labels, and nothing where there are none', async () => {
  const labels = { title: 'Kept', tags: ['one'], note: 'why' }
  await writeRunFolder(library, run, facts, labels)
  expect((await readRunFolder(join(library, 'run'))).labels).toEqual(labels)
})

test('a run that is there already is not written over', async () => {
  mkdirSync(join(library, 'run'))
  const writing = writeRunFolder(library, run, facts)
  await expect(writing).rejects.toThrow(InputError)
  await expect(writing).rejects.toThrow(/run: expected no run of that name yet, got one\.$/)
  expect(readdirSync(library)).toEqual(['run'])
  expect(readdirSync(join(library, 'run'))).toEqual([])
})

test('a disk that is full leaves nothing behind, and says so', async () => {
  let left = 5
  const files = {
    ...systemFiles,
    create(path: string) {
      const file = systemFiles.create(path)
      return {
        append(...pieces: readonly Uint8Array[]) {
          if (left-- === 0)
            throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
          file.append(...pieces)
        },
        overwrite: (bytes: Uint8Array) => file.overwrite(bytes),
        sync: () => file.sync(),
        isInPlace: () => file.isInPlace(),
        close: () => file.close(),
      }
    },
  }
  const writing = writeRunFolder(library, run, facts, undefined, files)
  await expect(writing).rejects.toThrow(`The run could not be saved in ${library}: there is no room left.`)
  expect(readdirSync(library)).toEqual([])
})

test('a file in the way of the library is told as such', async () => {
  writeFileSync(join(library, 'file'), '')
  const inTheWay = join(library, 'file')
  await expect(writeRunFolder(inTheWay, run, facts)).rejects.toThrow(
    `The run could not be saved in ${inTheWay}: something of that name is there already.`,
  )
  expect(existsSync(inTheWay)).toBe(true)
})
