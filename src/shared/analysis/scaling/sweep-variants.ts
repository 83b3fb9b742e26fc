import type { Variant } from '../../model/experiment.ts'
import type { Preset } from '../../model/preset.ts'
import type { RunOptions } from '../../model/run-options.ts'
import type { SweptSize } from '../../model/scaling.ts'
import type { StrategyId } from '../../model/strategy.ts'
import { sweepBounds } from './sweep-bounds.ts'
import { isWorkerSize, sweptOption } from './swept-option.ts'
import { lengthened } from './task-length.ts'

/** What a sweep runs. */
export interface Sweep {
  readonly strategy: StrategyId
  /** Only what differs from the preset's own wishes and the defaults. */
  readonly options: Partial<RunOptions>
  readonly size: SweptSize
  /** Whole numbers within `sweepBounds`. */
  readonly values: readonly number[]
}

function presetAt(preset: Preset, size: SweptSize, value: number): Preset {
  if (size === 'tasks') {
    return { ...preset, groups: preset.groups.map((group) => ({ ...group, count: group.count * value })) }
  }
  if (size === 'length') {
    const groups = preset.groups.map((group) => ({ ...group, parameters: lengthened(group, value) }))
    return { ...preset, groups }
  }
  return preset
}

/**
 * The variants that a sweep compares, in the order of its values, labelled as in "cpu=2". Throws on a value out of bounds: whoever
 * takes values from a user checks them against `sweepBounds` first, and the size with `whyNotSwept`.
 */
export function sweepVariants(preset: Preset, { strategy, options, size, values }: Sweep): Variant[] {
  const { min, max } = sweepBounds(preset, size)
  return values.map((value) => {
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new Error(`Expected whole numbers from ${min} to ${max} for ${size}, got ${value}`)
    }
    return {
      label: `${size}=${value}`,
      preset: presetAt(preset, size, value),
      strategy,
      options: isWorkerSize(size) ? { ...options, [sweptOption[size]]: value } : options,
    }
  })
}
