import { expect, test } from 'vitest'
import { fakeRun } from '../html/fake-run.ts'
import { findAll, parseStrictly, type ParsedElement } from '../html/strict-parse.ts'
import { comparisonHtml } from './comparison-html.ts'
import { fakeComparison, type FakeComparison } from './fake-experiment.ts'
import { methodTable } from './method-table.ts'
import { allWithin, brokenReferences, cellsOf, ofClass, sectionOf } from './page-parts.ts'

const sourceOf = ({ comparison, outline, trials, runs }: FakeComparison): string =>
  [...comparisonHtml(comparison, outline, trials, runs)].join('')
const parse = (experiment: FakeComparison): ParsedElement => parseStrictly(sourceOf(experiment))
const headings = (page: ParsedElement): string[] => findAll(page, 'h2').map(({ text }) => text)
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u202f', ' ')

const hostile = '</td></bdi><script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;\u202e'

test('titles, labels and sentences are text, whatever they contain', () => {
  const experiment = fakeComparison({
    title: hostile,
    variants: [
      { label: hostile, makespansMs: [1_000] },
      { label: 'other', makespansMs: [1_000] },
    ],
    changes: {
      sentence: hostile,
      checks: [{ id: 'drift', level: 'warning', sentence: hostile }],
      environmentDifferences: [{ name: 'CPU', values: [hostile, 'plain'] }],
      differences: [{ id: 'loop-blocked', sentence: hostile, sentences: [hostile, null] }],
    },
  })
  const page = parse(experiment)
  const shown = hostile.replace('\u202e', '\ufffd')
  expect(['script', 'img', 'iframe', 'link', 'a'].flatMap((name) => findAll(page, name))).toEqual([])
  expect(findAll(page, 'title')[0]?.text).toBe(`${shown}: ${shown}, other – Taskscope`)
  expect(findAll(page, 'h1')[0]?.text).toBe(`${shown} 2 variants compared`)
  expect(ofClass(page, 'strip-name').map(({ text }) => text)).toEqual([shown, 'other', ''])
  expect(cellsOf(sectionOf(page, 'Not the same machine'))).toEqual([['CPU', shown, 'plain']])
})

test('the page asks for nothing from outside and forbids it', () => {
  const source = sourceOf(fakeComparison())
  const policy = findAll(parseStrictly(source), 'meta').find(({ attributes }) => attributes.has('http-equiv'))
  expect(policy?.attributes.get('content')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+' 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'$/,
  )
  expect(source.match(/https?:|url\((?!#)|@import|\bsrc=|\son\w+=|href="(?!#)/g)).toBeNull()
})

test('what pictures refer to is on the page, once, although every variant has the same pictures', () => {
  const variants = Array.from({ length: 10 }, (_, at) => ({ label: `hybrid ${at}`, makespansMs: [1_000] }))
  expect(brokenReferences(parse(fakeComparison({ variants })))).toEqual({ twice: [], missing: [] })
})

test('every picture says in words what it shows', () => {
  const drawings = findAll(parse(fakeComparison()), 'svg').filter(
    ({ attributes }) => attributes.get('role') === 'img',
  )
  expect(drawings.map(({ children: [title, description] }) => [title?.name, description?.name])).toEqual(
    drawings.map(() => ['title', 'desc']),
  )
})

test('what makes the comparison doubtful comes before its numbers, and where the numbers come from after them', () => {
  const experiment = fakeComparison({
    changes: {
      environmentDifferences: [{ name: 'cores', values: ['2', '4'] }],
      differences: [{ id: 'loop-blocked', sentence: 'Only one.', sentences: ['One.', null] }],
    },
  })
  expect(headings(parse(experiment))).toEqual([
    'Not the same machine',
    'Checks',
    'Makespans',
    'Variants',
    'Timelines on one axis',
    'Where the time went',
    'Differences explained',
    'How it was measured',
    'Options of all variants',
    'Machine',
    'All measured runs',
    'How the figures are computed',
  ])
})

test('it is said that the answer allows for several verdicts, a sweep has none', () => {
  const said =
    'Each verdict holds with 95\u202f% by itself; the answer on top allows for there being several.'
  const { outline } = fakeComparison()
  expect(sectionOf(parse(fakeComparison()), 'How it was measured').text).toContain(said)
  const swept = { ...outline, sweep: { size: 'cpu', values: [1, 2] } } as const
  expect(methodTable(swept, [], 'rounds').source).not.toContain('verdict')
})

test.each([
  [{ repeats: 5 }, '6 of 10 runs were made before it was stopped.'],
  [{ origin: 'saved' }, 'It was stopped before all runs were made.'],
] as const)('a comparison that was broken off says so in its heading (%j)', (outline, expected) => {
  const page = parse(fakeComparison({ outline, changes: { isComplete: false } }))
  expect(findAll(page, 'header')[0]?.text).toContain(expected)
})

test('a complete comparison does not claim to be partial', () => {
  expect(findAll(parse(fakeComparison()), 'header')[0]?.text).not.toContain('Partial')
})

test.each([
  ['error', 'No answer'],
  ['warning', 'Answer, with a warning'],
  ['note', 'Answer'],
] as const)('with a check of level %s the answer is headed by “%s”', (level, word) => {
  const page = parse(fakeComparison({ changes: { checks: [{ id: 'drift', level, sentence: 'So.' }] } }))
  expect(findAll(ofClass(page, 'ending')[0] ?? page, 'strong')[0]?.text.slice(2)).toBe(word)
})

test('objections are listed, the most serious first, and every check in the details', () => {
  const page = parse(
    fakeComparison({
      changes: {
        checks: [
          { id: 'complete', level: 'ok', sentence: 'All runs.' },
          { id: 'first-run', level: 'note', sentence: 'A slow start.' },
          { id: 'same-work', level: 'error', sentence: 'Other checksums.' },
          { id: 'drift', level: 'warning', sentence: 'It drifts.' },
        ],
      },
    }),
  )
  const section = sectionOf(page, 'Checks')
  expect(findAll(section, 'li').map(({ text }) => text.trim())).toEqual([
    '✗ Error Other checksums.',
    '! Warning It drifts.',
    'i Note A slow start.',
  ])
  expect(cellsOf(section)).toEqual([
    ['complete', '✓ Passed', 'All runs.'],
    ['no first-run effect', 'i Note', 'A slow start.'],
    ['same work', '✗ Error', 'Other checksums.'],
    ['no drift', '! Warning', 'It drifts.'],
  ])
})

/** Shares of the width, in percent. */
const numbersOf = (elements: readonly ParsedElement[], name: string): number[] =>
  elements.map(({ attributes }) => parseFloat(attributes.get(name) ?? ''))

test('every run is a dot on one axis from 0, the fastest variant first, with its median and interval', () => {
  const page = parse(fakeComparison())
  const rows = ofClass(page, 'strip-row').slice(0, -1)
  const perMs = 100 / (2_020 * 1.05 * 1.02)
  const expected = [
    { runs: [1_000, 1_010, 1_030], median: 1_010 },
    { runs: [2_000, 2_040, 2_020], median: 2_020 },
  ]
  rows.forEach((row, at) => {
    const { runs = [], median = NaN } = expected[at] ?? {}
    const drawn = [
      ...numbersOf(ofClass(row, 'dot-mark'), 'cx'),
      ...numbersOf(ofClass(row, 'median-mark'), 'x1'),
      ...numbersOf(ofClass(row, 'band'), 'x'),
      ...numbersOf(ofClass(row, 'band'), 'width'),
    ]
    const wanted = [...runs, median, median * 0.95, median * 0.1].map((ms) => ms * perMs)
    expect(drawn.map((share) => share.toFixed(2))).toEqual(wanted.map((share) => share.toFixed(2)))
  })
  expect(rows.map((row) => ofClass(row, 'strip-name')[0]?.text)).toEqual(['hybrid', 'sequential'])
})

test('equal runs are dots that can be told apart', () => {
  const page = parse(fakeComparison({ variants: [{ label: 'hybrid', makespansMs: [1_000, 1_000, 1_000] }] }))
  const heights = numbersOf(
    ofClass(page, 'dot-mark').filter(({ children }) => children.length > 0),
    'cy',
  )
  expect(new Set(heights).size).toBe(3)
})

test('the table has each variant’s figures with their intervals, and the verdict in words', () => {
  const [hybrid, sequential] = cellsOf(sectionOf(parse(fakeComparison()), 'Variants'))
  expect(hybrid).toEqual([
    'hybrid',
    '1.01 s 960 ms – 1.06 s',
    '×0.500 0.450 – 0.550',
    'fasterhybrid: faster.',
    '10.0 ms',
    '1.00 ms p95 2.00 ms',
    '50 %',
    '600 ms',
    '128 MiB',
    '1.0 %',
    '×1.20',
    '0',
  ])
  expect(sequential?.slice(0, 4)).toEqual([
    'sequential',
    '2.02 s 1.92 – 2.12 s',
    '1',
    'baselinesequential: baseline.',
  ])
})

test('the typical runs are drawn below each other on one axis: a run twice as long is twice as wide', () => {
  const page = parse(fakeComparison())
  const panels = ofClass(page, 'panel')
  expect(panels.map((panel) => plain(findAll(panel, 'h3')[0]?.text))).toEqual([
    'hybrid 1.01 s · run run-1-1',
    'sequential 2.02 s · baseline · run run-0-2',
  ])
  // The critical chain ends where the run ends.
  const widths = panels.map((panel) => {
    const [halo] = ofClass(panel, 'halo')
    const xs = [...(halo?.attributes.get('d') ?? '').matchAll(/[MH](-?[\d.]+)/g)].map(([, x]) => Number(x))
    return Math.max(...xs) - Math.min(...xs)
  })
  expect(((widths[1] ?? NaN) / (widths[0] ?? NaN)).toFixed(2)).toBe('2.00')
  expect(panels.map((panel) => ofClass(panel, 'cell').length > 0)).toEqual([true, true])
})

test('a run whose record is gone has no timeline, and its variant keeps its numbers', () => {
  const experiment = fakeComparison()
  const runs = new Map([...experiment.runs].filter(([id]) => id !== 'run-0-2'))
  expect(ofClass(parse({ ...experiment, runs }), 'panel').length).toBe(1)
  const page = parse({ ...experiment, runs: new Map() })
  expect([
    headings(page).includes('Timelines on one axis'),
    cellsOf(sectionOf(page, 'Variants')).length,
  ]).toEqual([false, 2])
})

test('bars of one account have one scale', () => {
  const page = parse(fakeComparison())
  const lengths = findAll(page, 'svg')
    .filter(({ attributes }) => attributes.get('aria-labelledby')?.startsWith('account-wall'))
    .map((bar) => numbersOf(ofClass(bar, 'part'), 'width').reduce((sum, width) => sum + width, 0))
  // Preparation of 1 ms included.
  expect(lengths.map((length) => Math.round(length))).toEqual([Math.round((1_000 * 1_011) / 2_021), 1_000])
})

test('a finding of one variant is said of each', () => {
  const sentences = ['The loop was blocked.', null]
  const page = parse(
    fakeComparison({
      changes: { differences: [{ id: 'loop-blocked', sentence: 'Only sequential blocks.', sentences }] },
    }),
  )
  const section = sectionOf(page, 'Differences explained')
  expect(findAll(section, 'li').map((item) => findAll(item, 'p')[0]?.text)).toEqual([
    'Only sequential blocks.',
  ])
  expect(cellsOf(section)).toEqual([
    ['hybrid', 'none of its kind'],
    ['sequential', 'The loop was blocked.'],
  ])
})

test('how it was measured names repeats, warm-ups, pause and the very order', () => {
  const rows = cellsOf(sectionOf(parse(fakeComparison()), 'How it was measured'))
  const facts = new Map(rows.map(([name = '', value = '']) => [name, value]))
  expect(['runs', 'warm-ups', 'pause'].map((name) => facts.get(name))).toEqual([
    '3 measured runs of each of 2 variants; 6 of 6 were made',
    '1 run of each before those, which do not count',
    '100 ms between runs',
  ])
  expect(facts.get('order')).toContain('sequential, hybrid | hybrid, sequential | sequential, hybrid')
})

test('options that differ stand beside the variants’ names, the others once', () => {
  const experiment = fakeComparison()
  const trials = experiment.trials.map((trial) =>
    trial.variant === 0
      ? trial
      : { ...trial, run: { ...trial.run, options: { ...trial.run.options, cpuWorkers: 7 } } },
  )
  const page = parse({ ...experiment, trials })
  expect(cellsOf(sectionOf(page, 'Options in which the variants differ'))).toEqual([
    ['CPU workers', '2', '7'],
  ])
  expect(cellsOf(sectionOf(page, 'Options that all variants share')).map(([name]) => name)).not.toContain(
    'CPU workers',
  )
})

test('every measured run is listed in the order in which they ran', () => {
  const rows = cellsOf(sectionOf(parse(fakeComparison()), 'All measured runs'))
  expect(rows.map((cells) => [cells[0], cells[1], cells[2], cells[3], cells.at(-1)])).toEqual([
    ['1', '1', 'sequential', '2.00 s', 'run-0-0'],
    ['2', '1', 'hybrid', '1.00 s', 'run-1-0'],
    ['3', '2', 'hybrid', '1.01 s', 'run-1-1'],
    ['4', '2', 'sequential', '2.04 s', 'run-0-1'],
    ['5', '3', 'sequential', '2.02 s', 'run-0-2'],
    ['6', '3', 'hybrid', '1.03 s', 'run-1-2'],
  ])
})

test('runs of which nothing finished, and variants that never ran, give a whole page', () => {
  const source = sourceOf(
    fakeComparison({
      variants: [
        { label: 'nothing finished', makespansMs: [NaN, NaN] },
        { label: 'never ran', makespansMs: [] },
      ],
      changes: { isComplete: false, checks: [] },
    }),
  )
  const page = parseStrictly(source)
  expect(headings(page)).not.toContain('Makespans')
  expect(cellsOf(sectionOf(page, 'Variants')).map(([label, makespan]) => [label, makespan])).toEqual([
    ['nothing finishedHybrid', '–'],
    ['never ranHybrid', '–'],
  ])
  expect(source).not.toMatch(/NaN|Infinity|undefined/)
})

test('runs of very many tasks do not make the page grow with them', () => {
  const experiment = fakeComparison({
    variants: ['a', 'b', 'c', 'd'].map((label) => ({ label, makespansMs: [1_000] })),
  })
  const large = fakeRun({ names: ['a', 'b'], tasksPerGroup: 25_000, slots: 4 })
  const runs = new Map([...experiment.runs.keys()].map((id) => [id, large]))
  const source = sourceOf({ ...experiment, runs })
  expect(source.length).toBeLessThan(8_000_000)
  expect(allWithin(parseStrictly(source)).length).toBeGreaterThan(0)
  expect(source).toContain('all 50,000 tasks')
})
