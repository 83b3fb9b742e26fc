import { describe, expect, test } from 'vitest'
import type { Scaling, SweptSize } from '../../model/scaling.ts'
import { analyseSweep } from './analyse-sweep.ts'
import { fakeRounds, sweepTrials } from './fake-sweep.ts'
import { lawThroughput } from './scaling-laws.ts'

type Rounds = readonly (readonly (number | null)[])[]

function analyse(
  values: readonly number[],
  rounds: Rounds,
  { size = 'cpu', taskCount = 100 }: { size?: SweptSize; taskCount?: number } = {},
): Scaling {
  return analyseSweep({
    presetId: 'some',
    presetTitle: 'Some',
    strategy: 'hybrid',
    size,
    values,
    trials: sweepTrials(rounds, taskCount),
    isComplete: true,
  })
}

const plain = (text: string): string => text.replaceAll('\u202f', ' ')
const sentence = (...wish: Parameters<typeof analyse>): string => plain(analyse(...wish).sentence)
/** Five rounds that hardly differ. */
const quiet = (truth: readonly number[], seed = 1): number[][] => fakeRounds(truth, 5, 0.003, seed)

describe('the answer of a sweep of workers', () => {
  test('names the knee, the best size and the range where larger sizes gain nothing', () => {
    expect(sentence([1, 2, 3, 4], quiet([10, 20, 19.9, 19.9]))).toBe(
      'More than 2 CPU workers gains nothing here; best measured 2, 95 % range 2.',
    )
    expect(analyse([1, 2, 3, 4], quiet([10, 20, 19.9, 19.9]))).toMatchObject({
      bestSize: 2,
      knee: { size: 2, range: { low: 2, high: 2 } },
    })
  })

  test('says how little more than the knee gains, and which sizes below it were not measured', () => {
    expect(sentence([1, 2, 4, 8], quiet([10, 20, 30, 31]))).toMatch(
      /^More than 4 CPU workers gains little here, [23]\.\d % at most; best measured 8, 95 % range 4\. 3 was not measured\.$/,
    )
  })

  test('says how much larger sizes lose', () => {
    expect(sentence([1, 2, 8, 16], quiet([10, 20, 19, 16]))).toMatch(
      /^More than 2 CPU workers gains nothing here, and 16 are slower by 2\d(\.\d)? to 2\d(\.\d)? %; best measured 2, 95 % range 2\.$/,
    )
  })

  test('is singular where one worker is enough', () => {
    expect(sentence([1, 2], quiet([10, 9.9]), { size: 'blocking' })).toBe(
      'More than 1 blocking thread gains nothing here; best measured 1, 95 % range 1.',
    )
  })

  test('finds no knee where the largest still gains', () => {
    const scaling = analyse([1, 2, 3, 4], quiet([10, 20, 30, 36]))
    expect(scaling.knee).toBeNull()
    expect(plain(scaling.sentence)).toMatch(
      /^4 CPU workers are still faster than 3 by (19|20)(\.\d)? to 2\d(\.\d)? %: the knee lies beyond what was measured\.$/,
    )
  })

  test('does not look for a knee beyond the number of tasks', () => {
    expect(sentence([1, 2, 3, 4], quiet([10, 20, 30, 36]), { taskCount: 4 })).toMatch(
      /by (19|20)(\.\d)? to 2\d(\.\d)? %, and with 4 tasks no more can be used\.$/,
    )
  })

  test('goes by the pairs of the rounds, where medians of single sizes say otherwise', () => {
    // 4 to 2, round by round: 0.98, 0.95, 0.9, 0.94 and 0.96. Their medians, 6.4 and 3.9, come from different rounds.
    const ofTwo = [6.4, 6.6, 3.9, 6.5, 3.8]
    const ratios = [0.98, 0.95, 0.9, 0.94, 0.96]
    const rounds = ofTwo.map((two, round) => [two / 2, two, two * (ratios[round] ?? 1)])
    expect(sentence([1, 2, 4], rounds)).toBe(
      'More than 2 CPU workers gains nothing here, and 4 are slower by 1 to 12 %; best measured 2, 95 % range 2.',
    )
  })

  test('does not say that the largest still gains where it may not', () => {
    const rounds = [
      [4, 7, 7.3],
      [4, 7, 6.5],
      [4, 7, 9.5],
      [4, 7, 7.6],
      [4, 7, 6.9],
    ]
    const said = sentence([1, 2, 4], rounds)
    expect(said).not.toContain('still faster')
    expect(said).not.toContain('lies beyond')
  })

  test('says so where noise leaves next to no size out', () => {
    const rounds = fakeRounds([10, 10.2, 10.4, 10.6, 10.8, 11], 5, 0.5, 2)
    expect(sentence([1, 2, 3, 4, 5, 6], rounds)).toMatch(
      /^These runs differ by too much to tell how many CPU workers are worthwhile: 95 % range [12]–[56]/,
    )
  })

  test('has no range for fewer than five rounds', () => {
    const scaling = analyse([1, 2, 3], quiet([10, 20, 20]).slice(0, 4))
    expect(scaling.knee).toEqual({ size: 2, range: null })
    expect(scaling.sentence).toMatch(/best measured [23], a range takes 5 rounds of all sizes, not 4\.$/)
    expect(scaling.fits.flatMap(({ parameters }) => parameters.map(({ interval }) => interval))).toEqual([
      null,
      null,
    ])
  })
})

describe('the answer of a sweep of work', () => {
  test('says how much longer it takes, with neither knee nor laws', () => {
    const scaling = analyse([1, 2, 4, 8], quiet([10, 10, 10, 10]), { size: 'tasks' })
    expect([scaling.knee, scaling.fits]).toEqual([null, []])
  })

  test.each<[SweptSize, readonly number[], readonly number[], string]>([
    // Throughputs: eight times the tasks in eight times the time are as many per second.
    [
      'tasks',
      [1, 8],
      [1000, 8000],
      '8 times the tasks take 8.00 times as long: time grows in proportion to the work.',
    ],
    [
      'tasks',
      [1, 8],
      [1000, 4000],
      '8 times the tasks take 4.00 times as long: 50 % less than in proportion to the work.',
    ],
    [
      'length',
      [2, 8],
      [1000, 6000],
      '8 times the length takes 6.00 times as long as 2 times the length: 50 % more than in proportion to the work.',
    ],
  ])('%s %o', (size, values, makespansMs, expected) => {
    const rounds = [makespansMs.map((ms) => 100_000 / ms)]
    expect(sentence(values, rounds, { size })).toBe(expected)
  })
})

describe('what was not measured', () => {
  test('a sweep in which nothing finished has no points', () => {
    const scaling = analyse([1, 2], [[null, null]])
    expect(scaling).toMatchObject({ points: [], knee: null, bestSize: 1 })
    expect(scaling.sentence).toBe('Nothing finished in any run, so there is nothing to tell.')
    expect(analyseSweepOfNothing().points).toEqual([])
  })

  test('a size without a run is left out, and one with a run has no intervals', () => {
    const scaling = analyse([1, 2, 4], [[10, null, 19]])
    expect(scaling.points.map(({ size, speedUp }) => [size, speedUp.interval])).toEqual([
      [1, { low: 1, high: 1 }],
      [4, null],
    ])
    expect(scaling.points[1]?.speedUp.value).toBeCloseTo(1.9, 9)
  })

  test('one size alone is compared with nothing', () => {
    expect(sentence([1, 2], [[10, null]])).toBe(
      'Only 1 CPU worker was measured: there is nothing to compare with.',
    )
  })

  test('sizes that share no round are compared by their medians', () => {
    const scaling = analyse(
      [1, 2],
      [
        [10, null],
        [null, 19],
      ],
    )
    expect(scaling.points[1]?.speedUp).toEqual({ value: 1.9, interval: null })
  })

  function analyseSweepOfNothing(): Scaling {
    return analyseSweep({
      presetId: 'some',
      presetTitle: 'Some',
      strategy: 'hybrid',
      size: 'cpu',
      values: [1, 2],
      trials: [],
      isComplete: false,
      expectedRuns: 10,
    })
  }
})

test('points are ascending by size, each with its runs in the order of the rounds and the speed-up over the smallest', () => {
  const scaling = analyse(
    [4, 1],
    [
      [40, 10],
      [20, 10],
      [50, 10],
    ],
  )
  expect(
    scaling.points.map(({ size, makespansMs, typicalRun, speedUp }) => [
      size,
      makespansMs,
      typicalRun,
      Number(speedUp.value.toFixed(9)),
    ]),
  ).toEqual([
    [1, [10_000, 10_000, 10_000], 'run-1-0', 1],
    [4, [2500, 5000, 2000], 'run-0-0', 4],
  ])
})

test('where runs of a size did not do the same work nothing is said about sizes', () => {
  const trials = sweepTrials(quiet([10, 20])).map((trial) =>
    trial.place === 3 ? { ...trial, run: { ...trial.run, checksum: 'other' } } : trial,
  )
  const scaling = analyseSweep({
    presetId: 'some',
    presetTitle: 'Some',
    strategy: 'hybrid',
    size: 'cpu',
    values: [1, 2],
    trials,
    isComplete: true,
  })
  expect([scaling.knee, scaling.fits]).toEqual([null, []])
  expect(scaling.sentence).toMatch(/Nothing is said about sizes\.$/)
})

describe('the laws of a sweep', () => {
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8]
  const usl = sizes.map((size) => lawThroughput({ lambda: 10, sigma: 0.05, kappa: 0.01 }, size))

  test('a law that describes what was measured says so, with its parameters and its peak', () => {
    const fit = analyse(sizes, quiet(usl)).fits[1]
    expect(fit).toMatchObject({ law: 'usl', fits: true })
    expect(fit?.parameters.map(({ name }) => name)).toEqual(['lambda', 'sigma', 'kappa'])
    expect(fit?.peakSize).toBeCloseTo(Math.sqrt(0.95 / 0.01), 0)
    expect(plain(fit?.sentence ?? '')).toMatch(
      /^The Universal Scalability Law describes these measurements within 0\.\d % ?: its throughput peaks at about 10 CPU workers, beyond what was measured\.$/,
    )
    expect([fit?.curve[0]?.size, fit?.curve.at(-1)?.size]).toEqual([1, 8])
  })

  test('a law that does not says so, with its worst miss', () => {
    const fits = analyse(sizes, quiet(sizes.map((size) => Math.min(size, 2)))).fits
    expect(fits.map(({ fits: isGood, peakSize }) => [isGood, peakSize])).toEqual([
      [false, null],
      [false, null],
    ])
    expect(plain(fits[0]?.sentence ?? '')).toMatch(
      /^Amdahl’s law does not describe these measurements: it is off by \d\d % at 2 CPU workers\.$/,
    )
  })

  test('too few sizes are not fitted, and a sentence says so', () => {
    const fits = analyse([1, 2, 4], quiet([10, 20, 30])).fits
    expect(fits.map(({ parameters }) => parameters.length)).toEqual([2, 0])
    expect(fits[1]?.sentence).toBe(
      'The Universal Scalability Law has 3 parameters: whether it describes what was measured takes at least 4 sizes, not 3.',
    )
  })

  test('the same runs give the same answer', () => {
    const rounds = fakeRounds(usl, 5, 0.03, 4)
    expect(analyse(sizes, rounds)).toEqual(analyse(sizes, rounds))
  })
})
