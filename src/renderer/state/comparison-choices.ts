import type { ComparisonRequest, PresetOffer } from '#shared/ipc.ts'
import {
  experimentBounds,
  standardPauseMs,
  standardRepeats,
  standardWarmUps,
} from '#shared/model/experiment.ts'
import type { Policy } from '#shared/model/run-options.ts'
import { strategies, strategyIds, type ExecutorId, type StrategyId } from '#shared/model/strategy.ts'
import { texts } from '#shared/texts/texts.ts'
import { optionFields, optionProblem, type OptionField } from './run-option-fields.ts'
import { enteredNumber, wholeNumberProblem } from './whole-number.ts'

/** The sizes in which two variants may differ. */
export const variantSizes = ['cpuWorkers', 'blockingThreads', 'loopConcurrency', 'threadLimit'] as const
export type VariantSize = (typeof variantSizes)[number]
export type SizeTexts = Readonly<Record<VariantSize, string>>

/** A row of the set-up: a variant that is compared if it is ticked. */
export interface VariantDraft {
  /** Unique among the rows. */
  readonly id: number
  /** Null: as suits the preset. */
  readonly ticked: boolean | null
  readonly strategy: StrategyId
  /** False: one of the five that are always listed. */
  readonly isAdded: boolean
  readonly sizes: SizeTexts
  /** Empty: as the preset says. */
  readonly policy: Policy | ''
}

export const experimentNumbers = ['repeats', 'warmUps', 'pauseMs'] as const
export type ExperimentNumber = (typeof experimentNumbers)[number]
export const standardNumbers: Readonly<Record<ExperimentNumber, number>> = {
  repeats: standardRepeats,
  warmUps: standardWarmUps,
  pauseMs: standardPauseMs,
}

/** What the user chose for the next comparison; texts as they were typed. */
export interface ComparisonChoices {
  /** Null: nothing chosen yet. */
  readonly presetId: string | null
  readonly drafts: readonly VariantDraft[]
  /** Of the draft to compare with; null: the sequential one, else the first. */
  readonly baselineId: number | null
  readonly numbers: Readonly<Record<ExperimentNumber, string>>
}

const noSizes: SizeTexts = { cpuWorkers: '', blockingThreads: '', loopConcurrency: '', threadLimit: '' }

/** Up to so many tasks no strategy takes so long that one would rather be asked. */
const smallPresetTasks = 1000

/** The five strategies as they are, and standard numbers. */
export function standardChoices(): ComparisonChoices {
  return {
    presetId: null,
    drafts: strategyIds.map((strategy, id) => ({
      id,
      ticked: null,
      strategy,
      isAdded: false,
      sizes: noSizes,
      policy: '',
    })),
    baselineId: null,
    numbers: { repeats: '', warmUps: '', pauseMs: '' },
  }
}

/** A row more: another variant of `strategy`, ticked. */
export function withDraftAdded(choices: ComparisonChoices, strategy: StrategyId): ComparisonChoices {
  const id = choices.drafts.reduce((most, draft) => Math.max(most, draft.id), -1) + 1
  const draft: VariantDraft = { id, ticked: true, strategy, isAdded: true, sizes: noSizes, policy: '' }
  return { ...choices, drafts: [...choices.drafts, draft] }
}

export function withoutDraft(choices: ComparisonChoices, id: number): ComparisonChoices {
  return {
    ...choices,
    drafts: choices.drafts.filter((draft) => draft.id !== id),
    baselineId: choices.baselineId === id ? null : choices.baselineId,
  }
}

export function withDraftChanged(
  choices: ComparisonChoices,
  id: number,
  change: Partial<Omit<VariantDraft, 'id' | 'isAdded'>>,
): ComparisonChoices {
  return {
    ...choices,
    drafts: choices.drafts.map((draft) => (draft.id === id ? { ...draft, ...change } : draft)),
  }
}

/** Whether a row is compared: as the user wants it, else all five for a small preset, and its own strategy beside the sequential one for a large. */
export function isTicked(draft: VariantDraft, preset: PresetOffer | null): boolean {
  if (draft.ticked !== null) return draft.ticked
  if (preset === null || preset.taskCount <= smallPresetTasks) return true
  return draft.strategy === 'sequential' || draft.strategy === preset.strategy
}

const sizeOfExecutor: Readonly<Record<ExecutorId, VariantSize | null>> = {
  'main-line': null,
  loop: 'loopConcurrency',
  blocking: 'blockingThreads',
  cpu: 'cpuWorkers',
  threads: 'threadLimit',
  processes: 'cpuWorkers',
}

/** The sizes that mean something under a strategy. */
export function sizesOf(strategy: StrategyId): ReadonlySet<VariantSize> {
  const used = Object.values(strategies[strategy].placement).map(({ executor }) => sizeOfExecutor[executor])
  return new Set(used.filter((size) => size !== null))
}

/** The Lab's field for a size: its label, its explanation and its bounds are the same here. */
export function sizeField(size: VariantSize): OptionField {
  const field = optionFields.find(({ name }) => name === size)
  if (field === undefined) throw new Error(`Expected a field for ${size}, got none`)
  return field
}

/** What is wrong with a row's size, as a sentence; null: nothing, or it has no meaning there. */
export function sizeProblem(draft: VariantDraft, size: VariantSize): string | null {
  return sizesOf(draft.strategy).has(size) ? optionProblem(sizeField(size), draft.sizes[size]) : null
}

const hasSizeProblem = (draft: VariantDraft): boolean =>
  variantSizes.some((size) => sizeProblem(draft, size) !== null)

export function numberProblem(choices: ComparisonChoices, name: ExperimentNumber): string | null {
  return wholeNumberProblem(choices.numbers[name], experimentBounds[name])
}

export function numberOf(choices: ComparisonChoices, name: ExperimentNumber): number {
  return enteredNumber(choices.numbers[name], standardNumbers[name])
}

export function tickedDrafts(
  choices: ComparisonChoices,
  preset: PresetOffer | null,
): readonly VariantDraft[] {
  return choices.drafts.filter((draft) => isTicked(draft, preset))
}

/** The row that the others would be compared with; null: none is ticked. */
export function baselineOf(choices: ComparisonChoices, preset: PresetOffer | null): VariantDraft | null {
  const ticked = tickedDrafts(choices, preset)
  return (
    ticked.find(({ id }) => id === choices.baselineId) ??
    ticked.find(({ strategy }) => strategy === 'sequential') ??
    ticked[0] ??
    null
  )
}

/** Why there is nothing to compare yet, as a sentence; null: there is. */
export function choicesProblem(choices: ComparisonChoices, preset: PresetOffer | null): string | null {
  if (preset === null) return texts().fields.choosePreset
  const ticked = tickedDrafts(choices, preset)
  const { min, max } = experimentBounds.variants
  if (ticked.length < min) return texts().fields.tickTwo
  if (ticked.length > max) {
    return texts().fields.mostVariants(max, ticked.length)
  }
  if (experimentNumbers.some((name) => numberProblem(choices, name) !== null)) {
    return texts().fields.numberProblem
  }
  return ticked.some(hasSizeProblem) ? texts().fields.sizeProblem : null
}

/** Whether a field that is folded away at first has a problem. */
export function hasFoldedProblem(choices: ComparisonChoices, preset: PresetOffer | null): boolean {
  return (
    numberProblem(choices, 'warmUps') !== null ||
    numberProblem(choices, 'pauseMs') !== null ||
    tickedDrafts(choices, preset).some(hasSizeProblem)
  )
}

/** Only what was set, and has a meaning under the row's strategy. */
export function optionsOf({ strategy, sizes, policy }: VariantDraft): ComparisonRequest['variants'][number] {
  const used = sizesOf(strategy)
  const entered = variantSizes.flatMap((size) =>
    used.has(size) && sizes[size].trim() !== '' ? [[size, Number(sizes[size])] as const] : [],
  )
  return {
    strategy,
    options: { ...Object.fromEntries(entered), ...(policy === '' ? {} : { policy }) },
  }
}

/** What to start; null: the choices have a problem. */
export function comparisonRequest(
  choices: ComparisonChoices,
  preset: PresetOffer | null,
): ComparisonRequest | null {
  if (preset === null || choicesProblem(choices, preset) !== null) return null
  const ticked = tickedDrafts(choices, preset)
  const baseline = baselineOf(choices, preset)
  return {
    presetId: preset.id,
    variants: ticked.map(optionsOf),
    repeats: numberOf(choices, 'repeats'),
    warmUps: numberOf(choices, 'warmUps'),
    pauseMs: numberOf(choices, 'pauseMs'),
    baseline: baseline === null ? null : ticked.indexOf(baseline),
  }
}
