import { deflateRawSync } from 'node:zlib'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Run } from '#shared/model/run.ts'
import { noLabels } from '#shared/model/saved-run.ts'
import { csvReport } from '../../reports/csv-report.ts'
import { fakeFacts as exportFacts } from '../../reports/fake-facts.ts'
import { htmlReport } from '../../reports/html-report.ts'
import { interactiveReport } from '../../reports/interactive-report.ts'
import { jsonReport } from '../../reports/json-report.ts'
import { markdownReport } from '../../reports/markdown-report.ts'
import { openmetricsReport } from '../../reports/openmetrics-report.ts'
import { parquetReport } from '../../reports/parquet-report.ts'
import { speedscopeReport } from '../../reports/speedscope-report.ts'
import { svgReport } from '../../reports/svg-report.ts'
import { traceReport } from '../../reports/trace-report.ts'
import type { Exporter } from '../../reports/exporter.ts'
import { archiveRun } from '../archive/archive-run.ts'
import { columnsOf, factsOf } from '../reading/fake-comparable.ts'
import { richRun } from '../reading/fake-rich-run.ts'
import { fakeFacts, writeFakeFolder } from '../fake-run-folder.ts'
import { importRun } from './import-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'taskscope-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = richRun()
const labels = { title: 'Baseline', tags: ['ci'], note: 'Said.' }
let files = 0

/** A file of that content, whose name says nothing. */
async function fileOf(
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<string> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(Buffer.from(piece as Uint8Array))
  const file = join(folder, String(files++))
  writeFileSync(file, Buffer.concat(all))
  return file
}

const exported = (exporter: Exporter, part = 0): Promise<string> =>
  fileOf(exporter(run, { ...exportFacts, labels })[part]?.pieces ?? [])

function expectSame(back: Run): void {
  expect(columnsOf(back)).toEqual(columnsOf(run))
  expect(factsOf(back)).toEqual(factsOf(run))
}

test('archives, HTML and JSON reports are told by what is in them', async () => {
  const archive = await importRun(await fileOf(archiveRun(run, { ...fakeFacts, labels })))
  expectSame(archive.run)
  expect(archive).toMatchObject({ labels, document: { taskscope: '1.2.3' } })
  const html = await importRun(await exported(interactiveReport({ script: 'void 0', style: '' })))
  expectSame(html.run)
  expect(html).toMatchObject({ labels, document: { format: 'taskscope-run' } })
  const json = await importRun(await fileOf(jsonReport(run)))
  expectSame(json.run)
  expect(json).toMatchObject({ labels: noLabels, document: null })
})

test('a run folder is one by itself and by its run.json', async () => {
  const saved = writeFakeFolder(join(folder, 'saved'), run)
  expectSame((await importRun(saved)).run)
  expectSame((await importRun(join(saved, 'run.json'))).run)
  renameSync(join(saved, 'run.json'), join(saved, 'mine.json'))
  await expect(importRun(join(saved, 'mine.json'))).rejects.toThrow(
    'mine.json: expected a run, got the document of one without its tables: choose the run.json in its folder.',
  )
})

test('reports of every version before are read', async () => {
  const saved = join(import.meta.dirname, '..', 'json', 'saved')
  for (const version of [1, 2]) {
    const { run: old } = await importRun(join(saved, `version-${version}.json`))
    expect(old.phase).toEqual({ kind: 'completed' })
  }
})

const looks = (what: string): string =>
  `expected a run (a Taskscope archive, HTML or JSON report, or run folder), got what looks like ${what}.`

test.each<[string, () => Promise<string>, string]>([
  ['a trace of ours', () => exported(traceReport), looks('a Chrome trace')],
  ['a speedscope profile of ours', () => exported(speedscopeReport), looks('a speedscope profile')],
  ['a table of ours', () => exported(csvReport), looks('a table (CSV)')],
  ['another table of ours', () => exported(parquetReport), looks('a Parquet table')],
  ['a picture of ours', () => exported(svgReport), looks('a picture (SVG)')],
  ['metrics of ours', () => exported(openmetricsReport), looks('OpenMetrics text')],
  ['a summary of ours', () => exported(markdownReport), looks('text')],
  [
    'a page of ours without its run',
    () => fileOf(htmlReport(run)),
    'expected a report with its run inside, got one without: it is a comparison’s, or an earlier version wrote it.',
  ],
  [
    'another page',
    () => fileOf(['<!DOCTYPE html><title>News</title>']),
    'expected the HTML report of a run, got a page that Taskscope did not write.',
  ],
  ['a list', () => fileOf(['[{"ph":"X"}]']), looks('a list, such as a Chrome trace may be')],
  ['a PDF', () => fileOf(['%PDF-1.7\n']), looks('a PDF, which is for reading and printing')],
  ['a picture', () => fileOf([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')]), looks('a picture')],
  ['nothing', () => fileOf([]), looks('an empty file')],
  ['noise', () => fileOf([Buffer.from([1, 0, 2, 0, 3, 0])]), looks('no format that it knows')],
  [
    'one table of a folder',
    () => Promise.resolve(join(writeFakeFolder(join(folder, 'table'), run), 'tasks.arrows')),
    looks('one table of a run’s folder: choose the folder’s run.json'),
  ],
  ['deflated bytes', () => fileOf([deflateRawSync('hello '.repeat(100))]), ''],
  ['another zip', () => fileOf(['PK\x03\x04']), 'expected a whole archive, got a damaged one ('],
  [
    'other JSON',
    () => fileOf(['{"name": "left-pad"}']),
    'kind: expected "taskscope-run", the JSON report of a run, got nothing.',
  ],
  ['no file', () => Promise.resolve(join(folder, 'none')), 'expected a file, got nothing of that name.'],
  [
    'a folder of something else',
    () => {
      mkdirSync(join(folder, 'photos'))
      return Promise.resolve(join(folder, 'photos'))
    },
    'run.json: expected a file, got nothing of that name.',
  ],
])('%s is refused with what it looks like', async (_, make, sentence) => {
  const answer = await importRun(await make()).then(
    () => 'read',
    (error: unknown) => String(error),
  )
  expect(answer).toMatch(/^InputError: [\w.]+[:,] expected|^InputError: [\w.]+[:,] \S+: expected/)
  expect(answer.replace(/^InputError: [\w.]+[:,] /, '').slice(0, sentence.length)).toBe(sentence)
})
