import { expect, test } from 'vitest'
import type { Run } from '#shared/model/run.ts'
import { fakeRun } from './html/fake-run.ts'
import { findAll, parseStrictly, type ParsedElement } from './html/strict-parse.ts'
import { htmlReport } from './html-report.ts'

const sourceOf = (run: Run): string => [...htmlReport(run)].join('')
const parse = (run: Run): ParsedElement => parseStrictly(sourceOf(run))
const taskRows = (page: ParsedElement): ParsedElement[] => {
  const table = findAll(page, 'table').find((candidate) => candidate.attributes.get('class') === 'tasks')
  return table === undefined ? [] : findAll(table, 'tr').slice(1)
}
const sentences = (page: ParsedElement): string =>
  findAll(page, 'p')
    .map(({ text }) => text)
    .join('\n')

const hostileNames = [
  '<script>alert("x")</script>',
  `"'><img src=x onerror=alert(1)>`,
  ']]>&amp;<!-- -->',
  'bell \u0007 and escape \u001b[31m',
  '\u202eturned around\u202c \u2066',
  'مهمة שלום',
  '</svg></style></title>',
  'lone \ud800 half',
]

test('names and messages are text, whatever they contain', () => {
  const page = parse(
    fakeRun({
      names: hostileNames,
      title: '</title><script>alert(1)</script>',
      states: { 0: 'failed', 3: 'failed' },
      message: '</td><script>alert(2)</script>',
    }),
  )
  expect(['script', 'img', 'iframe', 'link', 'a'].flatMap((name) => findAll(page, name))).toEqual([])
  expect(taskRows(page).map((row) => findAll(row, 'th')[0]?.text)).toEqual([
    ...hostileNames.slice(0, 3),
    'bell \ufffd and escape \ufffd[31m',
    '\ufffdturned around\ufffd \ufffd',
    'مهمة שלום',
    '</svg></style></title>',
    'lone \ufffd half',
  ])
  expect(findAll(page, 'title')[0]?.text).toBe('</title><script>alert(1)</script> under hybrid – Taskscope')
  expect(page.text).toContain('Error: </td><script>alert(2)</script>')
})

test('the page asks for nothing from outside and forbids it', () => {
  const source = sourceOf(fakeRun({ states: { 0: 'failed' } }))
  const policy = findAll(parseStrictly(source), 'meta').find(({ attributes }) => attributes.has('http-equiv'))
  expect(policy?.attributes.get('content')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  )
  expect(source.match(/https?:|url\((?!#)|@import|\bsrc=|\son\w+=|href="(?!#)/g)).toBeNull()
})

test('every picture says in words what it shows', () => {
  const drawings = findAll(parse(fakeRun({ tasksPerGroup: 3 })), 'svg').filter(
    ({ attributes }) => attributes.get('role') === 'img',
  )
  expect(drawings.map(({ children: [title, description] }) => [title?.name, description?.name])).toEqual(
    drawings.map(() => ['title', 'desc']),
  )
  expect(drawings[1]?.children[0]?.text).toBe('Timeline of 3 tasks, one lane per slot')
  expect(drawings[1]?.children[1]?.text).toContain('cpu 1 ran 3 tasks.')
})

test('what a picture refers to is on the page, once', () => {
  const page = parse(fakeRun({ names: ['one', 'two'], states: { 1: 'timed-out' } }))
  const all = (element: ParsedElement): ParsedElement[] =>
    element.children.flatMap((child) => [child, ...all(child)])
  const ids = all(page).flatMap(({ attributes }) => attributes.get('id') ?? [])
  const wanted = all(page).flatMap(({ attributes }) => [
    ...(attributes.get('aria-labelledby')?.split(' ') ?? []),
    ...(attributes.get('href')?.startsWith('#') === true ? [attributes.get('href')?.slice(1) ?? ''] : []),
    ...(attributes.get('fill')?.startsWith('url(#') === true
      ? [attributes.get('fill')?.slice(5, -1) ?? '']
      : []),
  ])
  expect(new Set(ids).size).toBe(ids.length)
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
})

test.each([
  [{ kind: 'completed' }, 'Completed All 2 tasks succeeded.'],
  [{ kind: 'cancelled' }, 'Cancelled The run was stopped before it was done'],
  [{ kind: 'broken', message: 'The <sampler> died' }, 'The reason: The <sampler> died'],
  [{ kind: 'running' }, 'Not finished The run was still going on when this was written'],
] as const)('the ending %j is said in the heading', (phase, expected) => {
  const page = parse({ ...fakeRun({ tasksPerGroup: 2 }), phase })
  expect(sentences(page)).toContain(expected)
})

test('lost records are announced', () => {
  const page = parse({ ...fakeRun(), droppedEvents: 17 })
  expect(sentences(page)).toContain('17 records of what happened could not be kept')
})

test('a run without samples says so instead of drawing empty tracks', () => {
  const page = parse(fakeRun({ samples: 0 }))
  expect(sentences(page)).toContain('No sample of cores and memory was taken')
  expect(
    findAll(page, 'title')
      .map(({ text }) => text)
      .filter((title) => /core|memory/i.test(title)),
  ).toEqual([])
})

test('a run that never began a task still gives a whole page', () => {
  const run = fakeRun({ tasksPerGroup: 2, samples: 0, states: { 0: 'planned', 1: 'cancelled' } })
  for (const column of [run.tasks.queuedMs, run.tasks.startedMs, run.tasks.finishedMs]) column.fill(NaN)
  run.tasks.slot.fill(-1)
  const source = sourceOf({ ...run, nowMs: 0, phase: { kind: 'broken', message: 'No threads' } })
  expect(taskRows(parseStrictly(source)).length).toBe(2)
  expect(source).not.toMatch(/NaN|Infinity|undefined/)
})

test('an outcome other than success is marked even where the span is too narrow for its mark', () => {
  const page = parse(fakeRun({ tasksPerGroup: 5_000, states: { 2_500: 'timed-out' } }))
  const marks = findAll(page, 'g').filter(({ attributes }) => attributes.get('class') === 'beside')
  expect(
    marks.flatMap((mark) => findAll(mark, 'use')).map(({ attributes }) => attributes.get('href')),
  ).toEqual(['#mark-timed-out'])
})

test('a hundred thousand tasks are merged, and the page says how many stand where', () => {
  const run = fakeRun({ names: ['a', 'b'], tasksPerGroup: 50_000, slots: 4 })
  const source = sourceOf(run)
  const page = parseStrictly(source)
  const begun = findAll(page, 'title').flatMap(({ text }) => /^([\d,]+) tasks? begun/.exec(text)?.[1] ?? [])
  expect(begun.reduce((sum, count) => sum + Number(count.replaceAll(',', '')), 0)).toBe(100_000)
  expect(sentences(page)).toContain('All 100,000 tasks are narrower than 2 pixels here and drawn merged')
  expect(source.length).toBeLessThan(3_000_000)
})

test('a table that leaves tasks out says which, how many and where they are', () => {
  const run = fakeRun({ tasksPerGroup: 3_000, states: { 2_999: 'failed', 10: 'cancelled' } })
  run.tasks.finishedMs[77] = (run.tasks.startedMs[77] as number) + 5_000
  const page = parse(run)
  const names = taskRows(page).map((row) => findAll(row, 'th')[0]?.text)
  expect([names.length, ...names.slice(0, 3)]).toEqual([2_000, 'task 11', 'task 3000', 'task 78'])
  expect(sentences(page)).toContain(
    '2,000 of 3,000 tasks: the 2 that did not succeed, then the 1,998 with the longest run time. The other 1,000 are not in this table. The JSON report of this run has them all.',
  )
})

test('a plan of ten thousand groups stays a page', () => {
  const page = parse(fakeRun({ names: Array.from({ length: 10_000 }, (_, position) => `group ${position}`) }))
  expect(sentences(page)).toContain('Shown are the first 300. The JSON report of this run has them all.')
  expect(page.text).toContain('and 9,976 more groups: see the plan')
})

test('a message of any length is cut only with a word about it', () => {
  const page = parse(fakeRun({ states: { 0: 'failed' }, message: 'x'.repeat(5_000) }))
  expect(page.text).toContain('… (and 3,000 more characters)')
})
