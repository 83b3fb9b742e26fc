import { failuresOf } from '#shared/analysis/comparison/failures-of.ts'
import { analyseSweep } from '#shared/analysis/scaling/analyse-sweep.ts'
import { sweepBounds } from '#shared/analysis/scaling/sweep-bounds.ts'
import { experimentBounds } from '#shared/model/experiment.ts'
import type { Preset } from '#shared/model/preset.ts'
import { InputError } from '../main/engine/input-error.ts'
import type { PresetLibrary } from '../main/engine/preset-library.ts'
import { scalingReport } from '../main/experiments/experiment-report.ts'
import { planSweep } from '../main/experiments/plan-experiment.ts'
import { parseCondition } from './condition/parse-condition.ts'
import { scalingLookup, scalingVocabulary } from './condition/scaling-terms.ts'
import type { SweepCommand } from './experiment-commands.ts'
import { findPreset } from './follow-run.ts'
import { measureExperiment } from './measure-experiment.ts'
import { checkOutputs } from './outputs.ts'
import { nothingMeasured, reportResult } from './report-result.ts'
import { scalingLines } from './scaling-text.ts'
import type { Surroundings } from './surroundings.ts'

/** Throws an `InputError` for sizes that are out of bounds. Where nothing can be varied at all, `planSweep` says why. */
function checkSizes(preset: Preset, { size, values }: SweepCommand): void {
  const { min, max } = sweepBounds(preset, size)
  const outside = values?.find((value) => value < min || value > max)
  if (outside !== undefined && max >= experimentBounds.sizes.min)
    throw new InputError(`--param ${size}: expected sizes from ${min} to ${max}, got ${outside}.`)
}

/** `taskscope sweep`: gives the exit code. */
export async function sweepCommand(
  presets: PresetLibrary,
  surroundings: Surroundings,
  command: SweepCommand,
): Promise<number> {
  const preset = findPreset(presets, command.preset)
  const { size, repeats, isQuiet, isSaved } = command
  const strategy = command.strategy ?? preset.strategy
  const about = { presetId: preset.id, presetTitle: preset.title, strategy, size }
  checkSizes(preset, command)
  const { experiment, outline, values } = planSweep({
    ...command,
    ...about,
    preset,
    otherProcessIds: [],
  })
  const vocabulary = scalingVocabulary(size, values)
  const conditions = command.conditions.map((text) => parseCondition(text, vocabulary))
  await checkOutputs(command)
  return measureExperiment(surroundings, { name: 'sweep', experiment, isQuiet, isSaved }, (outcome, runs) => {
    const { trials, ending, message } = outcome
    if (trials.length === 0) return Promise.resolve(nothingMeasured('sweep', outcome))
    const expectedRuns = values.length * repeats
    const isComplete = ending === 'completed'
    const scaling = analyseSweep({ ...about, values, trials, isComplete, expectedRuns })
    return reportResult(
      {
        ending,
        message,
        lines: scalingLines(scaling, outline),
        report: (format) => scalingReport(scaling, { outline, trials, runs }, format),
        failures: trials.reduce((sum, { run }) => sum + failuresOf(run), 0),
        isComparable: scaling.checks.every(({ level }) => level !== 'error'),
        conditions,
        lookup: scalingLookup(scaling),
      },
      command,
    )
  })
}
