import { expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { InputError } from '../../main/engine/input-error.ts'
import { comparisonLookup, comparisonVocabulary } from './comparison-terms.ts'
import { judgeCondition, type Judgement } from './judge-condition.ts'
import { parseCondition } from './parse-condition.ts'
import { fakeComparison, fakeVariant } from '../fake-comparison.ts'

const comparison = fakeComparison([
  fakeVariant('hybrid', {
    makespanMs: { value: 1200, interval: { low: 1100, high: 1300 } },
    slowestMs: 1450,
    failures: 2,
    verdict: { kind: 'faster', ratio: { value: 0.6, interval: { low: 0.55, high: 0.65 } } },
  }),
  fakeVariant('threads', { makespanMs: { value: 2000, interval: null }, verdict: { kind: 'baseline' } }),
  fakeVariant('event-loop', { makespanMs: null }),
  fakeVariant('hybrid 2', { makespanMs: { value: 1000, interval: null } }),
])
const vocabulary = comparisonVocabulary(comparison.variants.map(({ label }) => label))
const judge = (text: string): Judgement =>
  judgeCondition(parseCondition(text, vocabulary), comparisonLookup(comparison))

test.each<[string, Judgement['kind']]>([
  ['hybrid < threads', 'met'],
  ['hybrid > threads', 'not-met'],
  ['hybrid >= hybrid', 'met'],
  ['hybrid < hybrid', 'not-met'],
  ['hybrid <= 1.2 s', 'met'],
  ['hybrid < 1200ms', 'not-met'],
  ['"hybrid 2" < hybrid', 'met'],
  ["'hybrid 2'.makespan < hybrid", 'met'],
  ['hybrid.low - 100 ms >= 1000 ms', 'met'],
  ['hybrid.high - hybrid.low > 10% * hybrid', 'met'],
  ['hybrid.ratio-high < 66 %', 'met'],
  ['threads.ratio > .99 and threads.ratio < 1.01', 'met'],
  ['hybrid.failures > 0', 'met'],
  ['hybrid.memory > 0.5 GiB', 'not-met'],
  ['hybrid.queue-wait / hybrid < 1%', 'met'],
  ['hybrid * hybrid < threads * threads', 'met'],
  ['not hybrid > threads', 'met'],
  ['not not hybrid > threads', 'not-met'],
  ['- -hybrid > -threads', 'met'],
  ['hybrid > threads or hybrid < threads and threads > 3 s', 'not-met'],
  ['(hybrid > threads or hybrid < threads) and (threads > 1 s)', 'met'],
  ['1 s + 2 * 100 ms - 1 s / 2 < hybrid - 0.49 s', 'met'],
  ['hybrid - 400 ms - 400 ms < 500 ms', 'met'],
  ['(((hybrid))) < (threads)', 'met'],
])('%s is %s', (text, kind) => {
  expect(judge(text).kind).toBe(kind)
})

test('a condition is printed with its values filled in, and with what both sides come to', () => {
  expect([
    judge('hybrid > 1.05 * threads').text,
    judge('hybrid.ratio-high<0.66 and "hybrid 2" > hybrid.slowest').text,
    judge('hybrid.memory > 1 GiB or hybrid.own > 2%').text,
    judge('hybrid.failures > 1').text,
    judge('(hybrid + threads) / 2 > 1.5 s and not -hybrid > -5 ms').text,
    judge('hybrid.memory * 2 > 100 * 1 MiB or hybrid / threads > 2 / 3').text,
    judge('hybrid * hybrid > threads * threads').text,
  ]).toEqual([
    'hybrid 1.20 s > 1.05 * threads 2.00 s = 2.10 s: not met',
    'hybrid.ratio-high ×0.650<0.66 and "hybrid 2" 1.00 s > hybrid.slowest 1.45 s: not met',
    'hybrid.memory 120 MiB > 1 GiB or hybrid.own 1.0 % > 2%: not met',
    'hybrid.failures 2 > 1: met',
    '(hybrid 1.20 s + threads 2.00 s) / 2 = 1.60 s > 1.5 s and not -hybrid 1.20 s = -1.20 s > -5 ms: met',
    'hybrid.memory 120 MiB * 2 = 240 MiB > 100 * 1 MiB = 100 MiB or hybrid 1.20 s / threads 2.00 s = 0.6 > 2 / 3 = 0.667: met',
    'hybrid 1.20 s * hybrid 1.20 s > threads 2.00 s * threads 2.00 s: not met',
  ])
})

test.each<[string, string]>([
  ['event-loop > threads', 'event-loop (not known) > threads 2.00 s: cannot be told'],
  ['threads.low > 1 s', 'threads.low (not known) > 1 s: cannot be told'],
  // What is known would decide, in both.
  [
    'hybrid < threads or event-loop < threads',
    'hybrid 1.20 s < threads 2.00 s or event-loop (not known) < threads 2.00 s: cannot be told',
  ],
  ['not event-loop > threads', 'not event-loop (not known) > threads 2.00 s: cannot be told'],
  [
    'hybrid / (threads - threads) > 1',
    'hybrid 1.20 s / (threads 2.00 s - threads 2.00 s) > 1: cannot be told',
  ],
])('%s: what is not known makes no gate pass', (text, printed) => {
  expect(judge(text)).toEqual({ kind: 'unknown', text: printed })
})

function refusal(text: string): string {
  try {
    parseCondition(text, vocabulary)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'accepted'
}

const names = 'hybrid, threads, event-loop, "hybrid 2"'
const properties =
  '.makespan, .low, .high, .fastest, .slowest, .spread, .ratio, .ratio-low, .ratio-high, .queue-wait, .cpu, .cores-busy, .memory, .own, .ideal, .failures'
test.each<[string, string, number, string?]>([
  ['', 'expected a condition, as in a > 1.05 * b, got nothing', 0],
  ['hybrid', 'expected a comparison, as in a > b, got a time', 0],
  ['hybrid >', 'expected a variant, a number or (, got the end', 8],
  ['> hybrid', 'expected a variant, a number or (, got ">"', 0],
  ['hybrid > > threads', 'expected a variant, a number or (, got ">"', 9],
  ['hybrid == threads', 'expected a name, a number or an operator, got "="', 7],
  ['hybrid > 1.05 × threads', 'expected a name, a number or an operator, got "×"', 14],
  ['hybrid > 1.05 threads', 'expected a unit (ms, s, KiB, MiB, GiB, %) or none, got "threads"', 14],
  ['hybrid > 5 sec', 'expected a unit (ms, s, KiB, MiB, GiB, %) or none, got "sec"', 11],
  ['hybrid > threads threads', 'expected an operator or the end, got "threads"', 17],
  ['(hybrid > threads', 'expected ), got the end', 17],
  ['hybrid > threads)', 'expected an operator or the end, got ")"', 16],
  ['fast > threads', `expected one of ${names}, got "fast"`, 0],
  [
    'hybrid-threads > 1 s',
    `expected one of ${names}, got "hybrid-threads"; a minus needs spaces around it`,
    0,
  ],
  ['hybrid.speed > 1', `hybrid: expected one of ${properties}, got ".speed"`, 6],
  ['hybrid. > 1', `hybrid: expected one of ${properties}, got "."`, 6],
  ['"hybrid > threads', 'expected a closing ", got none', 0],
  [
    'hybrid > 500',
    'expected the same on both sides of >, got a time and a plain number (a number may have a unit, as in 500 ms)',
    7,
  ],
  ['hybrid > hybrid.memory', 'expected the same on both sides of >, got a time and a size', 7],
  [
    'hybrid + 1 > threads',
    'expected the same on both sides of +, got a time and a plain number (a number may have a unit, as in 500 ms)',
    7,
  ],
  [
    'hybrid * hybrid > threads',
    'expected the same on both sides of >, got a product of times or sizes and a time',
    16,
  ],
  ['hybrid > threads > 1 s', 'expected an operator or the end, got ">"', 17],
  ['1 > 2', 'expected a name on at least one side of >, got only numbers', 0],
  ['hybrid > threads or (1 ms) < 2 ms', 'expected a name on at least one side of <, got only numbers', 21],
  ['hybrid > 1 ms / 0', 'expected a number other than 0 to divide by, got 0', 16],
  ['hybrid / (2 - 1 - 1) > 1 s', 'expected a number other than 0 to divide by, got 0', 10],
  ['(hybrid > threads) * 2 > 1', 'expected a value, got a comparison', 1],
  ['hybrid and threads', 'expected a comparison, as in a > b, got a time', 0],
  ['not hybrid', 'expected a comparison, as in a > b, got a time', 4],
  ['😀 > hybrid', 'expected a name, a number or an operator, got "😀"', 0],
  // The mark stands below the character, however the ones before it are stored.
  ['"😀" > hybrid', `expected one of ${names}, got "😀"`, 0],
  ['hybrid\n> \u001b[31m', 'expected a name, a number or an operator, got "["', 10, 'hybrid >  [31m'],
])('%j is refused with the position marked', (text, sentence, at, shown = text) => {
  expect(refusal(text)).toBe(`--fail-if: ${sentence}.\n  ${shown}\n  ${' '.repeat(at)}^`)
})

test('what is long or deep is refused in a sentence, its mark in view', () => {
  expect([
    refusal(`${'('.repeat(1000)}hybrid`).split('\n'),
    refusal('not '.repeat(400)).split('\n')[0],
    refusal('-'.repeat(1000)).split('\n')[0],
    refusal('a'.repeat(10_000)).split('\n'),
  ]).toEqual([
    ['--fail-if: expected at most 50 levels, got more.', `  …${'('.repeat(80)}…`, `  ${' '.repeat(41)}^`],
    '--fail-if: expected at most 50 levels, got more.',
    '--fail-if: expected at most 50 levels, got more.',
    [
      '--fail-if: expected at most 2000 characters, got more.',
      `  …${'a'.repeat(80)}…`,
      `  ${' '.repeat(41)}^`,
    ],
  ])
  expect(judge(`hybrid > ${'1 ms + '.repeat(280)}1 ms`).kind).toBe('met')
})

test('numbers too large to compute with are refused before anything runs', () => {
  const large = '9'.repeat(200)
  expect(
    [`hybrid > ${large}${large} ms`, `hybrid > ${large} ms * ${large}`].map(
      (text) => refusal(text).split('\n')[0],
    ),
  ).toEqual([
    '--fail-if: expected numbers that can be computed with, got a too large one.',
    '--fail-if: expected numbers that can be computed with, got too large ones.',
  ])
})

test('whatever is written is judged or refused with a mark on the line below it', () => {
  const pieces = [
    ...[
      'hybrid',
      'threads',
      'event-loop',
      '"hybrid 2"',
      '.low',
      '.ratio',
      '.',
      '"',
      "'",
      '5',
      '1.5',
      'ms',
      '%',
      'GiB',
    ],
    ...[
      '<',
      '<=',
      '>',
      '>=',
      '+',
      '-',
      '*',
      '/',
      '(',
      ')',
      'and',
      'or',
      'not',
      ' ',
      ' ',
      '\n',
      '\u0000',
      '\ud83d',
      '😀',
      'ß',
      '=',
      '\\',
    ],
  ]
  const random = fakeRandom(7)
  const seen = new Set<string>()
  for (let times = 0; times < 20_000; times++) {
    const text = Array.from({ length: 1 + random(9) }, () => pieces[random(pieces.length)] ?? '').join(
      random(2) === 0 ? '' : ' ',
    )
    try {
      seen.add(judge(text).kind)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const lines = error.message.split('\n')
      expect([lines.length, /^--fail-if: .*\.$/.test(lines[0] ?? ''), /^ +\^$/.test(lines[2] ?? '')]).toEqual(
        [3, true, true],
      )
      expect((lines[2] ?? '').length).toBeLessThanOrEqual(Array.from(lines[1] ?? '').length + 1)
      seen.add('refused')
    }
  }
  // Otherwise it would have shown nothing.
  expect(seen).toEqual(new Set(['met', 'not-met', 'unknown', 'refused']))
})
