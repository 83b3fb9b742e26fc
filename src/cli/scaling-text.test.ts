import { expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import type { Scaling, ScalingPoint } from '#shared/model/scaling.ts'
import { judgeCondition } from './condition/judge-condition.ts'
import { parseCondition } from './condition/parse-condition.ts'
import { scalingLookup, scalingVocabulary } from './condition/scaling-terms.ts'
import { scalingLines } from './scaling-text.ts'

const point = (size: number, makespanMs: number): ScalingPoint => ({
  size,
  makespansMs: [makespanMs],
  runIds: [`run-${size}` as RunId],
  typicalRun: `run-${size}` as RunId,
  makespanMs: { value: makespanMs, interval: { low: makespanMs - 10, high: makespanMs + 10 } },
  throughputPerSecond: { value: 12_000 / makespanMs, interval: null },
  speedUp: { value: 1200 / makespanMs, interval: { low: 1, high: 2 } },
})

const scaling: Scaling = {
  presetId: 'fake',
  presetTitle: 'Fake',
  strategy: 'hybrid',
  size: 'cpu',
  points: [point(1, 1200), point(2, 620), point(3, 610)],
  fits: [
    {
      law: 'amdahl',
      parameters: [
        { name: 'lambda', value: 10, interval: null },
        { name: 'sigma', value: 0.031, interval: { low: 0.02, high: 0.05 } },
      ],
      curve: [],
      meanMiss: 0.2,
      worstMiss: { size: 3, miss: 0.3 },
      fits: false,
      peakSize: null,
      sentence: 'It does not fit.',
    },
    {
      law: 'usl',
      parameters: [],
      curve: [],
      meanMiss: 0,
      worstMiss: { size: 1, miss: 0 },
      fits: false,
      peakSize: null,
      sentence: 'Too few sizes.',
    },
  ],
  bestSize: 3,
  knee: { size: 2, range: { low: 2, high: 3 } },
  worthwhile: 0.05,
  checks: [{ id: 'drift', level: 'ok', sentence: 'Fine.' }],
  environment: null,
  isComplete: true,
  sentence: 'More than 2 CPU workers gains nothing here.',
}
const outline = {
  presetId: 'fake',
  presetTitle: 'Fake',
  variants: [],
  repeats: 5,
  warmUps: 1,
  pauseMs: 100,
  origin: 'measured',
  sweep: { size: 'cpu', values: [1, 2, 3] },
} as const

test('a sweep has a line for each size with knee and best marked, a strip, the laws and the answer', () => {
  const lines = scalingLines(scaling, outline)
  expect(lines.filter((_, at) => at < 6 || at > 9)).toEqual([
    'Fake (fake) under hybrid against CPU workers, 5 runs each, interleaved, after 1 warm-up',
    '  CPU workers  makespan  95 % interval  throughput  95 % interval  speed-up  95 % interval',
    '            1    1.20 s  1.19 – 1.21 s     10.0 /s                    ×1.00    1.00 – 2.00',
    '            2    620 ms   610 – 630 ms     19.4 /s                    ×1.94    1.00 – 2.00  knee',
    '            3    610 ms   600 – 620 ms     19.7 /s                    ×1.97    1.00 – 2.00  best',
    'makespans of all runs',
    '  • a run, 2–9 so many runs, ◆ median, ─ its 95 % interval',
    'scaling laws',
    '  Amdahl’s law, which does not fit: λ 10.0 /s, σ 3.1 % [2.0 – 5.0 %], mean miss 20 %',
    '    It does not fit.',
    '  Universal Scalability Law',
    '    Too few sizes.',
    'More than 2 CPU workers gains nothing here.',
  ])
})

test('a sweep without a point is its answer', () => {
  expect(scalingLines({ ...scaling, points: [], fits: [], isComplete: false }, outline)).toEqual([
    'Fake (fake) under hybrid against CPU workers, 5 runs each, interleaved, after 1 warm-up — partial',
    'More than 2 CPU workers gains nothing here.',
  ])
})

test.each([
  ['knee > 2', 'knee 2 > 2: not met'],
  ['best >= 3 and "cpu=2" < 700 ms', 'best 3 >= 3 and "cpu=2" 620 ms < 700 ms: met'],
  ['"cpu=2".speed-up < 1.5', '"cpu=2".speed-up ×1.94 < 1.5: not met'],
  [
    '"cpu=1".throughput * 2 > "cpu=3".throughput',
    '"cpu=1".throughput 10.0 /s * 2 = 20 > "cpu=3".throughput 19.7 /s: met',
  ],
  ['"cpu=4" > 1 s', '"cpu=4" (not known) > 1 s: cannot be told'],
])('the condition of a sweep %s', (text, expected) => {
  const condition = parseCondition(text, scalingVocabulary('cpu', [1, 2, 3, 4]))
  expect(judgeCondition(condition, scalingLookup(scaling)).text).toBe(expected)
})

test('a sweep that still gains has no knee to judge by', () => {
  const condition = parseCondition('knee > 2', scalingVocabulary('cpu', [1, 2]))
  expect(judgeCondition(condition, scalingLookup({ ...scaling, knee: null })).kind).toBe('unknown')
})
