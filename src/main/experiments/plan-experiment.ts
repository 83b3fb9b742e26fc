import { availableParallelism } from 'node:os'
import { sweepBounds } from '#shared/analysis/scaling/sweep-bounds.ts'
import { standardValues } from '#shared/analysis/scaling/standard-values.ts'
import { sweepVariants } from '#shared/analysis/scaling/sweep-variants.ts'
import { whyNotSwept } from '#shared/analysis/scaling/why-not-swept.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import { experimentBounds, type Experiment, type Variant } from '#shared/model/experiment.ts'
import { variantLabels } from '#shared/words/variant-labels.ts'
import { InputError } from '../engine/input-error.ts'
import { withSettled } from '../engine/run-options-resolve.ts'
import type { ComparisonWish, SweepWish } from './experiment-requests.ts'
import { outlineOf } from './outline-of.ts'

/** An experiment that can be begun. */
export interface PlannedExperiment {
  readonly experiment: Experiment
  readonly outline: ExperimentOutline
}

function planned(
  { preset, presetId, repeats, warmUps, pauseMs }: ComparisonWish | SweepWish,
  variants: readonly Variant[],
  sweep: ExperimentOutline['sweep'],
): PlannedExperiment {
  const kind = sweep === null ? ('comparison' as const) : ('scaling' as const)
  const experiment = { kind, variants, repeats, warmUps, pauseMs }
  return { experiment, outline: outlineOf(experiment, { presetId, presetTitle: preset.title }, sweep) }
}

/** A comparison with its baseline: as chosen, else the sequential variant, else the first. Throws an `InputError` where there is no such variant. */
export function planComparison(wish: ComparisonWish): PlannedExperiment & { readonly baseline: number } {
  const labels = variantLabels(wish.variants)
  const variants = wish.variants.map((variant, at) => ({
    ...variant,
    // Labels say what was chosen; runs are made with what is settled, too.
    options: withSettled(wish.preset, variant.options, wish.settled ?? {}),
    preset: wish.preset,
    label: labels[at] ?? '',
  }))
  const sequential = variants.findIndex(({ strategy }) => strategy === 'sequential')
  const baseline = wish.baseline ?? Math.max(0, sequential)
  if (variants[baseline] === undefined) {
    throw new InputError(`Expected a baseline among ${variants.length} variants, got number ${baseline + 1}.`)
  }
  return { ...planned(wish, variants, null), baseline }
}

/** A sweep, its sizes ascending. Throws a sentence where this preset, strategy or size can't be swept. */
export function planSweep(wish: SweepWish): PlannedExperiment & { readonly values: readonly number[] } {
  const { preset, strategy, options, size } = wish
  const reason = whyNotSwept(preset, strategy, size)
  if (reason !== null) throw new InputError(reason)
  const wanted = wish.values ?? standardValues(preset, strategy, size, availableParallelism())
  const values = [...new Set(wanted)].sort((one, other) => one - other)
  const { min, max } = experimentBounds.sizes
  if (values.length < min || values.length > max)
    throw new InputError(`Expected ${min} to ${max} different sizes, got ${values.length}.`)
  const bounds = sweepBounds(preset, size)
  const stray = values.find((value) => !Number.isInteger(value) || value < bounds.min || value > bounds.max)
  if (stray !== undefined)
    throw new InputError(`Expected sizes from ${bounds.min} to ${bounds.max}, got ${stray}.`)
  const complete = withSettled(preset, options, wish.settled ?? {})
  const variants = sweepVariants(preset, { strategy, options: complete, size, values })
  return { ...planned(wish, variants, { size, values }), values }
}
