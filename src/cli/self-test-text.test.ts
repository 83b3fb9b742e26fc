import { expect, test } from 'vitest'
import type { SelfTestResult } from '#shared/model/self-test.ts'
import { selfTestText } from './self-test-text.ts'

test('a self-test shows every pair, the medians and what Taskscope itself used', () => {
  const result: SelfTestResult = {
    presetId: 'cpu-saturation',
    presetTitle: 'CPU saturation',
    strategy: 'hybrid',
    taskCount: 8,
    isShortened: true,
    pairs: [
      { first: 'observed', observedMs: 1010, bareMs: 1000 },
      { first: 'bare', observedMs: 1030, bareMs: 1000 },
    ],
    medianMs: { observed: 1020, bare: 1000 },
    cost: { median: 0.02, interval: null },
    ownCpu: { mainThread: 0.004, sampler: 0.008, window: null, total: 0.012 },
    verdict: 'That is that.',
  }
  expect(selfTestText(result).split('\n')).toEqual([
    'Self-test with CPU saturation (cpu-saturation) under hybrid, 8 tasks a run (fewer than the preset has, to save time)',
    '  pair  first     observed    bare  difference',
    '     1  observed    1.01 s  1.00 s       1.0 %',
    '     2  bare        1.03 s  1.00 s       3.0 %',
    '   all  median      1.02 s  1.00 s       2.0 %',
    'own CPU time while observed: 1.2 % of one core (main thread 0.4 %, sampler 0.8 %)',
    'That is that.',
    '',
  ])
})
