import { expect, test } from 'vitest'
import { InputError } from '../main/engine/input-error.ts'
import { parseArguments } from './parse-arguments.ts'
import type { Command } from './commands.ts'

/** Words as a shell would split them: "…" keeps spaces. */
const parse = (line: string): Command =>
  parseArguments([...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? ''))

function refusal(line: string): string {
  try {
    parse(line)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'accepted'
}

const noDocuments = { jsonFile: null, htmlFile: null, csvFile: null, conditions: [], isQuiet: false }
const standard = {
  repeats: 5,
  warmUps: 1,
  pauseMs: 100,
  iterationsPerMs: null,
  isSaved: true,
  ...noDocuments,
}

test('without strategies and variants all five strategies are compared', () => {
  const labels = ['sequential', 'event-loop', 'threads', 'hybrid', 'processes']
  expect(parse('compare course-demo')).toEqual({
    kind: 'compare',
    preset: 'course-demo',
    variants: labels.map((label) => ({ label, strategy: label, options: {} })),
    baseline: null,
    ...standard,
  })
})

test('options hold for all variants, a variant’s own go before them, and its label is what was written, in one order', () => {
  expect(
    parse(
      'compare a.json --strategies hybrid,threads --variant "hybrid policy=longest-first cpu=2" --variant "  hybrid  loop-concurrency=7" --variant "hybrid loop=7" --cpu 4 --repeats 7 --warm-ups 0 --pause 0 --iterations-per-ms 1000 --baseline threads --json - --html h --csv c --fail-if "a > b" --fail-if "c > d" --quiet',
    ),
  ).toEqual({
    kind: 'compare',
    preset: 'a.json',
    variants: [
      { label: 'hybrid', strategy: 'hybrid', options: { cpuWorkers: 4 } },
      { label: 'threads', strategy: 'threads', options: { cpuWorkers: 4 } },
      {
        label: 'hybrid cpu=2 policy=longest-first',
        strategy: 'hybrid',
        options: { cpuWorkers: 2, policy: 'longest-first' },
      },
      { label: 'hybrid loop=7', strategy: 'hybrid', options: { cpuWorkers: 4, loopConcurrency: 7 } },
      { label: 'hybrid loop=7 2', strategy: 'hybrid', options: { cpuWorkers: 4, loopConcurrency: 7 } },
    ],
    baseline: 'threads',
    repeats: 7,
    warmUps: 0,
    pauseMs: 0,
    iterationsPerMs: 1000,
    isSaved: true,
    jsonFile: '-',
    htmlFile: 'h',
    csvFile: 'c',
    conditions: ['a > b', 'c > d'],
    isQuiet: true,
  })
})

test('a strategy may be compared with itself', () => {
  expect(parse('compare a --strategies hybrid,hybrid')).toMatchObject({
    variants: [{ label: 'hybrid' }, { label: 'hybrid 2' }],
  })
})

test('the word vs makes groups of saved runs', () => {
  expect(parse('compare x/1.json x/2.json vs y/1.json vs z.json --baseline z')).toEqual({
    kind: 'compare-saved',
    groups: [['x/1.json', 'x/2.json'], ['y/1.json'], ['z.json']],
    baseline: 'z',
    ...noDocuments,
  })
})

test.each<[string, number[] | null]>([
  ['cpu', null],
  ['cpu=1..4', [1, 2, 3, 4]],
  ['cpu=8,1,4,2,2', [1, 2, 4, 8]],
  ['cpu=1..64x2', [1, 2, 4, 8, 16, 32, 64]],
  ['cpu=1..100x3', [1, 3, 9, 27, 81]],
  ['cpu=1..3,8', [1, 2, 3, 8]],
])('--param %s', (param, values) => {
  expect(parse(`sweep course-demo --param ${param} --strategy threads --blocking 3`)).toEqual({
    kind: 'sweep',
    preset: 'course-demo',
    strategy: 'threads',
    options: { blockingThreads: 3 },
    size: 'cpu',
    values,
    ...standard,
  })
})

test('self-test --same compares something with itself', () => {
  expect([
    parse('self-test --same'),
    parse('self-test a.json --same --repeats 20 --iterations-per-ms 0.5 --strategy threads --quiet'),
  ]).toEqual([
    {
      kind: 'same',
      preset: null,
      strategy: null,
      options: {},
      repeats: 10,
      iterationsPerMs: null,
      jsonFile: null,
      isQuiet: false,
    },
    {
      kind: 'same',
      preset: 'a.json',
      strategy: 'threads',
      options: {},
      repeats: 20,
      iterationsPerMs: 0.5,
      jsonFile: null,
      isQuiet: true,
    },
  ])
})

const optionNames =
  'cpu, blocking, loop, threads, timeout, memory-limit, policy, seed, sample-hz, detail, blocked-loop'
const help = 'See taskscope --help.'
const sizes = '--param: expected sizes as in 1..8, 1,2,4,8 or 1..64x2, got'
test.each([
  ['compare', 'compare: expected a preset or a file, got nothing. See taskscope presets.'],
  [
    'compare a b',
    'compare: expected one preset or file, or saved runs with the word vs between them, got "b" as well.',
  ],
  ['compare a --strategy hybrid', `compare: expected no --strategy. ${help}`],
  ['compare a --param cpu', `compare: expected no --param. ${help}`],
  [
    'compare a --strategies hybrid',
    'compare: expected 2 to 8 variants (--strategies a,b --variant "c cpu=2"), got 1.',
  ],
  [
    'compare a --strategies hybrid,hybrid,hybrid,hybrid,hybrid,hybrid,hybrid,hybrid,hybrid',
    'compare: expected 2 to 8 variants (--strategies a,b --variant "c cpu=2"), got 9.',
  ],
  [
    'compare a --strategies hybrid,',
    '--strategies: expected one of sequential, event-loop, threads, hybrid, processes, got "".',
  ],
  [
    'compare a --variant fast',
    '--variant: expected one of sequential, event-loop, threads, hybrid, processes, got "fast".',
  ],
  [
    'compare a --variant "hybrid cpu"',
    `--variant: expected options as in cpu=2 (${optionNames}), got "cpu".`,
  ],
  [
    'compare a --variant "hybrid cores=2"',
    `--variant: expected options as in cpu=2 (${optionNames}), got "cores=2".`,
  ],
  ['compare a --variant "hybrid cpu=0"', '--variant: cpu: expected at least 1, got 0.'],
  ['compare a --variant "hybrid cpu="', '--variant: cpu: expected a whole number, got "".'],
  ['compare a --variant "hybrid cpu=1 cpu=2"', '--variant: expected cpu once, got "hybrid cpu=1 cpu=2".'],
  ['compare a --repeats 0', '--repeats: expected at least 1, got 0.'],
  ['compare a --repeats 101', '--repeats: expected at most 100, got 101.'],
  ['compare a --warm-ups -1', '--warm-ups: expected at least 0, got -1.'],
  ['compare a --pause 1.5', '--pause: expected a whole number, got 1.5.'],
  ['compare a vs', 'compare: expected files of saved runs on both sides of vs, got none.'],
  ['compare vs b', 'compare: expected files of saved runs on both sides of vs, got none.'],
  ['compare a vs b --repeats 3', `compare … vs …: expected no --repeats. ${help}`],
  [
    'compare 1 vs 2 vs 3 vs 4 vs 5 vs 6 vs 7 vs 8 vs 9',
    'compare: expected at most 8 groups of saved runs, got 9.',
  ],
  ['sweep', 'sweep: expected a preset or a file, got nothing. See taskscope presets.'],
  ['sweep a', `sweep: expected --param, as in --param cpu=1..8, got none. ${help}`],
  [
    'sweep a --param cores',
    '--param: expected one of cpu, blocking, loop, threads, tasks, length, got "cores".',
  ],
  ['sweep a --param cpu=', `${sizes} "".`],
  ['sweep a --param cpu=8..1', `${sizes} "8..1".`],
  ['sweep a --param cpu=0..1', `${sizes} "0..1".`],
  ['sweep a --param cpu=1..8x1', `${sizes} "1..8x1".`],
  ['sweep a --param cpu=1..', `${sizes} "1..".`],
  ['sweep a --param cpu=-1', `${sizes} "-1".`],
  ['sweep a --param cpu=1.5,2', `${sizes} "1.5".`],
  ['sweep a --param cpu=1..1000000', '--param: expected at most 16 sizes, got more.'],
  ['sweep a --param cpu=99999999999', `${sizes} "99999999999".`],
  ['sweep a --param cpu=2,2', '--param: expected at least 2 sizes, got 1.'],
  ['sweep a --param cpu=1..2 --cpu 3', 'sweep: expected --cpu or --param cpu, got both.'],
  ['sweep a --param loop --baseline a', `sweep: expected no --baseline. ${help}`],
  ['self-test --same --pairs 3', `self-test --same: expected no --pairs. ${help}`],
  ['self-test --repeats 3', `self-test: expected no --repeats. ${help}`],
  ['run a --same', `run: expected no --same. ${help}`],
])('%s is refused in a sentence', (line, sentence) => {
  expect(refusal(line)).toBe(sentence)
})
