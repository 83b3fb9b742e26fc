import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { randomRun } from '#shared/analysis/fake-run-random.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { describeRun } from '#shared/analysis/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { jsonReport } from '../../reports/json-report.ts'
import { writeRunFolder } from '../folder/write-run-folder.ts'
import { columnsOf, factsOf } from './fake-comparable.ts'
import { fakeLibrary } from '../fake-library.ts'
import { richRun } from './fake-rich-run.ts'
import { fakeFacts } from '../fake-run-folder.ts'
import { unpackRun } from '#shared/columns/unpack-run.ts'
import { asEarlier } from '../json/fake-earlier.ts'
import { readRunFolder } from './read-run-folder.ts'

const { folder: library, folderOf, remove } = fakeLibrary()
afterAll(remove)

async function expectSame(run: Run): Promise<void> {
  const back = await readRunFolder(folderOf(run))
  expect(factsOf(back.run)).toEqual(factsOf(run))
  expect(columnsOf(back.run)).toEqual(columnsOf(run))
  expect(back.problems).toEqual([])
}

describe('a run read from its folder is the run, bit for bit', () => {
  test('with everything that the columns know', () => expectSame(richRun()))

  test('as its writer leaves it on the disk', async () => {
    const run = richRun()
    const folder = await writeRunFolder(join(library, 'written'), run, fakeFacts)
    expect(columnsOf((await readRunFolder(folder)).run)).toEqual(columnsOf(run))
  })

  test('for thirty random ones', async () => {
    for (let seed = 1; seed <= 30; seed++) await expectSame(randomRun(fakeRandom(seed)))
  })

  test('where it was cancelled, broke off or was interrupted, and where nothing ran or was sampled', async () => {
    await expectSame({ ...richRun(), phase: { kind: 'cancelled' } })
    await expectSame({ ...richRun(), phase: { kind: 'interrupted' } })
    await expectSame({ ...richRun(), phase: { kind: 'broken', message: 'The threads are gone.' } })
    await expectSame(fakeRun({ groups: [{ count: 3 }], tasks: [{}, { started: 1 }], nowMs: 7 }))
    await expectSame(fakeRun({ groups: [{ count: 2 }], tasks: [], sampledCores: 3, sampledSlots: 2 }))
    await expectSame(fakeRun({ groups: [], tasks: [] }))
  })

  test('down to the sign of zero and numbers that a text would round', async () => {
    const run = fakeRun({ groups: [{ count: 4 }], tasks: [] })
    run.tasks.checksum.set([-0, 5e-324, 1.7976931348623157e308, -1 / 3])
    run.tasks.queuedMs.set([-0, 2 ** -20, 1e15, -1e15])
    await expectSame(run)
  })

  test('with its document as it was written', async () => {
    const run = richRun()
    const { document } = await readRunFolder(folderOf(run))
    expect(JSON.parse(JSON.stringify(document))).toEqual(
      JSON.parse(JSON.stringify({ ...describeRun(run, fakeFacts), preset: document.preset })),
    )
  })
})

test('a run folder that version 1 wrote opens: real threads, failures, a thread that died', async () => {
  const { run, labels } = await readRunFolder(join(import.meta.dirname, 'saved', 'version-1'))
  const report = asEarlier([...jsonReport(run)].join(''))
  const saved = join(import.meta.dirname, '..', 'json', 'saved', 'version-2.json')
  expect(report).toEqual(JSON.parse(readFileSync(saved, 'utf8')))
  expect(labels).toEqual({ title: 'Kept', tags: ['version 1'], note: 'For as long as there is a reader.\n' })
})

test('columns that version 1 packed for a page unpack to the very same run', async () => {
  const saved = join(import.meta.dirname, 'saved')
  const { run, document } = await readRunFolder(join(saved, 'version-1'))
  const packed = new Uint8Array(readFileSync(join(saved, 'version-1.packed')))
  expect(columnsOf(unpackRun(document, packed))).toEqual(columnsOf(run))
})
