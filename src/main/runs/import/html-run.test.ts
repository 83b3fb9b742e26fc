import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { describeRun } from '#shared/analysis/run-document.ts'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { randomRun } from '#shared/analysis/fake-run-random.ts'
import { htmlDataBlocks } from '#shared/columns/html-data-blocks.ts'
import { trimmed } from '#shared/columns/trimmed-run.ts'
import type { Run } from '#shared/model/run.ts'
import { noLabels, type RunLabels } from '#shared/model/saved-run.ts'
import { InputError } from '../../engine/input-error.ts'
import { fakeRun as reportedRun } from '../../reports/html/fake-run.ts'
import { htmlReport } from '../../reports/html-report.ts'
import { interactiveReport } from '../../reports/interactive-report.ts'
import { readHtmlRun } from './html-run.ts'

const origin = { kind: 'measured', by: 'command-line' } as const

async function pageOf(run: Run, labels: RunLabels = noLabels): Promise<string> {
  const facts = { labels, origin, taskscope: '1.2.3', exportedAt: '2026-01-02T03:04:05.678Z' }
  let source = ''
  for (const { pieces } of interactiveReport({ script: 'void 0', style: '' })(run, facts))
    for await (const piece of pieces) source += String(piece)
  return source
}

async function whyRefused(page: string | Uint8Array): Promise<string> {
  try {
    await readHtmlRun('a.html', Buffer.from(page))
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'it was taken'
}

type Block = keyof typeof htmlDataBlocks

function blockOf(page: string, name: Block): { readonly from: number; readonly to: number } {
  const { begin, end } = htmlDataBlocks[name]
  const from = page.indexOf(begin) + begin.length
  return { from, to: page.indexOf(end, from) }
}

function textOf(page: string, name: Block): string {
  const { from, to } = blockOf(page, name)
  return page.slice(from, to)
}

/** Only the blocks of a page, with sums that fit them, as somebody would make them who means harm: what else is in a page is never looked at. */
function sealed(blocks: Readonly<Record<Exclude<Block, 'check'>, string>>, check?: string): string {
  const { document, labels, columns } = blocks
  const sums = {
    documentCrc32: crc32(document),
    labelsCrc32: crc32(labels),
    columnsCrc32: crc32(columns),
  }
  const put = (name: Block, text: string): string =>
    htmlDataBlocks[name].begin + text + htmlDataBlocks[name].end
  return [
    put('document', document),
    put('labels', labels),
    put('columns', columns),
    put('check', check ?? JSON.stringify(sums)),
  ].join('')
}

/** The blocks of a page, but for some. */
function resealed(page: string, { check, ...others }: Partial<Record<Block, string>>): string {
  const as = (name: Block): string => textOf(page, name)
  return sealed({ document: as('document'), labels: as('labels'), columns: as('columns'), ...others }, check)
}

/** Fake runs have plans for presets, which real ones have not: a preset's group knows less. */
function withPlainPreset(run: Run): Run {
  const { preset } = run.header
  const groups = preset.groups.map(
    ({ name, kind, workload, count, parameters, priority, timeoutMs, cancelAfterMs }) => ({
      name,
      kind,
      workload,
      count,
      parameters,
      priority,
      timeoutMs,
      cancelAfterMs,
    }),
  )
  return { ...run, header: { ...run.header, preset: { ...preset, groups } } }
}

const packedIn = (page: string): Buffer => inflateRawSync(Buffer.from(textOf(page, 'columns'), 'base64'))
const columnsText = (packed: Uint8Array): string => deflateRawSync(packed, { level: 0 }).toString('base64')

/** The same of few bytes, much faster: one block that is stored as it is (RFC 1951, section 3.2.4). */
function storedText(packed: Uint8Array): string {
  const head = Buffer.alloc(5)
  head[0] = 1
  head.writeUInt16LE(packed.byteLength, 1)
  head.writeUInt16LE(0xffff - packed.byteLength, 3)
  return Buffer.concat([head, packed]).toString('base64')
}

test('every fake run comes back from its report: header, columns and failures bit for bit, document and labels', async () => {
  const runs: Run[] = [
    ...Array.from({ length: 4 }, (_, seed) => randomRun(fakeRandom(seed))),
    reportedRun(),
    reportedRun({
      names: ['</script>', 'é'],
      tasksPerGroup: 4,
      slots: 3,
      states: { 1: 'failed', 5: 'planned' },
    }),
    reportedRun({ samples: 0 }),
    { ...reportedRun(), phase: { kind: 'broken', message: 'Why' }, droppedEvents: 5 } as const,
    { ...reportedRun(), phase: { kind: 'interrupted' } } as const,
  ]
  const labels = { title: 'One', tags: ['a', '<b>'], note: 'first line\nsecond' }
  for (const run of runs.map(withPlainPreset)) {
    const read = await readHtmlRun('a.html', Buffer.from(await pageOf(run, labels)))
    expect(read).toEqual({
      run: trimmed(run),
      document: describeRun(run, { origin, taskscope: '1.2.3' }),
      labels,
    })
  }
})

test('other pages, damaged ones and what contradicts itself are refused, each with its reason', async () => {
  const run = reportedRun({ tasksPerGroup: 3 })
  const page = await pageOf(run)
  const packed = packedIn(page)
  const document = JSON.parse(textOf(page, 'document')) as Record<string, unknown> & {
    rows: Record<string, number>
  }
  const other = (changes: object): string => JSON.stringify({ ...document, ...changes })
  expect([
    await whyRefused(''),
    await whyRefused('<!doctype html><title>Foreign</title>'),
    await whyRefused([...htmlReport(run)].join('')),
    await whyRefused(page.slice(0, -40)),
    await whyRefused(page.slice(0, blockOf(page, 'columns').to - 10)),
    await whyRefused(page.replace('"made-up"', '"made-off"')),
    await whyRefused(resealed(page, { check: '{}' })),
    await whyRefused(resealed(page, { check: 'null' })),
    await whyRefused(resealed(page, { document: other({ schemaVersion: 99 }) })),
    await whyRefused(resealed(page, { columns: 'AAAA' })),
    await whyRefused(resealed(page, { columns: columnsText(packed.subarray(0, 100)) })),
    await whyRefused(resealed(page, { columns: columnsText(Buffer.alloc(1 << 24)) })),
    await whyRefused(resealed(page, { document: other({ rows: { ...document.rows, samples: 11 } }) })),
    await whyRefused(resealed(page, { document: other({ slots: [] }) })),
  ]).toEqual([
    'a.html: expected the HTML report of a run, got a page that Taskscope did not write.',
    'a.html: expected the HTML report of a run, got a page that Taskscope did not write.',
    'a.html: expected a report with its run inside, got one without: it is a comparison’s, or an earlier version wrote it.',
    'a.html: expected a whole report, got one that is cut off.',
    'a.html: expected a whole report, got one that is cut off.',
    'a.html: expected the run as it was written, got one that was changed since.',
    'a.html: expected the run as it was written, got one that was changed since.',
    'a.html: expected the run as it was written, got one that was changed since.',
    expect.stringMatching(/^a\.html.*99/),
    expect.stringMatching(/^a\.html: expected the columns of a run, got what cannot be inflated/),
    expect.stringMatching(/^a\.html: expected \d+ more bytes of packed columns, got \d+\.$/),
    expect.stringMatching(/^a\.html: expected the columns of a run, got what cannot be inflated/),
    'a.html, rows.samples: expected 10, as there are, got 11.',
    expect.stringMatching(/^a\.html, tasks\[0\]\.slot: expected one of the run’s 0 slots/),
  ])
})

test('labels that cannot be read keep nobody from the run', async () => {
  const page = await pageOf(reportedRun())
  const { labels } = await readHtmlRun(
    'a.html',
    Buffer.from(resealed(page, { labels: '{"schemaVersion":7}' })),
  )
  expect(labels).toEqual({ ...noLabels, note: expect.stringContaining('schemaVersion') as string })
})

test('ten thousand pages changed by somebody who mends their sums give a run or a sentence', async () => {
  const random = fakeRandom(9)
  const bases = [
    reportedRun({ tasksPerGroup: 2, samples: 2, states: { 0: 'failed' } }),
    ...Array.from({ length: 19 }, () => randomRun(random)),
  ]
  const found = { taken: 0, refused: 0 }
  for (const base of bases) {
    const page = await pageOf(base)
    const packed = packedIn(page)
    const document = textOf(page, 'document')
    const labels = textOf(page, 'labels')
    const pages: string[] = []
    for (let round = 0; round < 500; round++) {
      const copy = Buffer.from(packed)
      for (let left = 1 + random(3); left > 0; left--) copy[random(copy.length)] = random(256)
      const columns = random(8) === 0 ? copy.subarray(0, random(copy.length)) : copy
      const at = random(document.length)
      const changedDocument = `${document.slice(0, at)}${String(random(1_000_000))}${document.slice(at + random(3))}`
      const changed = sealed({
        document: random(10) === 0 ? changedDocument : document,
        labels,
        columns: storedText(columns),
      })
      pages.push(random(20) === 0 ? changed.slice(random(changed.length)) : changed)
    }
    // Inflating waits for another thread each time: all of them do so together.
    for (const why of await Promise.all(pages.map(whyRefused))) {
      if (!/^(?:it was taken|a\.html.*\.)$/.test(why)) expect.fail(`got "${why}"`)
      found[why === 'it was taken' ? 'taken' : 'refused']++
    }
  }
  expect(found.taken + found.refused).toBe(10_000)
  // Changes that are all refused for one reason would not try the others.
  expect(Math.min(found.taken, found.refused)).toBeGreaterThan(500)
})
