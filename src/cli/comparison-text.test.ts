import { expect, test } from 'vitest'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import { comparisonLines } from './comparison-text.ts'
import { fakeComparison, fakeVariant } from './fake-comparison.ts'

const outline: ExperimentOutline = {
  presetId: 'fake',
  presetTitle: 'Fake',
  variants: [
    { label: 'sequential', strategy: 'sequential' },
    { label: 'hybrid', strategy: 'hybrid' },
  ],
  repeats: 5,
  warmUps: 1,
  pauseMs: 100,
  origin: 'measured',
  sweep: null,
}

const runs = (...makespans: (number | null)[]) =>
  makespans.map((makespanMs, at) => ({ id: `run-${at}` as RunId, place: at, makespanMs }))
const sequential = fakeVariant('sequential', {
  runs: runs(3000, 3100, 3200),
  makespanMs: { value: 3100, interval: { low: 3000, high: 3200 } },
  spreadMs: 148,
  sentence: 'sequential is the baseline.',
})
const hybrid = fakeVariant('hybrid', {
  runs: runs(1200, 1210, 1250),
  makespanMs: { value: 1210, interval: { low: 1200, high: 1250 } },
  spreadMs: 15,
  failures: 3,
  verdict: { kind: 'faster', ratio: { value: 0.39, interval: { low: 0.37, high: 0.41 } } },
  sentence: 'hybrid is 2.4 to 2.7\u202ftimes as fast as sequential.',
})

test('checks come first, then each variant’s numbers with intervals, all runs, verdicts, differences and the answer', () => {
  const lines = comparisonLines(
    fakeComparison([sequential, hybrid], {
      checks: [
        { id: 'same-work', level: 'ok', sentence: 'All did the same.' },
        { id: 'drift', level: 'note', sentence: 'A little drift.' },
        { id: 'interference', level: 'warning', sentence: 'Others computed.' },
      ],
      differences: [{ id: 'loop-blocked', sentences: ['x', null], sentence: 'sequential: x; hybrid: none.' }],
    }),
    outline,
  )
  expect(lines.filter((_, at) => at < 9 || at > 11)).toEqual([
    'Fake (fake): 2 variants, 5 runs each, interleaved, after 1 warm-up',
    'checks',
    '  warning  Others computed.',
    '  note     A little drift.',
    'makespans (* the baseline)',
    '  variant       makespan  95 % interval   spread  of baseline  95 % interval  of ideal  failures',
    '  sequential *    3.10 s  3.00 – 3.20 s   148 ms            1                    ×1.10         0',
    '  hybrid          1.21 s  1.20 – 1.25 s  15.0 ms       ×0.390  0.370 – 0.410     ×1.10         3',
    'all runs',
    '  • a run, 2–9 so many runs, ◆ median, ─ its 95 % interval',
    'medians of the runs',
    '  variant       queue wait  cores busy  CPU time  peak memory  own cost',
    '  sequential *     1.00 ms        50 %    900 ms      120 MiB     1.0 %',
    '  hybrid           1.00 ms        50 %    900 ms      120 MiB     1.0 %',
    'verdicts (95 % each)',
    '  hybrid is 2.4 to 2.7 times as fast as sequential.',
    'differences',
    '  sequential: x; hybrid: none.',
    'This is the answer.',
  ])
})

test('where environments differ, that comes before everything else', () => {
  const lines = comparisonLines(
    fakeComparison([sequential, hybrid], {
      environmentDifferences: [{ name: 'cores', values: ['2 logical', '8 logical'] }],
      checks: [{ id: 'environment', level: 'warning', sentence: 'Machines differ.' }],
    }),
    { ...outline, origin: 'saved' },
  )
  expect(lines.slice(0, 7)).toEqual([
    'Fake (fake): 2 variants, saved runs',
    'environments that differ',
    '  cores',
    '    sequential: 2 logical',
    '    hybrid: 8 logical',
    'checks',
    '  warning  Machines differ.',
  ])
})

test('half of a comparison says so, and a variant without a run has dashes', () => {
  const lines = comparisonLines(
    fakeComparison(
      [sequential, fakeVariant('hybrid', { runs: [], verdict: { kind: 'too-few', ratio: null } })],
      {
        isComplete: false,
      },
    ),
    outline,
  )
  expect([lines[0]?.endsWith(' — partial'), lines.find((line) => line.startsWith('  hybrid'))]).toEqual([
    true,
    '  hybrid               –                      –            –                    ×1.10         –',
  ])
})

test('whatever the labels and sentences, no line is longer than 120 characters', () => {
  const long = (label: string) =>
    fakeVariant(label, {
      runs: runs(119_900, 7_000_000),
      makespanMs: { value: 999_000, interval: { low: 119_900, high: 7_000_000 } },
      spreadMs: 1e6,
      verdict: { kind: 'slower', ratio: { value: 1234, interval: { low: 1000, high: 2000 } } },
      sentence: `${label} ${'is compared with the others '.repeat(9)}`,
      failures: 1e6,
    })
  const labels = Array.from(
    { length: 8 },
    (_, at) => `processes cpu=${at} blocking=64 loop=1000 policy=longest-first`,
  )
  const lines = comparisonLines(
    fakeComparison(labels.map(long), {
      checks: [{ id: 'drift', level: 'warning', sentence: 'It drifts a little, '.repeat(20) }],
      environmentDifferences: [{ name: 'processor', values: labels.map(() => 'A very fast one '.repeat(9)) }],
      sentence: 'And so on. '.repeat(30),
    }),
    outline,
  )
  expect(lines.filter((line) => line.length > 120)).toEqual([])
})
