import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { accountRun } from '#shared/analysis/account-run.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { findFindings } from '#shared/analysis/findings.ts'
import { summarize } from '#shared/analysis/summary.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import { accountEntries } from '#shared/model/account.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunLabels } from '#shared/model/saved-run.ts'
import { fakeBusyRun } from './fake-busy-run.ts'
import { exportedText, fakeFacts } from './fake-facts.ts'
import { markdownReport } from './markdown-report.ts'
import { asCode, asText } from './markdown/markdown-text.ts'

/** As issue trackers read it: HTML counts, and addresses in text become links. */
const asTracker = new MarkdownIt({ html: true, linkify: true })
/** As careful readers do: HTML is text. */
const asCareful = new MarkdownIt({ html: false, linkify: true })

type Reader = InstanceType<typeof MarkdownIt>
type Table = readonly (readonly string[])[]

/** The text that a reader sees. */
function shown(source: string): string {
  return asTracker
    .parseInline(source, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ content }) => content)
    .join('')
}

/** All tables, each with its heading's row first; cells as a reader sees them. */
function tablesOf(source: string, reader: Reader): readonly Table[] {
  const tables: string[][][] = []
  const tokens = reader.parse(source, {})
  for (const [at, { type }] of tokens.entries()) {
    if (type === 'table_open') tables.push([])
    if (type === 'tr_open') tables.at(-1)?.push([])
    if (type === 'th_open' || type === 'td_open')
      tables
        .at(-1)
        ?.at(-1)
        ?.push(shown(tokens[at + 1]?.content ?? ''))
  }
  return tables
}

const plain = (text: string): string => text.replaceAll('\u202f', ' ')

describe.each([
  ['HTML allowed', asTracker],
  ['HTML as text', asCareful],
])('read back with %s', (_, reader) => {
  test('the tables have the figures of the summary and of the account', async () => {
    const run = fakeBusyRun()
    const [summaryTable, accounts] = tablesOf(await exportedText(markdownReport, run), reader)
    const summary = summarize(run)
    const figures = new Map((summaryTable ?? []).map(([name, value]) => [name, value]))
    const duration = (ms: number | null): string => plain(figureText(durationFigure(ms)))
    const { p50Ms, p95Ms, maxMs } = summary.queueWait
    expect(['makespan', 'outcomes', 'queue wait'].map((name) => figures.get(name))).toEqual([
      duration(summary.makespanMs),
      '4 succeeded, 1 failed, 1 cancelled, 1 timed out, without an end 1',
      `p50 ${duration(p50Ms)}, p95 ${duration(p95Ms)}, max ${duration(maxMs)}`,
    ])

    const accounting = accountRun(run)
    const totals = accounts?.at(-1)
    expect([accounts?.[0]?.slice(1), totals]).toEqual([
      ['waiting for the end', 'slots', 'cores'],
      [
        'total',
        ...[accounting?.wall, accounting?.slots, accounting?.cores].map((account) =>
          duration(account?.totalMs ?? null),
        ),
      ],
    ])
    const worth = accountEntries.filter((entry) => Math.abs(accounting?.slots.parts[entry] ?? 0) >= 0.001)
    const inSlots = (accounts ?? [])
      .slice(1, -1)
      .flatMap((row) => (row[2] === '' || row[2] === '0' ? [] : [row[2]]))
    expect(inSlots.map((cell) => cell?.replace(/ \(.*/, ''))).toEqual(
      worth.map((entry) => duration(accounting?.slots.parts[entry] ?? null)),
    )
  })

  test('every table is a table: all rows are as long as its heading', async () => {
    const tables = tablesOf(await exportedText(markdownReport, fakeBusyRun()), reader)
    expect([
      tables.length,
      tables.filter((rows) => rows.some((row) => row.length !== rows[0]?.length)),
    ]).toEqual([5, []])
  })
})

test('it says how the run ended, what was found and what failed', async () => {
  const run = fakeBusyRun()
  const page = asTracker.render(await exportedText(markdownReport, run))
  expect(page).toContain('<h2>Fake under hybrid</h2>')
  expect(page).toContain('<strong>Completed.</strong> 4 of 8 tasks did not succeed.')
  expect(page).toContain(
    '<h3>1 failure</h3>\n<ul>\n<li>compute 2: <code>RangeError: Out of &quot;range&quot; @here</code>',
  )
  expect((page.match(/<li><strong>/g) ?? []).length).toBe(findFindings(run).length)
  expect(page).toContain('<details>\n<summary>Machine and settings</summary>')
})

const hostile = [
  '@someone and @org/team',
  '#12, GH-12, me/thing#12 and 0123456789abcdef0123456789abcdef01234567',
  '[a link](https://example.com) and ![a picture](https://example.com/x.png)',
  'https://example.com, www.example.com, example.com and someone@example.com',
  '<https://example.com> <script>alert(1)</script> <img src=x onerror=alert(1)>',
  '`code` ``more`` and *stars* _lines_ ~~gone~~ $maths$ &amp; :smile:',
  '| a | table |\n|---|---|\n| b | c |',
  '# heading\n\n- list\n\n    code\n\n> quotation\n\n---',
  '1. one',
  '- one',
  '+ one',
  '=====',
  '</details></summary><!-- -->',
  'back\\slash \\| and [reference]: https://example.com',
  '`',
  '',
]

/** What an issue tracker would make of text that is not in code. */
function references(page: string): readonly string[] {
  const text = page.replaceAll(/<code>.*?<\/code>/gs, '').replaceAll(/<[^>]+>/g, '')
  return text.match(/@\w|#\d|\bGH-\d|\b(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,40}\b|:\/\/|\bwww\./giu) ?? []
}

test.each(hostile)('%j is text and nothing else', (text) => {
  for (const reader of [asTracker, asCareful]) {
    const inText = reader.render(`${asText(text)} end`)
    const inCode = reader.render(`start ${asCode(text)} end`)
    const tags = [...`${inText}${inCode}`.matchAll(/<(\w+)/g)].map(([, name]) => name)
    expect([new Set(tags), references(inText)]).toEqual([
      new Set(asCode(text) === '' ? ['p'] : ['p', 'code']),
      [],
    ])
    const seen = inText.replaceAll('\u200b', '')
    expect(seen).toBe(`<p>${reader.utils.escapeHtml(`${text} end`.replaceAll(/\s+/g, ' ').trim())}</p>\n`)
  }
})

test('nothing that a preset, a task or a person says becomes a link, a mention, markup or a picture', async () => {
  for (const text of hostile) {
    const made = fakeRun({
      groups: [{ name: text, kind: 'cpu', count: 2 }],
      tasks: [
        { started: 0, finished: 10, state: 'failed' },
        { started: 10, finished: 2_000 },
      ],
      nowMs: 2_000,
    })
    const run: Run = {
      ...made,
      header: {
        ...made.header,
        preset: { ...made.header.preset, id: text, title: text },
        environment: { ...made.header.environment, cpuModel: text, operatingSystem: text },
      },
      failures: new Map([[0, { name: text, message: text }]]),
      phase: { kind: 'broken', message: text },
    }
    const labels: RunLabels = { title: text, tags: [], note: `${text}\n\n${text}` }
    const source = await exportedText(markdownReport, run, { ...fakeFacts, labels })
    const page = asTracker.render(source)
    const tags = new Set([...page.matchAll(/<\/?([\w!-]+)/g)].map(([, name]) => name))
    const known = ['h2', 'h3', 'h4', 'p', 'strong', 'ul', 'li', 'code', 'blockquote', 'details', 'summary']
    const ofTables = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
    expect([
      text,
      [...tags].filter((tag) => ![...known, ...ofTables].includes(tag ?? '')),
      references(page),
    ]).toEqual([text, [], []])
    expect(tablesOf(source, asTracker).map((rows) => new Set(rows.map((row) => row.length)).size)).toEqual([
      1, 1, 1, 1, 1,
    ])
  }
})

test('of many failures the first are named, and the others counted', async () => {
  const count = 25
  const made = fakeRun({
    groups: [{ name: 'bad', kind: 'cpu', count }],
    tasks: Array.from({ length: count }, (_, at) => ({
      started: at,
      finished: at + 1,
      state: 'failed' as const,
    })),
  })
  const failures = new Map(
    Array.from({ length: count }, (_, task) => [task, { name: 'Error', message: 'x'.repeat(1_000) }]),
  )
  const source = await exportedText(markdownReport, { ...made, failures })
  expect(source.split('\n').filter((line) => line.startsWith('- bad')).length).toBe(10)
  expect(source).toContain(`Error: ${'x'.repeat(300)} … (and 700 more characters)`)
  expect(source).toContain('- and 15 more failures. The JSON report of this run has them all.')
})
