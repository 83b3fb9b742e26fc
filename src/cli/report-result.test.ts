import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import process from 'node:process'
import { comparisonLookup, comparisonVocabulary } from './condition/comparison-terms.ts'
import { parseCondition } from './condition/parse-condition.ts'
import { experimentProgressText } from './experiment-progress.ts'
import { fakeComparison, fakeVariant } from './fake-comparison.ts'
import { findBaseline } from './find-baseline.ts'
import { nothingMeasured, reportResult, type ExperimentResult } from './report-result.ts'
import { sameAnswer } from './same-command.ts'

let said = ''
beforeEach(() => {
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

const comparison = fakeComparison([
  fakeVariant('hybrid', { makespanMs: { value: 1200, interval: null } }),
  fakeVariant('threads', { makespanMs: { value: 2000, interval: null } }),
])
const vocabulary = comparisonVocabulary(['hybrid', 'threads'])

async function codeOf(result: Partial<ExperimentResult>, ...conditions: string[]): Promise<number> {
  const whole: ExperimentResult = {
    ending: 'completed',
    message: '',
    lines: ['what was found'],
    report: () => Promise.resolve(['document']),
    failures: 0,
    isComparable: true,
    conditions: conditions.map((text) => parseCondition(text, vocabulary)),
    lookup: comparisonLookup(comparison),
    ...result,
  }
  const wishes = { jsonFile: null, htmlFile: null, csvFile: null, conditions, isQuiet: true }
  return reportResult(whole, wishes)
}

test('the exit code is the highest that holds', async () => {
  expect([
    await codeOf({}),
    await codeOf({}, 'hybrid > threads'),
    await codeOf({}, 'hybrid < threads'),
    await codeOf({}, 'hybrid > threads', 'hybrid < threads'),
    await codeOf({ failures: 1 }),
    await codeOf({ failures: 1 }, 'hybrid > threads'),
    await codeOf({}, 'hybrid.low > 1 s'),
    await codeOf({}, 'hybrid < threads', 'hybrid.low > 1 s'),
    await codeOf({ isComparable: false }),
    await codeOf({ isComparable: false }, 'hybrid > threads'),
  ]).toEqual([0, 0, 1, 1, 1, 1, 2, 2, 2, 2])
  expect(said).toBe('')
})

test('half of a comparison passes no gate: cancelled is 1, broken off is 2 with the reason', async () => {
  expect([
    await codeOf({ ending: 'cancelled' }),
    await codeOf({ ending: 'cancelled' }, 'hybrid > threads'),
    await codeOf({ ending: 'failed', message: 'A host died.' }, 'hybrid > threads'),
  ]).toEqual([1, 1, 2])
  expect(said).toBe('taskscope: A host died.\n')
})

test('where not even one run was measured, that is said', () => {
  expect([
    nothingMeasured('comparison', { ending: 'cancelled', message: '', trials: [] }),
    nothingMeasured('comparison', { ending: 'failed', message: 'No memory.', trials: [] }),
  ]).toEqual([1, 2])
  expect(said).toBe('The comparison was cancelled before a run was measured.\ntaskscope: No memory.\n')
})

test('the same beside itself should not be told apart', () => {
  expect(
    (['not-distinguishable', 'faster', 'slower', 'too-few', 'not-comparable'] as const).map(
      (kind) => sameAnswer(kind).code,
    ),
  ).toEqual([0, 1, 1, 2, 2])
})

test('the baseline is the variant named, else the sequential one, else the first', () => {
  const variants = [
    { label: 'hybrid', strategy: 'hybrid' },
    { label: 'sequential cpu=2', strategy: 'sequential' },
  ] as const
  expect([
    findBaseline(variants, null),
    findBaseline(variants.slice(0, 1), null),
    findBaseline(variants, 'hybrid'),
  ]).toEqual([1, 0, 0])
  expect(() => findBaseline(variants, 'sequential')).toThrow(
    '--baseline: expected one of hybrid, sequential cpu=2, got "sequential".',
  )
})

test('progress is on one line', () => {
  const progress = { done: 3, total: 12, variant: 1, isWarmUp: true, remainingMs: 41_000 }
  const labels = ['hybrid', 'threads']
  expect([
    experimentProgressText('compare', labels, progress),
    experimentProgressText('compare', labels, { ...progress, variant: null, remainingMs: null }),
  ]).toEqual(['compare  3 of 12 runs, threads (warm-up), about 41.0 s left', 'compare  3 of 12 runs'])
})
