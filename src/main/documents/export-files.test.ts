import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { Drawing } from '#shared/model/drawing.ts'
import type { Run } from '#shared/model/run.ts'
import { reportSuffixes } from '#shared/model/report-format.ts'
import { noLabels } from '#shared/model/saved-run.ts'
import { InputError } from '../engine/input-error.ts'
import type { Exporter, ExportFacts, Exporters, Pieces, WrittenFormat } from '../reports/exporter.ts'
import { standardFormat, textFormatInUse } from '#shared/texts/language.ts'
import { jsonReport } from '../reports/json-report.ts'
import { markdownReport } from '../reports/markdown-report.ts'
import { exportFiles } from './export-files.ts'
import type { ExportOrder, ExportTools } from './export-order.ts'

const facts: ExportFacts = {
  labels: { ...noLabels, note: 'on imaginary-host' },
  origin: { kind: 'measured', by: 'app' },
  taskscope: '1.0.0',
  exportedAt: '2026-11-22T09:00:00.000Z',
}

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskscope-exports-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const run = fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] })

/** Every format is the text of its own suffix, but for what a test wishes. */
function fakeExporters(wishes: Partial<Exporters> = {}): Exporters {
  const exporterOf =
    (format: WrittenFormat): Exporter =>
    () =>
      reportSuffixes[format].map((suffix) => ({ suffix, pieces: [`a ${suffix}`] }))
  const all = Object.fromEntries(
    (Object.keys(reportSuffixes) as WrittenFormat[]).map((format) => [format, exporterOf(format)]),
  ) as Record<WrittenFormat, Exporter>
  return { ...all, ...wishes }
}

const whyNot = 'There is nothing to draw with.'
const toolsWith = (wishes: Partial<Exporters> = {}): ExportTools => ({
  exporters: fakeExporters(wishes),
  draw: { whyNot },
})

const alone =
  (suffix: string, pieces: () => Pieces): Exporter =>
  () => [{ suffix, pieces: pieces() }]

const into = (formats: ExportOrder['formats'], isReplacing = false): ExportOrder => ({
  formats,
  target: { kind: 'folder', folder, name: 'my run', isReplacing },
  isPrivateShown: false,
})

const kindsOf = (outcomes: Awaited<ReturnType<typeof exportFiles>>): string[] =>
  outcomes.map(({ format, outcome }) => `${format} ${outcome.kind}`)

test('each format is written under the run’s name and its own suffix, and what was written is told', async () => {
  const told: string[] = []
  const outcomes = await exportFiles(run, facts, into(['csv', 'json']), toolsWith(), (format, progress) =>
    told.push(`${format} ${progress.kind}`),
  )
  expect([await readdir(folder), told, outcomes[0]]).toEqual([
    ['my run.json', 'my run.samples.csv', 'my run.tasks.csv'],
    ['csv writing', 'csv written', 'json writing', 'json written'],
    {
      format: 'csv',
      outcome: { kind: 'written', fileNames: ['my run.tasks.csv', 'my run.samples.csv'], bytes: 26 },
      files: [join(folder, 'my run.tasks.csv'), join(folder, 'my run.samples.csv')],
    },
  ])
})

test('files that are there already are kept, unless somebody said otherwise', async () => {
  await writeFile(join(folder, 'My run.tasks.csv'), 'old')
  await exportFiles(run, facts, into(['json', 'csv']), toolsWith(), () => undefined)
  expect((await readdir(folder)).sort()).toEqual([
    'My run.tasks.csv',
    'my run 2.json',
    'my run 2.samples.csv',
    'my run 2.tasks.csv',
  ])
  await exportFiles(run, facts, into(['json']), toolsWith(), () => undefined)
  await exportFiles(
    run,
    facts,
    into(['json'], true),
    toolsWith({ json: alone('.json', () => ['new']) }),
    () => undefined,
  )
  expect(await readFile(join(folder, 'my run.json'), 'utf8')).toBe('new')
})

test('a format that fails says why, leaves nothing, and does not keep the others from being written', async () => {
  function* breaking(): Generator<string> {
    yield 'half'
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }
  const tools = toolsWith({
    csv: () => [
      { suffix: '.tasks.csv', pieces: ['whole'] },
      { suffix: '.samples.csv', pieces: breaking() },
    ],
  })
  const outcomes = await exportFiles(run, facts, into(['csv', 'pdf', 'json']), tools, () => undefined)
  expect([outcomes.map(({ outcome }) => outcome), await readdir(folder)]).toEqual([
    [
      { kind: 'failed', message: 'my run.tasks.csv could not be written: there is no room left.' },
      { kind: 'failed', message: whyNot },
      { kind: 'written', fileNames: ['my run.json'], bytes: 7 },
    ],
    ['my run.json'],
  ])
})

test('a folder that is gone is a sentence for every format', async () => {
  const order = into(['json'])
  await rm(folder, { recursive: true })
  const [gone] = await exportFiles(run, facts, order, toolsWith(), () => undefined)
  await mkdir(folder)
  expect(gone?.outcome).toEqual({
    kind: 'failed',
    message: 'my run.json could not be written: there is no such folder.',
  })
})

test('cancelling leaves nothing of what is being written, keeps what is whole, and begins nothing more', async () => {
  const cancelling = new AbortController()
  function* endless(): Generator<string> {
    for (let piece = 0; ; piece++) {
      if (piece === 3) cancelling.abort()
      yield 'x'.repeat(300_000)
    }
  }
  const tools = toolsWith({ trace: alone('.trace.json', endless) })
  const outcomes = await exportFiles(
    run,
    facts,
    into(['json', 'trace', 'svg']),
    tools,
    () => undefined,
    cancelling.signal,
  )
  expect([kindsOf(outcomes), await readdir(folder)]).toEqual([
    ['json written', 'trace cancelled', 'svg cancelled'],
    ['my run.json'],
  ])
})

test('progress goes up, by estimate, and never says that it is the end', async () => {
  const told: number[] = []
  const tools = toolsWith({
    json: alone('.json', () => Array.from({ length: 40 }, () => 'x'.repeat(10_000))),
  })
  await exportFiles(run, facts, into(['json']), tools, (_format, progress) => {
    if (progress.kind === 'writing') told.push(progress.done)
  })
  expect([told.length > 5, told[0], told.at(-1), [...told].sort((a, b) => a - b)]).toEqual([
    true,
    0,
    0.99,
    told,
  ])
})

test('what may be private is left out, unless it is wished for', async () => {
  const own: Run = {
    ...run,
    header: { ...run.header, environment: { ...run.header.environment, hostName: 'imaginary-host' } },
  }
  const seen: (string | undefined)[] = []
  const json: Exporter = ({ header }, { labels }) => {
    seen.push(header.environment.hostName, labels.note)
    return [{ suffix: '.json', pieces: [''] }]
  }
  const order = into(['json'], true)
  await exportFiles(own, facts, order, toolsWith({ json }), () => undefined)
  await exportFiles(own, facts, { ...order, isPrivateShown: true }, toolsWith({ json }), () => undefined)
  expect(seen).toEqual([undefined, 'on <host>', 'imaginary-host', 'on imaginary-host'])
})

test('what is drawn is drawn from a file that is gone afterwards, and one that cannot be drawn leaves nothing', async () => {
  const drawings: Drawing[] = []
  const tools: ExportTools = {
    ...toolsWith(),
    draw: async (drawing) => {
      drawings.push(drawing)
      await writeFile(drawing.out, 'half')
      if (drawing.kind === 'png') throw new InputError('It could not be drawn.')
    },
  }
  const outcomes = await exportFiles(run, facts, into(['pdf', 'png']), tools, () => undefined)
  expect([outcomes.map(({ outcome }) => outcome), await readdir(folder)]).toEqual([
    [
      { kind: 'written', fileNames: ['my run.pdf'], bytes: 4 },
      { kind: 'failed', message: 'It could not be drawn.' },
    ],
    ['my run.pdf'],
  ])
  for (const { source } of drawings) await expect(readFile(source)).rejects.toThrow('ENOENT')
})

test('where a run came from and what its preset is called are told without names, in the names of files, too', async () => {
  const own: Run = {
    ...run,
    header: {
      ...run.header,
      preset: { ...run.header.preset, id: 'lab-seven-tests' },
      environment: { ...run.header.environment, hostName: 'lab-seven', userName: 'ada' },
    },
  }
  const imported: ExportFacts = { ...facts, origin: { kind: 'imported', fileName: 'ada.html' } }
  const told: unknown[] = []
  const json: Exporter = ({ header }, { origin }) => {
    told.push(header.preset.id, origin)
    return [{ suffix: '.json', pieces: ['{}'] }]
  }
  const orderOf = (name: string, isPrivateShown: boolean): ExportOrder => ({
    formats: ['json'],
    target: { kind: 'folder', folder, name, isReplacing: true },
    isPrivateShown,
  })
  for (const [name, isPrivateShown] of [
    ['lab-seven-tests-hybrid-1', false],
    ['my lab-seven-tests', false],
    ['lab-seven-tests-hybrid-2', true],
  ] as const)
    await exportFiles(own, imported, orderOf(name, isPrivateShown), toolsWith({ json }), () => undefined)
  const clean = ['host-tests', { kind: 'imported', fileName: '<user>.html' }]
  expect(told).toEqual([...clean, ...clean, 'lab-seven-tests', imported.origin])
  expect((await readdir(folder)).sort()).toEqual([
    'host-tests-hybrid-1.json',
    'lab-seven-tests-hybrid-2.json',
    'my lab-seven-tests.json',
  ])
})

test('documents for people are in the language of the app, those for machines the same in every language', async () => {
  const tools = toolsWith({
    markdown: markdownReport,
    json: (told) => [{ suffix: '.json', pieces: jsonReport(told) }],
  })
  const texts = async (name: string, language: 'en' | 'de'): Promise<string[]> => {
    const order = {
      formats: ['markdown', 'json'],
      target: { kind: 'folder', folder, name, isReplacing: false },
      isPrivateShown: true,
    } as const satisfies ExportOrder
    const textFormat = { ...standardFormat, language } as const
    await exportFiles(run, facts, order, { ...tools, textFormat }, () => undefined)
    return Promise.all(['.md', '.json'].map((suffix) => readFile(join(folder, `${name}${suffix}`), 'utf8')))
  }
  const [german = '', germanJson] = await texts('deutsch', 'de')
  const [english = '', englishJson] = await texts('english', 'en')
  expect(german).toContain('### Befunde')
  expect(english).toContain('### Findings')
  expect(germanJson).toBe(englishJson)
  expect(textFormatInUse()).toEqual(standardFormat)
})
