import { expect, test } from 'vitest'
import { InputError } from '../main/engine/input-error.ts'
import type { RunCommand, SelfTestCommand, WhatIfCommand } from './commands.ts'
import { parseArguments } from './parse-arguments.ts'

const plainRun: RunCommand = {
  kind: 'run',
  preset: 'course-demo',
  strategy: null,
  options: {},
  iterationsPerMs: null,
  jsonFile: null,
  htmlFile: null,
  exports: null,
  isSaved: true,
  isPrivateShown: false,
  isQuiet: false,
}

const plainWhatIf: WhatIfCommand = {
  kind: 'what-if',
  preset: 'course-demo',
  strategy: null,
  options: {},
  iterationsPerMs: null,
  jsonFile: null,
  isSaved: true,
  isQuiet: false,
  vary: 'cores',
}

const plainSelfTest: SelfTestCommand = {
  kind: 'self-test',
  preset: null,
  strategy: null,
  options: {},
  iterationsPerMs: null,
  jsonFile: null,
  isQuiet: false,
  pairs: 6,
}

const parse = (line: string) => parseArguments(line.split(' ').filter((word) => word !== ''))

function refusal(args: readonly string[]): string {
  try {
    parseArguments(args)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'accepted'
}

test('what is not named is left to the preset and the defaults', () => {
  expect([
    parse('run course-demo'),
    parse('what-if course-demo'),
    parse('self-test'),
    parse('presets'),
    parse('--help'),
    parse('-h'),
    parse('--version'),
    parse('-v'),
  ]).toEqual([
    plainRun,
    plainWhatIf,
    plainSelfTest,
    { kind: 'presets' },
    { kind: 'help' },
    { kind: 'help' },
    { kind: 'version' },
    { kind: 'version' },
  ])
})

test('every option of a run is read, in any order and in both spellings', () => {
  const expected = {
    ...plainRun,
    strategy: 'threads',
    options: {
      cpuWorkers: 3,
      blockingThreads: 4,
      loopConcurrency: 5,
      threadLimit: 6,
      taskTimeoutMs: 700,
      memoryLimitMb: 80,
      seed: 0,
      policy: 'longest-first',
      sampleHz: 0,
      detail: 'no-anatomy',
      blockedLoopMs: 5,
    },
    iterationsPerMs: 284_759.5,
    jsonFile: '-',
    htmlFile: 'out/report.html',
    exports: { folder: 'out', formats: ['html', 'archive', 'csv'], isPrivateShown: true },
    isSaved: false,
    isPrivateShown: true,
    isQuiet: true,
  }
  const spaced =
    '--strategy threads --cpu 3 --blocking 4 --loop-concurrency 5 --threads 6 --timeout 700 --memory-limit 80 --seed 0 --policy longest-first --sample-hz 0 --detail no-anatomy --blocked-loop 5 --iterations-per-ms 284759.5 --json - --html out/report.html --out out --formats csv,html,archive,csv --private --no-save --quiet'
  expect([
    parse(`run course-demo ${spaced}`),
    parse(`${spaced.replaceAll(/(--[a-z-]+) (?!--)/g, '$1=')} run course-demo`),
  ]).toEqual([expected, expected])
})

test('what-if and self-test take the options of a run, and their own', () => {
  expect([
    parse('what-if course-demo --vary loop --cpu 1 --json -'),
    parse('self-test a.json --pairs 2 --strategy threads --quiet'),
  ]).toEqual([
    { ...plainWhatIf, vary: 'loop', options: { cpuWorkers: 1 }, jsonFile: '-' },
    { ...plainSelfTest, preset: 'a.json', pairs: 2, strategy: 'threads', isQuiet: true },
  ])
})

test('help and version count before whatever else is wrong', () => {
  expect([parse('run --help'), parse('nonsense --version')]).toEqual([{ kind: 'help' }, { kind: 'version' }])
})

test.each<[string[], string]>([
  [
    [],
    'Expected a command (run, what-if, compare, sweep, self-test, runs or presets), got nothing. See taskscope --help.',
  ],
  [
    ['walk'],
    'Expected a command (run, what-if, compare, sweep, self-test, runs or presets), got "walk". See taskscope --help.',
  ],
  [['run'], 'run: expected a preset or a file, got nothing. See taskscope presets.'],
  [['run', 'a', 'b'], 'run: expected one preset or file, got "b" as well.'],
  [['presets', 'a'], 'presets: expected nothing after it, got "a".'],
  [['presets', '--json', '-'], 'presets: expected no options, got --json.'],
  [['run', 'a', '--nope'], "Unknown option '--nope'. See taskscope --help."],
  [['run', 'a', '-x'], "Unknown option '-x'. See taskscope --help."],
  [['run', 'a', '--quiet=1'], "Option '--quiet' does not take an argument. See taskscope --help."],
  [['run', 'a', '--cpu'], '--cpu: expected a value, as in --cpu=…, got none.'],
  [['run', 'a', '--cpu', '-1'], '--cpu: expected at least 1, got -1.'],
  [['run', 'a', '--json', '--quiet'], '--json: expected a value, as in --json=…, got none.'],
  [['run', 'a', '--cpu=-1'], '--cpu: expected at least 1, got -1.'],
  [['run', 'a', '--cpu', '257'], '--cpu: expected at most 256, got 257.'],
  [['run', 'a', '--cpu', '1.5'], '--cpu: expected a whole number, got 1.5.'],
  [['run', 'a', '--cpu', ''], '--cpu: expected a whole number, got "".'],
  [['run', 'a', '--cpu', '0x10'], '--cpu: expected a whole number, got "0x10".'],
  [['run', 'a', '--cpu', 'all'], '--cpu: expected a whole number, got "all".'],
  [['run', 'a', '--blocking', '0'], '--blocking: expected at least 1, got 0.'],
  [['run', 'a', '--loop-concurrency', '0'], '--loop-concurrency: expected at least 1, got 0.'],
  [['run', 'a', '--threads', '1000'], '--threads: expected at most 256, got 1000.'],
  [['run', 'a', '--timeout', '0'], '--timeout: expected at least 1, got 0.'],
  [['run', 'a', '--memory-limit', '1'], '--memory-limit: expected at least 16, got 1.'],
  [['run', 'a', '--seed', '4294967296'], '--seed: expected at most 4294967295, got 4294967296.'],
  [['run', 'a', '--seed', '9'.repeat(400)], '--seed: expected a number, got Infinity.'],
  [['run', 'a', '--sample-hz', '-1'], '--sample-hz: expected at least 0, got -1.'],
  [['run', 'a', '--blocked-loop', '0'], '--blocked-loop: expected at least 1, got 0.'],
  [['run', 'a', '--iterations-per-ms', '0'], '--iterations-per-ms: expected at least 0.001, got 0.'],
  [['run', 'a', '--iterations-per-ms', '-1'], '--iterations-per-ms: expected at least 0.001, got -1.'],
  [
    ['run', 'a', '--iterations-per-ms', '10000001'],
    '--iterations-per-ms: expected at most 10000000, got 10000001.',
  ],
  [['run', 'a', '--iterations-per-ms', 'fast'], '--iterations-per-ms: expected a number, got "fast".'],
  [
    ['run', 'a', '--iterations-per-ms'],
    '--iterations-per-ms: expected a value, as in --iterations-per-ms=…, got none.',
  ],
  [['presets', '--iterations-per-ms', '5'], 'presets: expected no options, got --iterations-per-ms.'],
  [
    ['compare', 'a', 'vs', 'b', '--iterations-per-ms', '5'],
    'compare … vs …: expected no --iterations-per-ms. See taskscope --help.',
  ],
  [['run', 'a', '--detail', 'some'], '--detail: expected one of full, no-anatomy, stamps, got "some".'],
  [['run', 'a', '--pairs', '3'], 'run: expected no --pairs. See taskscope --help.'],
  [['run', 'a', '--vary', 'cpu'], 'run: expected no --vary. See taskscope --help.'],
  [['run', 'a', '--formats', 'html'], '--formats: expected --out as well, the folder to write to, got none.'],
  [['run', 'a', '--out', ''], '--out: expected a folder, got "".'],
  [['run', 'a', '--out', 'x', '--title', 'x'], 'run: expected no --title. See taskscope --help.'],
  [
    ['run', 'a', '--out', 'x', '--formats', 'html,doc'],
    '--formats: expected one of html, pdf, archive, json, csv, parquet, trace, speedscope, markdown, svg, png, openmetrics, got "doc".',
  ],
  [['what-if', 'a', '--out', 'x'], 'what-if: expected no --out. See taskscope --help.'],
  [['self-test', '--no-save'], 'self-test: expected no --no-save. See taskscope --help.'],
  [['what-if'], 'what-if: expected a preset or a file, got nothing. See taskscope presets.'],
  [['what-if', 'a', 'b'], 'what-if: expected one preset or file, got "b" as well.'],
  [['what-if', 'a', '--html', 'x'], 'what-if: expected no --html. See taskscope --help.'],
  [
    ['what-if', 'a', '--vary', 'all'],
    '--vary: expected one of cores, cpu, blocking, loop, threads, got "all".',
  ],
  [['self-test', 'a', 'b'], 'self-test: expected one preset or file, got "b" as well.'],
  [['self-test', '--html', 'x'], 'self-test: expected no --html. See taskscope --help.'],
  [['self-test', '--pairs', '0'], '--pairs: expected at least 1, got 0.'],
  [['self-test', '--pairs', '-1'], '--pairs: expected at least 1, got -1.'],
  [['self-test', '--pairs', '51'], '--pairs: expected at most 50, got 51.'],
  [['self-test', '--pairs', '1.5'], '--pairs: expected a whole number, got 1.5.'],
  [['self-test', '--pairs', 'many'], '--pairs: expected a whole number, got "many".'],
  [['run', 'a', '--sample-hz', '51'], '--sample-hz: expected at most 50, got 51.'],
  [
    ['run', 'a', '--policy', 'lifo'],
    '--policy: expected one of fifo, priority, shortest-first, longest-first, got "lifo".',
  ],
  [
    ['run', 'a', '--strategy', 'fast'],
    '--strategy: expected one of sequential, event-loop, threads, hybrid, processes, got "fast".',
  ],
])('%j is refused in a sentence', (args, sentence) => {
  expect(refusal(args)).toBe(sentence)
})
