import { expect, test } from 'vitest'
import { findingLines } from './findings-text.ts'

test('a finding is a word and a sentence, and what to try below it', () => {
  const evidence = { fromMs: 0, toMs: 1, tasks: [], slots: [] }
  expect(
    findingLines([
      {
        id: 'loop-blocked',
        severity: 'problem',
        sentence: 'It took 1\u202fs.',
        advice: 'Try this.',
        evidence,
      },
      { id: 'nothing-to-improve', severity: 'good', sentence: 'All is well.', advice: '', evidence },
    ]),
  ).toEqual(['  problem  It took 1 s.', '           Try this.', '  good     All is well.'])
})
