import { describe, expect, test } from 'vitest'
import type { Comparison } from '../../model/comparison.ts'
import type { Trial } from '../../model/experiment.ts'
import { simulatedDraws, type Shape } from '../statistics/simulated-draws.ts'
import { compareTrials } from './compare-trials.ts'
import { fakeFinding, trialsOf } from './fake-trials.ts'
import { ratioBetween } from './ratio-between.ts'
import { verdictOf } from './verdict-of.ts'

const strategies = ['sequential', 'event-loop', 'hybrid'] as const

function compare(
  trials: readonly Trial[],
  wish: Partial<Parameters<typeof compareTrials>[0]> = {},
): Comparison {
  return compareTrials({
    variants: strategies.map((strategy) => ({ label: strategy, strategy })),
    trials,
    baseline: 0,
    pairing: 'rounds',
    isComplete: true,
    ...wish,
  })
}

/** Five runs of each, a few per cent apart. */
const courseDemo = trialsOf([
  [6800, 6850, 6790, 6900, 6810],
  [3000, 2990, 3050, 3010, 3020],
  [1200, 1210, 1190, 1205, 1220],
])

test('three strategies that are far apart are ranked, with intervals that do not overlap', () => {
  const { ranking, variants, sentence, checks } = compare(courseDemo)
  expect(ranking.map((at) => strategies[at])).toEqual(['hybrid', 'event-loop', 'sequential'])
  expect(variants.map(({ makespanMs }) => makespanMs?.value)).toEqual([6810, 3010, 1205])
  const [sequential, eventLoop, hybrid] = variants.map(({ makespanMs }) => makespanMs?.interval)
  expect(hybrid?.high).toBeLessThan(eventLoop?.low ?? 0)
  expect(eventLoop?.high).toBeLessThan(sequential?.low ?? 0)
  expect(variants.map(({ verdict }) => verdict.kind)).toEqual(['baseline', 'faster', 'faster'])
  expect(sentence).toMatch(
    /^hybrid has the lowest median, 1\.21.s \(.*\); event-loop takes 2\.5 times as long; sequential takes 5\.7 times as long\.$/,
  )
  expect(checks.map(({ id, level }) => `${id} ${level}`)).toEqual([
    'same-work ok',
    'all-succeeded ok',
    'environment ok',
    'drift ok',
    'first-run ok',
    'complete ok',
  ])
})

test('another baseline turns the verdicts round', () => {
  const { variants } = compare(courseDemo, { baseline: 2 })
  expect(variants.map(({ verdict }) => verdict.kind)).toEqual(['slower', 'slower', 'baseline'])
  expect(variants[1]?.sentence).toMatch(
    /^event-loop is slower: takes 2\.\d+ to 2\.\d+ times as long as hybrid\.$/,
  )
})

test('the typical run of each variant is the one in the middle', () => {
  expect(compare(courseDemo).variants.map(({ typicalRun }) => typicalRun)).toEqual([
    'run-0-4',
    'run-1-3',
    'run-2-3',
  ])
})

test('variants alike but for noise are not distinguishable, and it says how many runs would tell', () => {
  const { variants, sentence } = compare(
    trialsOf([
      [1000, 1040, 980, 1010, 1020],
      [1010, 1020, 1000, 1000, 1040],
    ]),
    { variants: strategies.slice(0, 2).map((strategy) => ({ label: strategy, strategy })) },
  )
  expect(variants[1]?.verdict.kind).toBe('not-distinguishable')
  expect(variants[1]?.sentence).toMatch(/room for a difference of up to [\d.]+.% either way, and/)
  expect(sentence).toMatch(/^No difference was found: /)
})

test('different checksums are an error, and nothing is said about speed', () => {
  const trials = trialsOf(
    [
      [100, 100, 100, 100, 100],
      [50, 50, 50, 50, 50],
      [70, 70, 70, 70, 70],
    ],
    (variant) => (variant === 1 ? { checksum: 'other' } : {}),
  )
  const { variants, checks, sentence } = compare(trials)
  expect(variants.map(({ verdict }) => verdict.kind)).toEqual(Array(3).fill('not-comparable'))
  expect(checks[0]).toMatchObject({ id: 'same-work', level: 'error' })
  expect(sentence).toContain('event-loop')
  expect(sentence).toContain('different checksums')
})

test('two runs of each give medians and ratios, and no verdict', () => {
  const { variants } = compare(trialsOf([[100, 102], [50, 51], [70]]))
  expect(variants.map(({ verdict }) => verdict.kind)).toEqual(['baseline', 'too-few', 'too-few'])
  expect(variants[1]?.sentence).toBe(
    'Too few runs to tell event-loop from sequential: it takes 5 of each; it took 0.50 times as long, in the median.',
  )
})

test('a variant without a run is there, with nothing to say', () => {
  const { variants, ranking, checks } = compare(trialsOf([[100, 102], [50]]), {
    isComplete: false,
    expectedRuns: 15,
  })
  expect(variants[2]).toMatchObject({
    makespanMs: null,
    typicalRun: null,
    runs: [],
    options: null,
    verdict: { kind: 'too-few', ratio: null },
  })
  expect(ranking).toEqual([1, 0, 2])
  expect(checks.at(-1)).toEqual({
    id: 'complete',
    level: 'warning',
    sentence: 'Partial: ended after 3 of 15 runs.',
  })
})

test('without any run there is nothing to compare', () => {
  const { sentence, ranking, environment } = compare([], { isComplete: false, expectedRuns: 15 })
  expect(sentence).toBe('No run was made to its end: there is nothing to compare.')
  expect([ranking, environment]).toEqual([[0, 1, 2], null])
})

test('runs of which nothing finished count as runs, not as times', () => {
  const { variants } = compare(
    trialsOf([
      [100, 102, 101, 99, 100],
      [null, null, null],
      [50, 51, null, 52, 50, 51],
    ]),
  )
  expect(variants[1]?.makespanMs).toBeNull()
  expect(variants[2]?.verdict.kind).toBe('too-few')
})

test('findings that one variant has and another has not are put beside each other', () => {
  const trials = trialsOf(
    [
      [100, 100],
      [200, 200],
      [90, 90],
    ],
    (variant) =>
      variant === 1 ? { findings: [fakeFinding('loop-blocked', 'Loop blocked 1.8 s by “sqrt-loop”.')] } : {},
  )
  expect(compare(trials).differences).toEqual([
    {
      id: 'loop-blocked',
      sentences: [null, 'Loop blocked 1.8 s by “sqrt-loop”.', null],
      sentence: 'event-loop: Loop blocked 1.8 s by “sqrt-loop”; sequential and hybrid: none.',
    },
  ])
})

test('a finding that all variants have, or few of a variant’s runs, is no difference', () => {
  const everywhere = trialsOf([[100], [200]], () => ({ findings: [fakeFinding('straggler', 'One.')] }))
  expect(compare(everywhere).differences).toEqual([])
  const once = trialsOf(
    [
      [100, 100, 100],
      [200, 200, 200],
    ],
    (variant, round) =>
      variant === 1 && round === 0 ? { findings: [fakeFinding('straggler', 'One.')] } : {},
  )
  expect(compare(once).differences).toEqual([])
})

test('saved runs from two machines are compared as groups, their differences first', () => {
  const trials = trialsOf([
    [100, 101, 99, 100, 102],
    [50, 51, 49, 50, 52],
  ]).map((trial) =>
    trial.variant === 0
      ? trial
      : { ...trial, run: { ...trial.run, environment: { ...trial.run.environment, cpuModel: 'Other' } } },
  )
  const { environmentDifferences, variants, checks } = compare(trials, {
    pairing: 'none',
    variants: ['before', 'after'].map((label) => ({ label, strategy: 'hybrid' })),
  })
  expect(environmentDifferences).toEqual([
    { name: 'processor', values: [trials[0]?.run.environment.cpuModel, 'Other'] },
  ])
  expect(variants[1]?.verdict.kind).toBe('faster')
  expect(checks.find(({ id }) => id === 'environment')?.level).toBe('warning')
  // Saved runs were made whenever they were made: nothing is said about their order.
  expect(checks.map(({ id }) => id)).not.toContain('drift')
})

describe('saved runs that were calibrated apart', () => {
  const apart = (rate: number, fixedChecksum: (variant: number) => string = () => 'same'): Comparison =>
    compare(
      trialsOf([[100], [100]], (variant) => ({
        work: `work ${variant}`,
        checksum: `checksum ${variant}`,
        fixedChecksum: fixedChecksum(variant),
        iterationsPerMs: variant === 0 ? 500 : rate,
      })),
      { pairing: 'none' },
    )

  test('by a little are compared with a warning', () => {
    expect(apart(520).checks[0]?.level).toBe('warning')
    expect(apart(520).checks[0]?.sentence).toMatch(/up to 4\.0.% more/)
  })

  test('by more are not compared, and it says how they could be', () => {
    const { checks, variants } = apart(550)
    expect([checks[0]?.level, variants[1]?.verdict.kind]).toEqual(['error', 'not-comparable'])
    expect(checks[0]?.sentence).toContain('--iterations-per-ms 500')
  })

  test('are not compared where tasks of fixed work returned something else', () => {
    expect(apart(520, String).checks[0]).toMatchObject({ level: 'error' })
    expect(apart(520, String).checks[0]?.sentence).toContain('different checksums')
  })
})

test('a baseline that is no variant is a bug', () => {
  expect(() => compare([], { baseline: 3 })).toThrow('Expected a baseline below 3, got 3')
})

describe('a strategy compared with itself', () => {
  const sessions = 1500
  const shapes: readonly Shape[] = ['normal', 'skewed', 'bimodal']
  test.each(shapes.flatMap((shape) => [5, 8].map((runs) => ({ shape, runs }))))(
    'is not distinguishable in at least 95 % of sessions: $shape noise, $runs runs',
    ({ shape, runs }) => {
      const draw = simulatedDraws(shape, 700 + runs)
      let alike = 0
      for (let session = 0; session < sessions; session++) {
        const [one, other] = [0, 1].map((variant) =>
          trialsOf([Array.from({ length: runs }, draw)]).map((trial) => ({ ...trial, variant })),
        ) as [Trial[], Trial[]]
        const { estimate } = ratioBetween(one, other, 'rounds', {
          seed: session,
          resamples: 500,
          outside: 0.05,
        })
        if (verdictOf(estimate, runs).kind === 'not-distinguishable') alike++
      }
      expect(alike / sessions).toBeGreaterThanOrEqual(0.95)
    },
  )
})
