import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { compareTrials } from '#shared/analysis/comparison/compare-trials.ts'
import type { Comparison } from '#shared/model/comparison.ts'
import {
  standardPauseMs,
  standardRepeats,
  standardWarmUps,
  type Experiment,
  type ExperimentProgress,
} from '#shared/model/experiment.ts'
import type { Preset } from '#shared/model/preset.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { variantLabels } from '#shared/words/variant-labels.ts'
import { experimentParts } from '../src/main/experiments/experiment-parts.ts'
import { runExperiment, type ExperimentOutcome } from '../src/main/experiments/run-experiment.ts'
import { forkNode } from '../src/main/platform/fork-node.ts'
import { RunSpool } from '../src/main/experiments/run-spool.ts'
import { createEngine, entriesFolder, root } from './engine.ts'
import { median, printTable } from './table.ts'

/** On a machine with two cores and nothing else to do. */
const mostSeconds = 90
const comparisonsWithItself = 10
/** Each is wrong in up to 5 % of cases: three wrong ones of ten come by chance once in 90 times. */
const leastAlike = 8

interface Measured {
  readonly comparison: Comparison
  readonly outcome: ExperimentOutcome
  readonly tookMs: number
  /** Of the measured runs: from one makespan's end to the next one's beginning. */
  readonly betweenMs: readonly number[]
  readonly preparationsMs: readonly number[]
}

/** The standard comparison of a preset's variants, as the command line makes it. */
async function compare(
  preset: Preset,
  strategies: readonly StrategyId[],
  baseline: number,
): Promise<Measured> {
  const labels = variantLabels(strategies.map((strategy) => ({ strategy, options: {} })))
  const variants = strategies.map((strategy, at) => ({
    label: labels[at] ?? '',
    preset,
    strategy,
    options: {},
  }))
  const experiment: Experiment = {
    kind: 'comparison',
    variants,
    repeats: standardRepeats,
    warmUps: standardWarmUps,
    pauseMs: standardPauseMs,
  }
  const spool = await RunSpool.open()
  try {
    const resources = join(root, 'resources')
    const parts = experimentParts(
      { entries: entriesFolder, resources, otherProcessIds: [process.pid] },
      forkNode,
      spool,
    )
    const told: { readonly atMs: number; readonly progress: ExperimentProgress }[] = []
    const fromMs = performance.now()
    const outcome = await runExperiment(experiment, parts, {
      signal: new AbortController().signal,
      onProgress: (progress) => told.push({ atMs: performance.now(), progress }),
      onTrial: () => undefined,
      onSavingProblem: () => undefined,
    })
    const tookMs = performance.now() - fromMs
    const { trials, ending, message } = outcome
    expect([ending, message]).toEqual(['completed', ''])
    const overAtMs = told.filter(({ progress }) => progress.variant === null).map(({ atMs }) => atMs)
    const measuredFrom = overAtMs.length - 1 - trials.length
    const betweenMs = trials.map(
      ({ run }, at) =>
        (overAtMs[measuredFrom + at + 1] ?? NaN) -
        (overAtMs[measuredFrom + at] ?? NaN) -
        (run.summary.makespanMs ?? NaN),
    )
    const comparison = compareTrials({ variants, trials, baseline, pairing: 'rounds', isComplete: true })
    const runs = await spool.readAll(trials.map(({ run }) => run.id))
    const preparationsMs = [...runs.values()].map(({ header }) => header.preparationMs)
    return { comparison, outcome, tookMs, betweenMs, preparationsMs }
  } finally {
    await spool.close()
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

test('course-demo under all strategies, with the standard repeats', async () => {
  const preset = createEngine().presets.find('course-demo')
  const { comparison, outcome, tookMs, betweenMs, preparationsMs } = await compare(preset, strategyIds, 0)
  const makespansMs = outcome.trials.reduce((sum, { run }) => sum + (run.summary.makespanMs ?? NaN), 0)

  printTable(
    `course-demo, ${strategyIds.length} strategies, ${standardRepeats} repeats after ${standardWarmUps} warm-up`,
    ['', 'time'],
    [
      ['the comparison', seconds(tookMs)],
      ['the bar', seconds(mostSeconds * 1000)],
      ['peer: the sum of its makespans', seconds(makespansMs)],
      ['between two makespans, median', seconds(median(betweenMs))],
      ['of which pause', seconds(standardPauseMs)],
      ['of which preparation, the samples before the run included', seconds(median(preparationsMs))],
    ],
  )
  const ranked = comparison.ranking.flatMap((at) => comparison.variants[at] ?? [])
  printTable(
    'The ranking',
    ['variant', 'makespan', 'from', 'to'],
    ranked.map(({ label, makespanMs }) => [
      label,
      seconds(makespanMs?.value ?? NaN),
      seconds(makespanMs?.interval?.low ?? NaN),
      seconds(makespanMs?.interval?.high ?? NaN),
    ]),
  )
  const boundsOf = (strategy: StrategyId): { readonly low: number; readonly high: number } =>
    comparison.variants.find((variant) => variant.strategy === strategy)?.makespanMs?.interval ?? {
      low: NaN,
      high: NaN,
    }
  expect(comparison.checks.filter(({ level }) => level === 'error')).toEqual([])
  expect(boundsOf('hybrid').high).toBeLessThan(boundsOf('event-loop').low)
  expect(boundsOf('event-loop').high).toBeLessThan(boundsOf('sequential').low)
  expect(tookMs / 1000).toBeLessThan(mostSeconds)
})

test('a strategy beside itself is not distinguishable', async () => {
  const whole = createEngine().presets.find('small-pool')
  // A fifth of a second each: what is tested is the verdict.
  const preset: Preset = { ...whole, groups: whole.groups.map((group) => ({ ...group, count: 2 })) }
  const verdicts: string[] = []
  const ratios: number[] = []
  for (let at = 0; at < comparisonsWithItself; at++) {
    const { comparison } = await compare(preset, ['hybrid', 'hybrid'], 0)
    const verdict = comparison.variants[1]?.verdict
    verdicts.push(verdict?.kind ?? 'none')
    if (verdict !== undefined && 'ratio' in verdict) ratios.push(verdict.ratio?.value ?? NaN)
  }
  printTable(
    `hybrid beside itself, ${comparisonsWithItself} comparisons of real runs`,
    ['verdict', 'times'],
    [...new Set(verdicts)].map((kind) => [
      kind,
      String(verdicts.filter((verdict) => verdict === kind).length),
    ]),
  )
  console.log(`ratios: ${ratios.map((ratio) => ratio.toFixed(3)).join(', ')}`)
  expect(verdicts.filter((kind) => kind === 'not-distinguishable').length).toBeGreaterThanOrEqual(leastAlike)
})
