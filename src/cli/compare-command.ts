import { failuresOf } from '#shared/analysis/comparison/failures-of.ts'
import { compareTrials } from '#shared/analysis/comparison/compare-trials.ts'
import type { Comparison } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial, Variant } from '#shared/model/experiment.ts'
import type { PresetLibrary } from '../main/engine/preset-library.ts'
import { comparisonReport } from '../main/experiments/experiment-report.ts'
import { outlineOf } from '../main/experiments/outline-of.ts'
import type { ExperimentOutcome } from '../main/experiments/run-experiment.ts'
import type { RunSpool } from '../main/experiments/run-spool.ts'
import { comparisonLines } from './comparison-text.ts'
import { comparisonLookup, comparisonVocabulary } from './condition/comparison-terms.ts'
import { parseCondition, type ParsedCondition } from './condition/parse-condition.ts'
import type { CompareCommand, ResultWishes } from './experiment-commands.ts'
import { findBaseline } from './find-baseline.ts'
import { findPreset } from './follow-run.ts'
import { measureExperiment } from './measure-experiment.ts'
import { checkOutputs } from './outputs.ts'
import { nothingMeasured, reportResult } from './report-result.ts'
import type { Surroundings } from './surroundings.ts'

/** The conditions of `--fail-if`, which may name these variants. Throws an `InputError`. */
export function comparisonConditions(wishes: ResultWishes, labels: readonly string[]): ParsedCondition[] {
  const vocabulary = comparisonVocabulary(labels)
  return wishes.conditions.map((text) => parseCondition(text, vocabulary))
}

interface Compared {
  readonly comparison: Comparison
  readonly outline: ExperimentOutline
  readonly trials: readonly Trial[]
  readonly runs: Pick<RunSpool, 'readAll'>
}

/** Documents, text and exit code of a comparison, measured or saved. */
export function reportComparison(
  { comparison, ...measured }: Compared,
  { ending, message }: Pick<ExperimentOutcome, 'ending' | 'message'>,
  conditions: readonly ParsedCondition[],
  wishes: ResultWishes,
): Promise<number> {
  return reportResult(
    {
      ending,
      message,
      lines: comparisonLines(comparison, measured.outline),
      report: (format) => comparisonReport(comparison, measured, format),
      failures: measured.trials.reduce((sum, { run }) => sum + failuresOf(run), 0),
      isComparable: comparison.checks.every(({ level }) => level !== 'error'),
      conditions,
      lookup: comparisonLookup(comparison),
    },
    wishes,
  )
}

/** `taskscope compare <preset>`: gives the exit code. */
export async function compareCommand(
  presets: PresetLibrary,
  surroundings: Surroundings,
  command: CompareCommand,
): Promise<number> {
  const preset = findPreset(presets, command.preset)
  const { repeats, warmUps, pauseMs, isQuiet, isSaved } = command
  const variants: Variant[] = command.variants.map((variant) => ({ ...variant, preset }))
  const baseline = findBaseline(variants, command.baseline)
  const conditions = comparisonConditions(
    command,
    variants.map(({ label }) => label),
  )
  await checkOutputs(command)
  const experiment = { kind: 'comparison', variants, repeats, warmUps, pauseMs } as const
  const outline = outlineOf(experiment, { presetId: preset.id, presetTitle: preset.title }, null)
  return measureExperiment(
    surroundings,
    { name: 'compare', experiment, isQuiet, isSaved },
    (outcome, runs) => {
      const { trials, ending } = outcome
      if (trials.length === 0) return Promise.resolve(nothingMeasured('comparison', outcome))
      const comparison = compareTrials({
        variants,
        trials,
        baseline,
        pairing: 'rounds',
        isComplete: ending === 'completed',
        expectedRuns: variants.length * repeats,
      })
      return reportComparison({ comparison, outline, trials, runs }, outcome, conditions, command)
    },
  )
}
