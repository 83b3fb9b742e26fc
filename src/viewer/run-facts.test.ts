import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { runFacts } from './run-facts.ts'

test('says what the run was asked for, with units, and what names it', () => {
  const run = fakeRun({
    groups: [{}],
    tasks: [{}],
    options: { seed: 20_000, sampleHz: 10, taskTimeoutMs: null },
  })
  const facts = new Map(runFacts({ run }))
  expect(facts.get('started')).toBe('2026-11-22 08:00:00 UTC')
  expect(facts.get('CPU workers')).toBe('2')
  expect(facts.get('task timeout')).toBe('no limit')
  expect(facts.get('sample rate')).toBe('10\u202fHz')
  // A name, not a quantity.
  expect(facts.get('seed')).toBe('20000')
  expect(facts.get('run')).toBe('run')
})
