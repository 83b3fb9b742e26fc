import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { fakeLibrary } from '../fake-library.ts'
import { richRun } from './fake-rich-run.ts'
import { readRunFolder } from './read-run-folder.ts'
import { runFiles } from './run-files.ts'

const { folder: library, folderOf, remove } = fakeLibrary()
afterAll(remove)

describe('a folder with something wrong in it is refused with a sentence', () => {
  const refusal = async (change: (folder: string) => void, run: Run = richRun()): Promise<string> => {
    const folder = folderOf(run)
    change(folder)
    return readRunFolder(folder).then(
      () => 'read',
      (error: unknown) => String(error),
    )
  }
  const replace = (folder: string, from: string, to: string): void => {
    const file = join(folder, runFiles.document)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain(from)
    writeFileSync(file, text.replace(from, to))
  }

  test.each<[string, (folder: string) => void, string]>([
    [
      'no document',
      (folder) => rmSync(join(folder, runFiles.document)),
      'run.json: expected a file, got nothing of that name.',
    ],
    [
      'no tasks',
      (folder) => rmSync(join(folder, runFiles.tasks)),
      'tasks.arrows: expected a file, got nothing of that name.',
    ],
    [
      'tasks that break off',
      (folder) =>
        truncateSync(join(folder, runFiles.tasks), readFileSync(join(folder, runFiles.tasks)).length - 8),
      'tasks.arrows breaks off after 3 rows.',
    ],
    [
      'samples that are cut off',
      (folder) =>
        truncateSync(
          join(folder, runFiles.samples),
          readFileSync(join(folder, runFiles.samples)).length - 80,
        ),
      'samples.arrows is cut off after 0 whole batches.',
    ],
    [
      'a table that is another’s',
      (folder) => cpSync(join(folder, runFiles.samples), join(folder, runFiles.tasks)),
      'tasks.arrows has no column "task".',
    ],
    [
      'no stream',
      (folder) => writeFileSync(join(folder, runFiles.failures), 'hello, hello, hello'),
      'failures.arrows is no Arrow stream.',
    ],
    [
      'more rows than the document says',
      (folder) => replace(folder, '"slices": 2', '"slices": 1'),
      'slices.arrows: expected at most 1 rows, got more.',
    ],
    [
      'fewer rows than the document says',
      (folder) => replace(folder, '"slices": 2', '"slices": 3'),
      'slices.arrows: expected 3 rows, got 2.',
    ],
    [
      'a million slices in a small file',
      (folder) => replace(folder, '"slices": 2', '"slices": 500000'),
      'slices.arrows: expected 500000 rows, got a file of ',
    ],
    [
      'more slices than a run keeps',
      (folder) => replace(folder, '"slices": 2', '"slices": 500001'),
      'run.json, rows.slices: expected at most 500000, got 500001.',
    ],
    [
      'other outcomes than the document says',
      (folder) => replace(folder, '"succeeded": 2', '"succeeded": 3'),
      'tasks.arrows: expected 3 tasks succeeded, got 2.',
    ],
    [
      'other cores than the document says',
      (folder) => replace(folder, '"cores": 2,\n    "slots": 2', '"cores": 1,\n    "slots": 2'),
      'samples.arrows has another type than expected in its column "coreBusy": expected lists of 1 float32, got lists of 2 float32.',
    ],
    [
      'a later version',
      (folder) => replace(folder, '"schemaVersion": 1', '"schemaVersion": 2'),
      'run.json, schemaVersion: expected 1, got 2: a later Taskscope wrote it.',
    ],
    [
      'another document',
      (folder) => writeFileSync(join(folder, runFiles.document), '{"name": "left-pad"}'),
      'run.json, format: expected "taskscope-run", got nothing.',
    ],
    [
      'a folder in a table’s place',
      (folder) => {
        rmSync(join(folder, runFiles.slices))
        mkdirSync(join(folder, runFiles.slices))
      },
      'slices.arrows: expected a file, got a folder.',
    ],
    [
      'a document too large to be one',
      (folder) => truncateSync(join(folder, runFiles.document), 2 ** 30),
      'run.json: expected at most 64 MiB, got 1024 MiB.',
    ],
    [
      'a table too large for its rows',
      (folder) => truncateSync(join(folder, runFiles.tasks), 2 ** 30),
      'tasks.arrows: expected at most 17 MiB, got 1024 MiB.',
    ],
  ])('%s', async (_, change, sentence) => {
    const answer = await refusal(change)
    expect(answer.slice(0, 'InputError: run: '.length + sentence.length)).toBe(`InputError: run: ${sentence}`)
  })

  test.skipIf(process.platform === 'win32')('a link that leads elsewhere, or a pipe', async () => {
    const link = await refusal((folder) => {
      renameSync(join(folder, runFiles.tasks), join(library, 'elsewhere.arrows'))
      symlinkSync(join(library, 'elsewhere.arrows'), join(folder, runFiles.tasks))
    })
    expect(link).toBe('InputError: run: tasks.arrows: expected a file, got a link.')
    const pipe = await refusal((folder) => {
      rmSync(join(folder, runFiles.tasks))
      execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, runFiles.tasks)])
    })
    expect(pipe).toBe('InputError: run: tasks.arrows: expected a file, got something else.')
  })

  /** Columns that no recorder makes. */
  const odd = (change: (run: Run) => void): Promise<string> => {
    const run = richRun()
    change(run)
    return refusal(() => undefined, { ...run, header: { ...run.header, id: 'odd' as RunId } })
  }

  test.each<[string, (run: Run) => void, string]>([
    [
      'a slot that it does not have',
      ({ tasks }) => tasks.slot.fill(7, 2),
      'tasks.arrows, row 2, slot: expected one of the run’s 2 slots, counted from 0, or null, got 7.',
    ],
    [
      'a group that was not planned',
      ({ tasks }) => tasks.group.fill(1),
      'tasks.arrows, row 0, group: expected 0, as planned, got 1.',
    ],
    [
      'a time that is none',
      ({ tasks }) => tasks.startedMs.fill(Infinity, 1),
      'tasks.arrows, row 1, startedMs: expected a number from -1e15 to 1e15 or null, got Infinity.',
    ],
    [
      'a checksum that is none',
      ({ tasks }) => tasks.checksum.fill(-Infinity, 1),
      'tasks.arrows, row 1, checksum: expected a number or null, got -Infinity.',
    ],
    [
      'a slice of a task that it does not have',
      ({ slices }) => slices.task.fill(3),
      'slices.arrows, row 0, task: expected one of the run’s 3 tasks, counted from 0, or null, got 3.',
    ],
    [
      'samples out of order',
      ({ samples }) => samples.atMs.fill(-1, 2),
      'samples.arrows, row 2, atMs: expected 50 or later, in order of time, got -1.',
    ],
    [
      'a core that was busier than possible',
      ({ samples }) => samples.coreBusy[1]?.fill(Infinity, 1),
      'samples.arrows, row 1, coreBusy: expected a number from -1e15 to 1e15 or null, got Infinity.',
    ],
  ])('%s', async (_, change, sentence) => {
    expect(await odd(change)).toBe(`InputError: odd: ${sentence}`)
  })

  test('what is no folder at all', async () => {
    await expect(readRunFolder(join(library, 'none'))).rejects.toThrow(
      'none: expected a folder, got nothing of that name.',
    )
    await expect(readRunFolder(import.meta.filename)).rejects.toThrow(
      'refused-folders.test.ts: expected the folder of a run, got a file.',
    )
  })
})
