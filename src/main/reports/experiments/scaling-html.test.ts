import { expect, test } from 'vitest'
import { findAll, parseStrictly, type ParsedElement } from '../html/strict-parse.ts'
import { fakeScaling, type FakeScaling } from './fake-scaling.ts'
import { brokenReferences, cellsOf, ofClass, sectionOf } from './page-parts.ts'
import { runsOfScalingReport, scalingHtml } from './scaling-html.ts'

const sourceOf = ({ scaling, outline, trials, runs }: FakeScaling): string =>
  [...scalingHtml(scaling, outline, trials, runs)].join('')
const parse = (experiment: FakeScaling): ParsedElement => parseStrictly(sourceOf(experiment))
const headings = (page: ParsedElement): string[] => findAll(page, 'h2').map(({ text }) => text)
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u202f', ' ')

function chartOf(page: ParsedElement, id: string): ParsedElement {
  const chart = findAll(page, 'svg').find(({ attributes }) =>
    attributes.get('aria-labelledby')?.startsWith(`${id} `),
  )
  if (chart === undefined) throw new Error(`Expected a chart ${id}`)
  return chart
}

test('the answer comes first, then the charts, the numbers and the laws', () => {
  const page = parse(fakeScaling())
  expect(headings(page)).toEqual([
    'Checks',
    'Throughput and makespan',
    'Sizes',
    'Scaling laws',
    'Timelines on one axis',
    'How it was measured',
    'Options of all variants',
    'Machine',
    'All measured runs',
  ])
  expect(findAll(page, 'header')[0]?.text).toContain('✓ Answer More than 2 CPU workers gains nothing here.')
})

test('names are text, nothing comes from outside, and what is referred to is there once', () => {
  const source = sourceOf(fakeScaling({ title: '</title><script>alert(1)</script>' }))
  const page = parseStrictly(source)
  expect(findAll(page, 'script')).toEqual([])
  expect(source.match(/https?:|url\((?!#)|@import|\bsrc=|\son\w+=|href="(?!#)/g)).toBeNull()
  expect(brokenReferences(page)).toEqual({ twice: [], missing: [] })
})

test('every run is a dot at its throughput, from 0, and medians are joined', () => {
  const experiment = fakeScaling()
  const chart = chartOf(parse(experiment), 'throughput-chart-title')
  const ys = ofClass(chart, 'dot-mark').map(({ attributes }) => Number(attributes.get('cy')))
  const rates = experiment.scaling.points.flatMap(({ makespansMs }) => makespansMs.map((ms) => 4_000 / ms))
  // One scale: height above the axis per task a second is the same for all of them.
  const base = 300 - 42
  const perRate = ys.map((y, at) => (base - y) / (rates[at] ?? NaN))
  expect(new Set(perRate.map((pixels) => Math.round(pixels))).size).toBe(1)
  expect(ys.length).toBe(12)
  expect(ofClass(chart, 'medians')[0]?.attributes.get('d')).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){3}$/)
})

test('laws, perfect scaling and the knee with its range are drawn, and a law that does not fit is faint', () => {
  const chart = chartOf(parse(fakeScaling()), 'throughput-chart-title')
  expect(ofClass(chart, 'law').map(({ attributes }) => attributes.get('class'))).toEqual([
    'law perfect',
    'law amdahl poor',
    'law usl',
  ])
  expect([ofClass(chart, 'knee').length, ofClass(chart, 'knee-range').length]).toEqual([1, 1])
  expect(findAll(chart, 'text').at(0)?.text).toBe('knee: 2')
})

test('where there is no knee, none is drawn', () => {
  expect(ofClass(parse(fakeScaling({ changes: { knee: null } })), 'knee')).toEqual([])
})

test('a law says whether it fits, with its parameters and their intervals', () => {
  const section = sectionOf(parse(fakeScaling()), 'Scaling laws')
  expect(findAll(section, 'h3').map(({ text }) => text)).toEqual([
    'Amdahl’s law ! does not fit',
    'Universal Scalability Law ✓ fits',
  ])
  expect(cellsOf(section).map((cells) => cells.slice(0, 3))).toEqual([
    ['λ lambda', '2.00 /s', '1.90 – 2.10 /s'],
    ['σ sigma', '0.20', '0.15 – 0.25'],
    ['λ lambda', '2.00 /s', '1.90 – 2.10 /s'],
    ['σ sigma', '0.20', '0.15 – 0.25'],
    ['κ kappa', '0.020', '–'],
  ])
  expect(plain(section.text)).toContain('at worst by 20 %, at 2 CPU workers')
})

test('the table has makespan, throughput and speed-up of each size, and says which is the knee', () => {
  const rows = cellsOf(sectionOf(parse(fakeScaling({ sizes: [1, 2] })), 'Sizes'))
  expect(rows).toEqual([
    ['1', '2.02 s', '1.96 – 2.08 s', '1.98 /s', '1.92 – 2.04 /s', '×1.00', '0.970 – 1.03', '3', ''],
    [
      '2',
      '1.01 s',
      '980 ms – 1.04 s',
      '3.96 /s',
      '3.84 – 4.08 /s',
      '×2.00',
      '1.94 – 2.06',
      '3',
      'knee, best measured',
    ],
  ])
})

test('a size that is no number of workers has neither laws nor perfect scaling', () => {
  const page = parse(fakeScaling({ size: 'tasks', sizes: [1, 2, 4] }))
  expect([headings(page).includes('Scaling laws'), ofClass(page, 'law').length]).toEqual([false, 0])
})

test('the runs that the report draws are those of the smallest size, the knee, the best and the largest', () => {
  const { scaling, outline, trials, runs } = fakeScaling({ sizes: [1, 2, 3, 4, 5], changes: { bestSize: 3 } })
  expect(runsOfScalingReport(scaling)).toEqual(['run-0-1', 'run-1-1', 'run-2-1', 'run-4-1'])
  const panels = ofClass(parse({ scaling, outline, trials, runs }), 'panel')
  expect(panels.map((panel) => plain(findAll(panel, 'h3')[0]?.text))).toEqual([
    '1 CPU worker 2.02 s · smallest · run run-0-1',
    '2 CPU workers 1.01 s · knee · run run-1-1',
    '3 CPU workers 1.02 s · best measured · run run-2-1',
    '5 CPU workers 1.04 s · largest · run run-4-1',
  ])
})

test('a sweep that was cancelled before its first run is over gives a whole page that says so', () => {
  const { scaling, outline } = fakeScaling()
  const empty = { ...scaling, points: [], fits: [], knee: null, environment: null, isComplete: false }
  const source = sourceOf({ scaling: empty, outline, trials: [], runs: new Map() })
  expect(findAll(parseStrictly(source), 'header')[0]?.text).toContain('Partial 0 of 12 runs were made')
  expect(source).not.toMatch(/NaN|Infinity|undefined/)
})

test.each([[[1]], [[1, 2, 4, 8, 16, 32, 64]], [[3, 100_000]]])(
  'sizes %j are drawn within the chart',
  (sizes) => {
    const source = sourceOf(fakeScaling({ sizes, changes: { fits: [] } }))
    const dots = ofClass(chartOf(parseStrictly(source), 'makespan-chart-title'), 'dot-mark')
    const xs = dots.map(({ attributes }) => Number(attributes.get('cx')))
    expect([Math.min(...xs) >= 64, Math.max(...xs) <= 576]).toEqual([true, true])
    expect(source).not.toMatch(/NaN|Infinity|undefined/)
  },
)
