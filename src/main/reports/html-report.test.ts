import { expect, test } from 'vitest'
import { fakeRun as measuredRun, sampleRecord } from '#shared/analysis/fake-run.ts'
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
  expect(policy?.attributes.get('content')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'$/,
  )
  expect(source.match(/https?:|url\((?!#)|@import|\bsrc=|\son\w+=|href="(?!#)/g)).toBeNull()
})

test('no element has a style of its own, which the policy would not allow', () => {
  const source = sourceOf(fakeRun({ names: ['one', 'two'], states: { 0: 'failed' } }))
  expect(source.match(/\sstyle="/g)).toBeNull()
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

/** Two tasks of one thread, the second ready for half of its time, and two of a loop, one of which holds up the other. */
function observedRun(): Run {
  return measuredRun({
    groups: [
      { name: 'compute', kind: 'cpu', count: 2 },
      { name: 'tick', kind: 'async', count: 2 },
    ],
    slots: [{ isShared: false }, { isShared: true }],
    tasks: [
      { started: 0, finished: 400, slot: 0, onCpu: 400, ready: 0, timer: 0, io: 0 },
      { started: 401, finished: 1_000, slot: 0, onCpu: 299, ready: 300, timer: 0, io: 0 },
      { started: 0, finished: 600, slot: 1, onCpu: 100, ready: 200, timer: 300, io: 0 },
      { started: 0, finished: 500, slot: 1, onCpu: 200, ready: 0, timer: 0, io: 300 },
    ],
    slices: [
      { kind: 'computed', task: 0, slot: 0, from: 0, to: 400, onCpu: 400, ready: 0 },
      { kind: 'computed', task: 1, slot: 0, from: 401, to: 1_000, onCpu: 299, ready: 300 },
      { kind: 'timerWait', task: 2, slot: 1, from: 0, to: 300 },
      { kind: 'ran', task: 3, slot: 1, from: 300, to: 500, onCpu: 200 },
      { kind: 'ran', task: 2, slot: 1, from: 500, to: 600, onCpu: 100, ready: 200 },
    ],
    sampledCores: 1,
    sampledSlots: 2,
    samples: [100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000].map((atMs, row) =>
      sampleRecord({
        atMs,
        intervalMs: 100,
        latenessMs: 1,
        mainThreadCpuMs: row * 2,
        samplerCpuMs: row,
        processCpuMs: row * 90,
        taskLoopDelayMs: 5,
        cores: [{ busy: 1 }],
        slots: [
          { onCpuMs: 60, readyMs: 30, core: 0 },
          { onCpuMs: 30, readyMs: 0, core: 0 },
        ],
      }),
    ),
    preparationMs: 50,
    nowMs: 1_000,
  })
}

const ofClass = (element: ParsedElement, name: string): ParsedElement[] =>
  element.children.flatMap((child) => [
    ...(child.attributes.get('class')?.split(' ').includes(name) === true ? [child] : []),
    ...ofClass(child, name),
  ])

test('findings stand in the page with their severity in a word, what to try, and where to look', () => {
  const [first] = ofClass(parse(observedRun()), 'findings').flatMap((list) => findAll(list, 'li'))
  const [sentence, ...rest] = findAll(first ?? parse(fakeRun()), 'p')
  expect([
    /^\S (problem|advice|note|good)$/.test(findAll(sentence ?? parse(fakeRun()), 'strong')[0]?.text ?? ''),
    /^[\d,.]+\u202f?m?s? to /.test(rest.at(-1)?.text ?? ''),
  ]).toEqual([true, true])
})

test('where the time went adds up to the total in every view, unexplained time included', () => {
  const [table] = ofClass(parse(observedRun()), 'accounts')
  const rows = findAll(table ?? parse(fakeRun()), 'tr').slice(1)
  const shares = rows.map((row) =>
    findAll(row, 'td').flatMap(({ text }) => (/^-?[\d.]+\u202f%$/.test(text) ? [parseFloat(text)] : [])),
  )
  const names = rows.map((row) => findAll(row, 'th')[0]?.text.trim())
  expect([names.at(-2), names.at(-1), shares.at(-1)]).toEqual(['unexplained', 'total', [100, 100, 100]])
  const columns = [1, 3, 5].map((column) =>
    rows
      .slice(0, -1)
      .reduce((sum, row) => sum + (parseFloat(findAll(row, 'td')[column]?.text ?? '') || 0), 0),
  )
  // Each is rounded to a percent or a tenth of one.
  for (const sum of columns) expect(Math.abs(sum - 100)).toBeLessThan(3)
})

test('every entry of an account has a pattern of its own, so that it can be told apart on grey paper', () => {
  const patterns = findAll(parse(observedRun()), 'pattern').filter(({ attributes }) =>
    attributes.get('id')?.startsWith('account-'),
  )
  const drawings = patterns.map(({ children }) =>
    children
      .map(({ name, attributes }) => [name, attributes.get('d'), attributes.get('fill-opacity')].join())
      .join(';'),
  )
  const plain = drawings.filter((drawing) => !drawing.includes('path'))
  const lined = drawings.filter((drawing) => drawing.includes('path'))
  // Plain ones differ in how dark they are: on CPU, other programs, idle.
  expect([new Set(lined).size, lined.length, plain.length]).toEqual([9, 9, 3])
})

test('the critical chain is a path over the spans and a list below them', () => {
  const page = parse(observedRun())
  const [path] = ofClass(page, 'chain').flatMap((group) => findAll(group, 'path'))
  const links = ofClass(page, 'links').flatMap((table) => findAll(table, 'tr').slice(1))
  expect([
    /^M[\d. ]+H/.test(path?.attributes.get('d') ?? ''),
    links.map((link) => [findAll(link, 'th')[0]?.text, findAll(link, 'td')[0]?.text]),
  ]).toEqual([
    true,
    [
      ['compute 1', 'ran'],
      ['compute 2', 'was on its way to its slot'],
      ['compute 2', 'ran'],
    ],
  ])
  expect(sentences(page)).toContain(
    '2 stretches of tasks, 999\u202fms in all; 1.00\u202fms for handing over.',
  )
})

const spanIn = (page: ParsedElement, name: string): ParsedElement | undefined =>
  findAll(page, 'g').find(({ children: [title] }) => title?.text.startsWith(`${name}:`))

test('spans are solid on CPU, hatched while ready, outlined while suspended; a name on more than light has a plate', () => {
  const page = parse(observedRun())
  const spanOf = (name: string): ParsedElement | undefined => spanIn(page, name)
  const looks = (name: string): (string | undefined)[] =>
    spanOf(name)?.children.flatMap(({ name: element, attributes }) =>
      element === 'path' || element === 'rect' ? [attributes.get('class')] : [],
    ) ?? []
  expect(['compute 1', 'compute 2', 'tick 1', 'tick 2'].map(looks)).toEqual([
    ['solid'],
    ['ready', 'solid', 'suspended', 'plate'],
    ['ready', 'solid', 'suspended'],
    ['solid', 'suspended'],
  ])
  expect(spanOf('tick 1')?.children[0]?.text).toBe(
    'tick 1: succeeded, queue wait 0\u202fms, run time 600\u202fms, on CPU 100\u202fms, ready 200\u202fms, timers 300\u202fms',
  )
})

test('in a hatched span too short for a plate there is no name', () => {
  const namedAfter = (endMs: number): (string | undefined)[] => {
    const run = measuredRun({
      groups: [
        { name: 'a', kind: 'cpu' },
        { name: 'b', kind: 'cpu' },
      ],
      slots: [{ isShared: false }],
      tasks: [
        { started: 0, finished: endMs, slot: 0 },
        { started: endMs, finished: 1_000, slot: 0 },
      ],
      slices: [
        { kind: 'computed', task: 0, slot: 0, from: 0, to: endMs, onCpu: endMs / 4, ready: endMs * 0.75 },
      ],
      nowMs: 1_000,
    })
    return (
      spanIn(parse(run), 'a')?.children.flatMap(({ name, attributes, text }) =>
        name === 'text' ? [text] : attributes.get('class') === 'plate' ? ['plate'] : [],
      ) ?? ['no span']
    )
  }
  expect([namedAfter(40), namedAfter(200)]).toEqual([[], ['plate', 'a']])
})

test('a stretch in which one task held the loop is a band across all of its lanes, with the culprit’s name', () => {
  const bands = ofClass(parse(observedRun()), 'blocked').filter(({ children }) => children.length > 0)
  expect(bands.map(({ text }) => text.replaceAll('\u202f', ' '))).toEqual([
    'tick 2 held the loop for 200 ms',
    'tick 1 held the loop for 100 ms',
  ])
})

test('each slot tells what its thread did', () => {
  const [table] = ofClass(parse(observedRun()), 'slots')
  const rows = findAll(table ?? parse(fakeRun()), 'tr').slice(1)
  expect(rows.map((row) => row.children.map(({ text }) => text.replaceAll('\u202f', ' ')))).toEqual([
    ['slot 0', '2', '600 ms', '60 %', '300 ms', '30 %', '100 ms', '10 %', '0 ms', '0'],
    ['slot 1', '2', '300 ms', '30 %', '0 ms', '0 %', '700 ms', '70 %', '0 ms', '0'],
  ])
})

test('what observing cost, and where the numbers came from, is said', () => {
  const text = parse(observedRun()).text.replaceAll('\u202f', ' ')
  for (const expected of [
    'of one core, 1.5 % of the machine: main thread',
    '99 of 100 were late by 1.00 ms or less',
    'schedstat of the thread',
    'async_hooks in the loop’s thread',
    'not reported by this machine',
  ])
    expect(text).toContain(expected)
})

test('a run that was not sampled says that sampling was off', () => {
  const run = fakeRun({ samples: 0 })
  const page = parse({ ...run, header: { ...run.header, options: { ...run.header.options, sampleHz: 0 } } })
  expect(sentences(page)).toContain('sampling was switched off')
  expect(page.text).toContain('switched off')
})
