import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import { fakeRun, sampleRecord, type FakeTask } from '#shared/analysis/fake-run.ts'
import type { Check, ComparedVariant, Comparison, Verdict } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { StrategyId } from '#shared/model/strategy.ts'

/** A variant with the makespans of its runs, round by round; NaN: nothing finished. */
export interface FakeVariant {
  readonly label: string
  readonly strategy?: StrategyId
  readonly makespansMs: readonly number[]
}

export interface FakeComparisonWishes {
  readonly title?: string
  readonly variants?: readonly FakeVariant[]
  readonly changes?: Partial<Comparison>
  readonly outline?: Partial<ExperimentOutline>
}

/** All that a report of a comparison is made of. */
export interface FakeComparison {
  readonly comparison: Comparison
  readonly outline: ExperimentOutline
  readonly trials: readonly Trial[]
  readonly runs: ReadonlyMap<RunId, Run>
}

/** Two waits and two computations: one after the other in one slot, or the waits on a loop and the others beside each other. */
function livesOf(strategy: StrategyId, makespanMs: number): readonly FakeTask[] {
  if (Number.isNaN(makespanMs)) return [{}, {}, {}, {}]
  const at = (share: number): number => share * makespanMs
  if (strategy === 'sequential')
    return [0, 1, 2, 3].map((turn) => ({
      started: at(turn / 4),
      finished: at((turn + 1) / 4),
      slot: 0,
      onCpu: turn < 2 ? 0 : at(1 / 4),
      ready: 0,
      timer: turn < 2 ? at(1 / 4) : 0,
      io: 0,
    }))
  const wait = { started: 0, slot: 0, onCpu: 0, ready: 0, io: 0 }
  return [
    { ...wait, finished: at(0.5), timer: at(0.5) },
    { ...wait, finished: at(0.7), timer: at(0.7) },
    { started: 0, finished: at(0.6), slot: 1, onCpu: at(0.55), ready: at(0.05), timer: 0, io: 0 },
    { started: at(0.02), finished: at(1), slot: 2, onCpu: at(0.98), ready: 0, timer: 0, io: 0 },
  ]
}

function samplesOf(makespanMs: number): number[][] {
  const count = Number.isNaN(makespanMs) ? 0 : 10
  return Array.from({ length: count }, (_, row) =>
    sampleRecord({
      atMs: ((row + 1) * makespanMs) / count,
      intervalMs: makespanMs / count,
      latenessMs: 0.2,
      memoryUsedBytes: 2 ** 30,
      processMemoryBytes: 2 ** 27,
      processCpuMs: row * 50,
      mainThreadCpuMs: row,
      samplerCpuMs: row,
      cores: [{ busy: row / count }, { busy: 1 - row / count }],
      slots: [],
    }),
  )
}

/** A run of a made-up experiment. */
export function fakeExperimentRun(
  id: string,
  strategy: StrategyId,
  makespanMs: number,
  title = 'Made up',
): Run {
  const run = fakeRun({
    groups: [
      { name: 'wait', kind: 'async', workload: 'wait', parameters: { ms: 100 }, count: 2 },
      { name: 'compute', kind: 'cpu', workload: 'sqrt-loop', parameters: { iterations: 1e6 }, count: 2 },
    ],
    tasks: livesOf(strategy, makespanMs),
    slots:
      strategy === 'sequential'
        ? [{ isShared: false, executor: 'main-line' }]
        : [{ isShared: true }, { isShared: false }, { isShared: false }],
    strategy,
    samples: samplesOf(makespanMs),
    sampledCores: 2,
    nowMs: Number.isNaN(makespanMs) ? 0 : makespanMs,
  })
  const preset = { ...run.header.preset, id: 'made-up', title }
  return { ...run, header: { ...run.header, id: id as RunId, preset } }
}

const middleOf = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN

/** Five per cent each way: an interval that a test can do in its head. */
const around = (value: number): ComparedVariant['makespanMs'] => ({
  value,
  interval: { low: value * 0.95, high: value * 1.05 },
})

function verdictOf(value: number, baseline: number, isBaseline: boolean): Verdict {
  if (isBaseline) return { kind: 'baseline' }
  const ratio = {
    value: value / baseline,
    interval: { low: value / baseline - 0.05, high: value / baseline + 0.05 },
  }
  if (ratio.interval.high < 1) return { kind: 'faster', ratio }
  return ratio.interval.low > 1
    ? { kind: 'slower', ratio }
    : { kind: 'not-distinguishable', ratio, moreRuns: 12 }
}

function variantOf(
  { label, strategy = 'hybrid', makespansMs }: FakeVariant,
  trials: readonly Trial[],
  baselineMs: number,
  isBaseline: boolean,
): ComparedVariant {
  const known = makespansMs.filter((ms) => !Number.isNaN(ms))
  const medianMs = known.length === 0 ? null : middleOf(known)
  const typical = trials.find(({ run }) => run.summary.makespanMs === medianMs && medianMs !== null)?.run
  const verdict: Verdict =
    medianMs === null ? { kind: 'too-few', ratio: null } : verdictOf(medianMs, baselineMs, isBaseline)
  return {
    label,
    strategy,
    options: trials[0]?.run.options ?? null,
    runs: trials.map(({ place, run }) => ({ id: run.id, place, makespanMs: run.summary.makespanMs })),
    typicalRun: typical?.id ?? null,
    makespanMs: medianMs === null ? null : around(medianMs),
    spreadMs: medianMs === null ? null : 10,
    fastestMs: known.length === 0 ? null : Math.min(...known),
    slowestMs: known.length === 0 ? null : Math.max(...known),
    figures: {
      queueWaitP50Ms: 1,
      queueWaitP95Ms: 2,
      coresBusy: 0.5,
      cpuMs: 600,
      peakMemoryBytes: 2 ** 27,
      ownShare: 0.01,
      idealRatio: 1.2,
    },
    failures: 0,
    verdict,
    sentence: `${label}: ${verdict.kind}.`,
    accounting: typical?.accounting ?? null,
  }
}

const allIsWell: readonly Check[] = [
  { id: 'same-work', level: 'ok', sentence: 'All runs did the same work.' },
  { id: 'drift', level: 'ok', sentence: 'No drift was found.' },
]

/** A comparison of made-up runs, interleaved round by round. The first variant is the baseline. */
export function fakeComparison({
  title = 'Made up',
  variants = [
    { label: 'sequential', strategy: 'sequential', makespansMs: [2_000, 2_040, 2_020] },
    { label: 'hybrid', makespansMs: [1_000, 1_010, 1_030] },
  ],
  changes = {},
  outline = {},
}: FakeComparisonWishes = {}): FakeComparison {
  const runs = new Map<RunId, Run>()
  const rounds = Math.max(0, ...variants.map(({ makespansMs }) => makespansMs.length))
  const trials: Trial[] = []
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [...variants.keys()] : [...variants.keys()].reverse()
    for (const position of order) {
      const { strategy = 'hybrid', makespansMs } = variants[position] ?? { makespansMs: [] }
      const makespanMs = makespansMs[round]
      if (makespanMs === undefined) continue
      const run = fakeExperimentRun(`run-${position}-${round}`, strategy, makespanMs, title)
      runs.set(run.header.id, run)
      trials.push({ variant: position, round, place: trials.length, run: digestRun(run) })
    }
  }
  const baselineMs = middleOf((variants[0]?.makespansMs ?? []).filter((ms) => !Number.isNaN(ms)))
  const compared = variants.map((variant, position) =>
    variantOf(
      variant,
      trials.filter((trial) => trial.variant === position),
      baselineMs,
      position === 0,
    ),
  )
  const medianMs = (position: number): number => compared[position]?.makespanMs?.value ?? Infinity
  return {
    comparison: {
      presetId: 'made-up',
      presetTitle: title,
      pairing: 'rounds',
      baseline: 0,
      variants: compared,
      ranking: [...variants.keys()].sort((one, other) => medianMs(one) - medianMs(other)),
      checks: allIsWell,
      environmentDifferences: [],
      differences: [],
      environment: trials[0]?.run.environment ?? null,
      isComplete: true,
      sentence: 'One of them is the fastest.',
      ...changes,
    },
    outline: {
      presetId: 'made-up',
      presetTitle: title,
      variants: variants.map(({ label, strategy = 'hybrid' }) => ({ label, strategy })),
      repeats: rounds,
      warmUps: 1,
      pauseMs: 100,
      origin: 'measured',
      sweep: null,
      ...outline,
    },
    trials,
    runs,
  }
}
