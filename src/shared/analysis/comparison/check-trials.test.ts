import { expect, test } from 'vitest'
import type { Check, CheckId } from '../../model/comparison.ts'
import type { Trial } from '../../model/experiment.ts'
import { simulatedDraws } from '../statistics/simulated-draws.ts'
import { checkTrials } from './check-trials.ts'
import { digestOf, fakeFinding, trialsOf } from './fake-trials.ts'

const quiet = digestOf(100)

function check(trials: readonly Trial[], id: CheckId): Check | undefined {
  const wish = {
    variants: 3,
    expectedRuns: trials.length,
    sameWork: 'across-variants',
    isComplete: true,
  } as const
  return checkTrials(trials, wish).find((one) => one.id === id)
}

/** Three variants, five runs each, a few per cent of noise. */
function noisy(seed: number): number[][] {
  const draw = simulatedDraws('normal', seed)
  return [10, 20, 30].map((scale) => Array.from({ length: 5 }, () => scale * draw()))
}

test('a session without anything odd passes every check', () => {
  const trials = trialsOf(noisy(1))
  const checks = checkTrials(trials, {
    variants: 3,
    expectedRuns: 15,
    sameWork: 'across-variants',
    isComplete: true,
  })
  expect(checks.filter(({ level }) => level !== 'ok')).toEqual([])
})

test('runs that become slower over the session are a drift, whatever their variants', () => {
  const trials = trialsOf(noisy(2)).map((trial) => {
    const { summary } = trial.run
    const makespanMs = (summary.makespanMs ?? 0) * (1 + trial.place * 0.02)
    return { ...trial, run: { ...trial.run, summary: { ...summary, makespanMs } } }
  })
  expect(check(trials, 'drift')).toMatchObject({ level: 'warning' })
  expect(check(trials, 'drift')?.sentence).toMatch(/became slower .* by about \d+.%/)
})

test('a drift is said of few of the sessions that have none', () => {
  const sessions = 300
  let drifting = 0
  for (let session = 0; session < sessions; session++) {
    if (check(trialsOf(noisy(1000 + session)), 'drift')?.level === 'warning') drifting++
  }
  expect(drifting / sessions).toBeLessThan(0.03)
})

test('first runs that take longer ask for another warm-up', () => {
  const slow = noisy(3).map(([first, ...others]) => [(first as number) * 1.3, ...others])
  expect(check(trialsOf(slow), 'first-run')?.level).toBe('warning')
  expect(check(trialsOf(slow), 'first-run')?.sentence).toContain('one more warm-up')
})

test('other programs that compute meanwhile are a warning', () => {
  const { cores } = quiet.environment
  const trials = trialsOf(
    [
      [100, 100],
      [100, 100],
    ],
    (_, round) => ({
      othersCores: round === 0 ? 0.3 * cores : 0,
    }),
  )
  expect(check(trials, 'interference')?.sentence).toMatch(/up to 30.% of the machine during 2 runs of 4/)
  expect(
    check(
      trialsOf([[100]], () => ({ othersCores: 0 })),
      'interference',
    )?.level,
  ).toBe('ok')
  expect(
    check(
      trialsOf([[100]], () => ({ othersCores: null })),
      'interference',
    ),
  ).toBeUndefined()
})

test('a machine that was busy before runs, changes its frequency or runs on battery is a warning', () => {
  const { environment } = quiet
  const said = (change: Parameters<typeof digestOf>[1]): string =>
    check(
      trialsOf([[100, 100]], (_, round) => (round === 0 ? (change ?? {}) : {})),
      'environment',
    )?.sentence ?? ''
  expect(said({ environment: { ...environment, loadBeforeStart: 0.6 } })).toMatch(
    /not at rest before 1 run of 2: up to 60.%/,
  )
  expect(said({ findings: [fakeFinding('frequency-drift', 'It changed.')] })).toContain(
    'changed its frequency during 1 run of 2',
  )
  expect(said({ environment: { ...environment, memoryTotalBytes: 1 } })).toContain('they differ in memory')
  expect(
    check(
      trialsOf([[100, 100]], () => ({ environment: { ...environment, power: 'battery' } })),
      'environment',
    )?.sentence,
  ).toContain('on battery')
})

test('tasks that failed are noted with how many runs they were in', () => {
  const { summary } = quiet
  const outcomes = { succeeded: 3, failed: 2, cancelled: 0, 'timed-out': 1 }
  const trials = trialsOf([[100], [100]], () => ({ summary: { ...summary, outcomes } }))
  expect(check(trials, 'all-succeeded')).toEqual({
    id: 'all-succeeded',
    level: 'note',
    sentence: '6 tasks in 2 of 2 runs did not succeed; their times are counted as they are.',
  })
})

test('plans that differ, and outcomes that differ, are errors', () => {
  expect(
    check(
      trialsOf([[100], [100]], (variant) => ({ work: String(variant) })),
      'same-work',
    )?.sentence,
  ).toContain('the plans of variant 1 and variant 2 differ')
  const { summary } = quiet
  const outcomes = { ...summary.outcomes, failed: 1 }
  expect(
    check(
      trialsOf([[100], [100]], (variant) => (variant === 1 ? { summary: { ...summary, outcomes } } : {})),
      'same-work',
    )?.sentence,
  ).toContain('different numbers of tasks succeeded')
})

test('a sweep that changes the work asks for the same work within each size only', () => {
  const trials = trialsOf(
    [
      [100, 100],
      [200, 200],
    ],
    (variant) => ({ work: `${variant}`, checksum: `${variant}` }),
  )
  const wish = { variants: 2, expectedRuns: 4, sameWork: 'within-variants', isComplete: true } as const
  expect(checkTrials(trials, wish)[0]).toMatchObject({ id: 'same-work', level: 'ok' })
  const odd = trials.map((trial) =>
    trial.place === 3 ? { ...trial, run: { ...trial.run, checksum: 'odd' } } : trial,
  )
  expect(checkTrials(odd, wish)[0]).toMatchObject({ id: 'same-work', level: 'error' })
})

test('a machine that slept or was too hot during a run is a warning, one that does not tell is not mentioned', () => {
  const disturbed = (asleepMs: number | null, throttles: number | null) =>
    trialsOf(
      [
        [100, 100],
        [100, 100],
      ],
      (variant, round) => ({
        summary: {
          ...quiet.summary,
          asleepMs: variant === 0 && round === 1 ? asleepMs : asleepMs && 0,
          throttles: throttles && 0,
        },
      }),
    )
  expect(check(disturbed(null, null), 'disturbance')).toBeUndefined()
  expect(check(disturbed(0, 0), 'disturbance')?.level).toBe('ok')
  expect(check(disturbed(3000, null), 'disturbance')).toMatchObject({
    level: 'warning',
    sentence: expect.stringContaining('during 1 run of 4') as string,
  })
})
