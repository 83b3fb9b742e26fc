import type { PresetOffer } from '#shared/ipc.ts'
import type { ComparedVariant, Comparison } from '#shared/model/comparison.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import {
  numberOf,
  optionsOf,
  sizesOf,
  tickedDrafts,
  type ComparisonChoices,
  type VariantDraft,
} from './comparison-choices.ts'

/** Whether a variant that was measured is what a row stands for. */
function isSame(variant: ComparedVariant, draft: VariantDraft, standard: RunOptions): boolean {
  if (variant.strategy !== draft.strategy || variant.options === null) return false
  const wanted = { ...standard, ...optionsOf(draft).options }
  const measured = variant.options
  return (
    measured.policy === wanted.policy &&
    [...sizesOf(draft.strategy)].every((size) => measured[size] === wanted[size])
  )
}

/**
 * About how long a comparison would take, from the makespans of the one before it. Warm-ups, which may be cut short, are not in it,
 * nor is the start of threads. Null: it is another preset, or a variant among them was not measured.
 */
export function expectedDurationMs(
  choices: ComparisonChoices,
  preset: PresetOffer | null,
  defaults: RunOptions | null,
  before: Comparison | null,
): Milliseconds | null {
  if (preset === null || defaults === null || before === null || before.presetId !== preset.id) return null
  const standard = { ...defaults, ...preset.options }
  const makespans = tickedDrafts(choices, preset).map(
    (draft) => before.variants.find((variant) => isSame(variant, draft, standard))?.makespanMs?.value ?? null,
  )
  if (makespans.length === 0) return null
  let roundMs = 0
  for (const makespanMs of makespans) {
    if (makespanMs === null) return null
    roundMs += makespanMs + numberOf(choices, 'pauseMs')
  }
  return roundMs * numberOf(choices, 'repeats')
}
