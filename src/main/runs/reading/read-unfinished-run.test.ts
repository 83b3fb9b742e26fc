import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { describeRun } from '#shared/analysis/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { tablePieces } from '../folder/table-pieces.ts'
import { documentFile } from '../folder/write-files.ts'
import { noteFile, writerIdentity } from '../folder/writer-identity.ts'
import { columnsOf, factsOf } from './fake-comparable.ts'
import { fakeLibrary } from '../fake-library.ts'
import { richRun } from './fake-rich-run.ts'
import { fakeFacts } from '../fake-run-folder.ts'
import { readRunFolder } from './read-run-folder.ts'
import { runFiles, runTables, type RunTableName } from './run-files.ts'
import type { WriterConditions } from './writer-alive.ts'

const { nextFolder, folderOf, remove } = fakeLibrary()
afterAll(remove)

const nobody: WriterConditions = {
  hostName: 'here',
  processSpace: 'this',
  processStartOf: () => null,
  hasProcess: () => false,
  nowMs: () => Infinity,
}

/** What a writer has left when it was stopped: so much of each table, and its note. */
function unfinished(
  run: Run,
  lengths: Partial<Record<RunTableName, number>> = {},
  note: Partial<ReturnType<typeof writerIdentity>> & { readonly recordedUntilMs?: number } = {},
): string {
  const folder = nextFolder()
  mkdirSync(folder)
  const running: Run = { ...run, phase: { kind: 'running' }, nowMs: 0, droppedEvents: 0 }
  writeFileSync(join(folder, runFiles.document), documentFile(describeRun(running, fakeFacts)))
  for (const table of runTables) {
    const bytes = Buffer.concat([...tablePieces(run, table)])
    const length = lengths[table] ?? bytes.length
    if (length > 0) writeFileSync(join(folder, runFiles[table]), bytes.subarray(0, length))
  }
  const counters = { recordedUntilMs: run.nowMs, droppedEvents: 3, slicesLeftOut: 4 }
  writeFileSync(join(folder, runFiles.writing), noteFile({ ...writerIdentity(), ...counters, ...note }))
  return folder
}

describe('a run whose writer did not come to its end', () => {
  const run = richRun()

  test('is interrupted once that is gone, with all that is whole in its files', async () => {
    const { run: back, document, problems } = await readRunFolder(unfinished(run), nobody)
    expect(columnsOf(back)).toEqual(columnsOf(run))
    expect(back).toMatchObject({ phase: { kind: 'interrupted' }, nowMs: 101, droppedEvents: 3 })
    expect(document).toMatchObject({ ending: 'interrupted', rows: { tasks: 3, samples: 3 } })
    expect(problems).toEqual([])
  })

  test('is under way while that lives', async () => {
    const { run: back } = await readRunFolder(unfinished(run))
    expect(columnsOf(back)).toEqual(columnsOf(run))
    expect(back).toMatchObject({ phase: { kind: 'running' }, nowMs: 101 })
  })

  test('opens wherever it was cut off, even before its first row', async () => {
    const whole = Object.fromEntries(
      runTables.map((table) => [table, Buffer.concat([...tablePieces(run, table)]).length]),
    ) as Record<RunTableName, number>
    const random = fakeRandom(7)
    for (let tries = 0; tries < 100; tries++) {
      const lengths = Object.fromEntries(runTables.map((table) => [table, random(whole[table] + 1)]))
      const folder = unfinished(run, lengths)
      const back = await readRunFolder(folder, nobody)
      expect(back.run.phase).toEqual({ kind: 'interrupted' })
      expect([0, 3]).toContain(back.run.samples.count)
      for (const problem of back.problems) expect(problem).toMatch(/^\w+\.arrows is .*\.$/)
      rmSync(folder, { recursive: true })
    }
  })

  test('is complete until the last time in it where its counters are older or gone', async () => {
    const older = unfinished(run, {}, { recordedUntilMs: 55 })
    expect((await readRunFolder(older, nobody)).run.nowMs).toBe(100)
    const without = unfinished(run)
    rmSync(join(without, runFiles.writing))
    expect(await readRunFolder(without, nobody)).toMatchObject({
      run: { phase: { kind: 'interrupted' }, nowMs: 100, droppedEvents: 0 },
    })
    const garbled = unfinished(run)
    truncateSync(join(garbled, runFiles.writing), 10)
    expect((await readRunFolder(garbled, nobody)).run).toMatchObject({ nowMs: 100 })
  })

  test('is read as finished where its writer finished it meanwhile', async () => {
    const folder = unfinished(run)
    const finished = folderOf(run)
    // Who asks whether the writer lives finds that it has just finished.
    const conditions: WriterConditions = {
      ...nobody,
      nowMs() {
        for (const table of runTables) cpSync(join(finished, runFiles[table]), join(folder, runFiles[table]))
        cpSync(join(finished, runFiles.document), join(folder, `${runFiles.document}.new`))
        renameSync(join(folder, `${runFiles.document}.new`), join(folder, runFiles.document))
        rmSync(join(folder, runFiles.writing), { force: true })
        return Infinity
      },
    }
    const back = await readRunFolder(folder, conditions)
    expect(factsOf(back.run)).toEqual(factsOf(run))
  })

  test('says what of it is damaged, and keeps what stands before that', async () => {
    const folder = unfinished(run)
    const file = join(folder, runFiles.samples)
    const bytes = readFileSync(file)
    writeFileSync(file, Buffer.concat([bytes.subarray(0, bytes.length - 8), Buffer.alloc(64, 7)]))
    const back = await readRunFolder(folder, nobody)
    expect(back.run.samples.count).toBe(3)
    expect(back.problems).toEqual(['samples.arrows is damaged after 1 whole batch.'])
  })
})
