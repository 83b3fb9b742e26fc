import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { LawFit, Scaling, ScalingPoint, SweptSize } from '#shared/model/scaling.ts'
import { fakeExperimentRun } from './fake-experiment.ts'

export interface FakeScalingWishes {
  readonly title?: string
  readonly size?: SweptSize
  readonly sizes?: readonly number[]
  readonly changes?: Partial<Scaling>
}

/** All that a report of a sweep is made of. */
export interface FakeScaling {
  readonly scaling: Scaling
  readonly outline: ExperimentOutline
  readonly trials: readonly Trial[]
  readonly runs: ReadonlyMap<RunId, Run>
}

const rounds = [0, 1, 2]
/** Two cores: more workers than that gain nothing, and then lose a little. */
const makespanMs = (size: number, round: number): number =>
  (2_000 / Math.min(2, size)) * (1 + 0.01 * Math.max(0, size - 2)) * (1 + 0.01 * round)

const around = (value: number): ScalingPoint['makespanMs'] => ({
  value,
  interval: { low: value * 0.97, high: value * 1.03 },
})

function pointOf(size: number, its: readonly Trial[]): ScalingPoint {
  const middle = its[1]?.run
  const ms = middle?.summary.makespanMs ?? NaN
  return {
    size,
    makespansMs: its.map(({ run }) => run.summary.makespanMs ?? NaN),
    runIds: its.map(({ run }) => run.id),
    typicalRun: middle?.id ?? ('none' as RunId),
    makespanMs: around(ms),
    throughputPerSecond: around(4_000 / ms),
    speedUp: around(makespanMs(1, 1) / ms),
  }
}

function lawOf(law: LawFit['law'], sizes: readonly number[], fits: boolean): LawFit {
  const kappa = law === 'usl' ? 0.02 : 0
  const most = Math.max(...sizes)
  const curve = Array.from({ length: 41 }, (_, at) => {
    const size = 1 + ((most - 1) * at) / 40
    return { size, throughputPerSecond: (2 * size) / (1 + 0.2 * (size - 1) + kappa * size * (size - 1)) }
  })
  return {
    law,
    parameters: [
      { name: 'lambda', value: 2, interval: { low: 1.9, high: 2.1 } },
      { name: 'sigma', value: 0.2, interval: { low: 0.15, high: 0.25 } },
      ...(law === 'usl' ? [{ name: 'kappa', value: 0.02, interval: null } as const] : []),
    ],
    curve,
    meanMiss: 0.04,
    worstMiss: { size: 2, miss: fits ? 0.05 : 0.2 },
    fits,
    peakSize: law === 'usl' ? 6.3 : null,
    sentence: `${law}: ${fits ? 'describes' : 'does not describe'} these measurements.`,
  }
}

/** A sweep of made-up runs, in three rounds, interleaved. */
export function fakeScaling({
  title = 'Made up',
  size = 'cpu',
  sizes = [1, 2, 3, 4],
  changes = {},
}: FakeScalingWishes = {}): FakeScaling {
  const runs = new Map<RunId, Run>()
  const trials: Trial[] = []
  for (const round of rounds) {
    const order = round % 2 === 0 ? [...sizes.keys()] : [...sizes.keys()].reverse()
    for (const variant of order) {
      const ms = makespanMs(sizes[variant] ?? 1, round)
      const run = fakeExperimentRun(`run-${variant}-${round}`, 'hybrid', ms, title)
      runs.set(run.header.id, run)
      trials.push({ variant, round, place: trials.length, run: digestRun(run) })
    }
  }
  const isWorkers = size !== 'tasks' && size !== 'length'
  return {
    scaling: {
      presetId: 'made-up',
      presetTitle: title,
      strategy: 'hybrid',
      size,
      points: sizes.map((value, variant) =>
        pointOf(
          value,
          trials.filter((trial) => trial.variant === variant),
        ),
      ),
      fits: isWorkers ? [lawOf('amdahl', sizes, false), lawOf('usl', sizes, true)] : [],
      bestSize: 2,
      knee: isWorkers ? { size: 2, range: { low: 2, high: 3 } } : null,
      worthwhile: 0.05,
      checks: [{ id: 'same-work', level: 'ok', sentence: 'All runs did the same work.' }],
      environment: trials[0]?.run.environment ?? null,
      isComplete: true,
      sentence: 'More than 2 CPU workers gains nothing here.',
      ...changes,
    },
    outline: {
      presetId: 'made-up',
      presetTitle: title,
      variants: sizes.map((value) => ({ label: `${size}=${value}`, strategy: 'hybrid' })),
      repeats: rounds.length,
      warmUps: 1,
      pauseMs: 100,
      origin: 'measured',
      sweep: { size, values: sizes },
    },
    trials,
    runs,
  }
}
