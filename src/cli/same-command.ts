import { compareTrials } from '#shared/analysis/comparison/compare-trials.ts'
import type { Comparison, Verdict } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import { standardPauseMs, standardWarmUps, type Trial } from '#shared/model/experiment.ts'
import { distinctLabels } from '#shared/words/variant-labels.ts'
import type { PresetLibrary } from '../main/engine/preset-library.ts'
import { outlineOf } from '../main/experiments/outline-of.ts'
import type { ExperimentOutcome } from '../main/experiments/run-experiment.ts'
import { comparisonJson } from '../main/reports/experiments/comparison-json.ts'
import { comparisonLines } from './comparison-text.ts'
import { exitCodes } from './exit-codes.ts'
import type { SameCommand } from './experiment-commands.ts'
import { findPreset } from './follow-run.ts'
import { measureExperiment } from './measure-experiment.ts'
import { checkOutputs, printText, saveDocument } from './outputs.ts'
import { plainText } from './plain-text.ts'
import { nothingMeasured } from './report-result.ts'
import { wrapText } from './wrap-text.ts'
import type { Surroundings } from './surroundings.ts'

/** Every kind of task, in a second or two. */
const samePresetId = 'course-demo'

/** What the comparison of something with itself says of the comparison, and the exit code. */
export function sameAnswer(verdict: Verdict['kind']): { readonly sentence: string; readonly code: number } {
  switch (verdict) {
    case 'not-distinguishable':
      return {
        sentence: 'As it should be: both sides are the same, and no difference between them was found.',
        code: exitCodes.succeeded,
      }
    case 'faster':
    case 'slower':
      return {
        sentence:
          'A difference was found where there is none. With 95 % intervals this happens in up to 1 of 20 such tests; if it happens again and again, something on this machine favours one side.',
        code: exitCodes.someFailed,
      }
    default:
      return {
        sentence:
          'There is no verdict, so this tells nothing: more repeats, or tasks that succeed, may help.',
        code: exitCodes.badInput,
      }
  }
}

async function reportSame(
  comparison: Comparison,
  outline: ExperimentOutline,
  trials: readonly Trial[],
  command: SameCommand,
): Promise<number> {
  const { jsonFile, isQuiet } = command
  const json = (): Iterable<string> => comparisonJson(comparison, outline, trials)
  const isSaved = jsonFile === null || (await saveDocument(jsonFile, json))
  const { sentence, code } = sameAnswer(comparison.variants[1]?.verdict.kind ?? 'too-few')
  const lines = [...comparisonLines(comparison, outline), ...wrapText(sentence), '']
  if (!isQuiet) await printText(plainText(lines.join('\n')), command)
  return isSaved ? code : exitCodes.badInput
}

/** `taskscope self-test --same`: compares a preset with itself, and gives the exit code. */
export async function sameCommand(
  presets: PresetLibrary,
  surroundings: Surroundings,
  command: SameCommand,
): Promise<number> {
  const { options, repeats, jsonFile, isQuiet } = command
  const preset = findPreset(presets, command.preset ?? samePresetId)
  await checkOutputs({ jsonFile })
  const strategy = command.strategy ?? preset.strategy
  const variants = distinctLabels([strategy, strategy]).map((label) => ({ label, preset, strategy, options }))
  const experiment = {
    kind: 'comparison',
    variants,
    repeats,
    warmUps: standardWarmUps,
    pauseMs: standardPauseMs,
  } as const
  const outline = outlineOf(experiment, { presetId: preset.id, presetTitle: preset.title }, null)
  const take = (outcome: ExperimentOutcome): Promise<number> => {
    const { trials, ending } = outcome
    if (ending !== 'completed' || trials.length === 0)
      return Promise.resolve(nothingMeasured('self-test', outcome))
    const wish = { variants, trials, baseline: 0, pairing: 'rounds', isComplete: true } as const
    return reportSame(compareTrials(wish), outline, trials, command)
  }
  return measureExperiment(surroundings, { name: 'self-test', experiment, isQuiet, isSaved: false }, take)
}
