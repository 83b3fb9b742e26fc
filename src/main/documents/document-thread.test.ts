import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { fakePlan } from '#shared/analysis/fake-run.ts'
import type { Run } from '#shared/model/run.ts'
import { fakeBusyRun } from '../reports/fake-busy-run.ts'
import { exportedText, fakeFacts } from '../reports/fake-facts.ts'
import { writeRunFolder } from '../runs/folder/write-run-folder.ts'
import { csvReport } from '../reports/csv-report.ts'
import { Documents } from './documents.ts'
import type { ExportOrder } from './export-order.ts'

// The thread runs the built entry: Node 20 cannot start one from TypeScript.
const entries = fileURLToPath(new URL('../../../out/main', import.meta.url))

let folder = ''
let documents: Documents

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskscope-thread-'))
  documents = new Documents({ entries, taskscope: '1.0.0', draw: { whyNot: 'Nothing to draw with.' } })
})

afterEach(async () => {
  await documents.close()
  await rm(folder, { recursive: true })
})

const into = (formats: ExportOrder['formats']): ExportOrder => ({
  formats,
  target: { kind: 'folder', folder, name: 'run', isReplacing: false },
  isPrivateShown: false,
})

test('a run in memory is exported by the thread as it would be here, and is still there afterwards', async () => {
  const run = fakeBusyRun()
  const source = { kind: 'run', run, facts: fakeFacts } as const
  const outcomes = await documents.exportRun(source, into(['csv', 'pdf']), () => undefined)
  const [tasks, samples] = await Promise.all(
    ['run.tasks.csv', 'run.samples.csv'].map((name) => readFile(join(folder, name), 'utf8')),
  )
  expect([outcomes.map(({ outcome }) => outcome.kind), `${tasks ?? ''}${samples ?? ''}`]).toEqual([
    ['written', 'failed'],
    await exportedText(csvReport, run),
  ])
})

test('a run folder is read by the thread column by column, and what is none is a sentence', async () => {
  const run = fakeBusyRun()
  const place = await writeRunFolder(folder, run, { origin: fakeFacts.origin, taskscope: '1.0.0' })
  const { run: read } = await documents.readRun(place)
  expect([read.tasks, read.header.plan]).toEqual([run.tasks, run.header.plan])
  await expect(documents.readRun(join(folder, 'nothing'))).rejects.toThrow(/^nothing: expected a folder/)
})

/** Too much to be written before anybody can cancel it. */
function longRun(): Run {
  const plan = fakePlan([{ count: 400_000 }])
  const run = fakeRun({ groups: [{}], tasks: [{}] })
  return { ...run, header: { ...run.header, plan }, tasks: createTaskTable(plan) }
}

test('cancelling while a long file is written leaves nothing of it', async () => {
  const cancelling = new AbortController()
  const outcomes = await documents.exportRun(
    { kind: 'run', run: longRun(), facts: fakeFacts },
    into(['json', 'csv']),
    (_format, progress) => {
      if (progress.kind === 'writing' && progress.done > 0) cancelling.abort()
    },
    cancelling.signal,
  )
  expect([outcomes.map(({ outcome }) => outcome.kind), await readdir(folder)]).toEqual([
    ['cancelled', 'cancelled'],
    [],
  ])
})
