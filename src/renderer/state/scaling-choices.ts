import type { PresetOffer, SweepRequest } from '#shared/ipc.ts'
import {
  experimentBounds,
  standardPauseMs,
  standardRepeats,
  standardWarmUps,
} from '#shared/model/experiment.ts'
import { sweptSizes, type SweptSize } from '#shared/model/scaling.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { texts } from '#shared/texts/texts.ts'
import { parseValues, type ValueBounds } from './scaling-values.ts'
import { uselessSizes, valueBounds } from './swept-size-use.ts'

export const countFields = ['repeats', 'warmUps', 'pauseMs'] as const
export type CountField = (typeof countFields)[number]
export type SetupField = CountField | 'values'

/** What the user chose for the next sweep, as it stands in the fields. */
export interface ScalingChoices {
  /** Null: nothing yet, so what the Lab has. */
  readonly presetId: string | null
  readonly strategy: StrategyId
  readonly size: SweptSize
  /** Empty: the standard sizes for this machine. */
  readonly values: string
  readonly repeats: string
  readonly warmUps: string
  readonly pauseMs: string
}

export const standardScalingChoices: ScalingChoices = {
  presetId: null,
  strategy: 'hybrid',
  size: 'cpu',
  values: '',
  repeats: String(standardRepeats),
  warmUps: String(standardWarmUps),
  pauseMs: String(standardPauseMs),
}

function parsed(stored: string | null): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  } catch {
    // Written by another version: they are chosen anew.
    return new Map()
  }
}

/** The choices that were stored as JSON; the standard for whatever they do not say. */
export function readScalingChoices(stored: string | null): ScalingChoices {
  const found = parsed(stored)
  const standard = standardScalingChoices
  const text = <Otherwise>(name: keyof ScalingChoices, otherwise: Otherwise): string | Otherwise => {
    const value = found.get(name)
    return typeof value === 'string' ? value : otherwise
  }
  return {
    presetId: text('presetId', standard.presetId),
    strategy: strategyIds.find((id) => id === found.get('strategy')) ?? standard.strategy,
    size: sweptSizes.find((size) => size === found.get('size')) ?? standard.size,
    values: text('values', standard.values),
    repeats: text('repeats', standard.repeats),
    warmUps: text('warmUps', standard.warmUps),
    pauseMs: text('pauseMs', standard.pauseMs),
  }
}

/** The choices with others made. Eight CPU workers are not eight times the tasks: values do not outlive their size. */
export function chosen(choices: ScalingChoices, change: Partial<ScalingChoices>): ScalingChoices {
  const next = { ...choices, ...change }
  return next.size === choices.size || change.values !== undefined ? next : { ...next, values: '' }
}

/** The choices as they hold for a preset: with another size where the chosen one would change nothing. */
export function choicesFor(choices: ScalingChoices, preset: PresetOffer | null): ScalingChoices {
  if (preset === null) return choices
  const useless = uselessSizes(preset, choices.strategy)
  if (!useless.has(choices.size)) return choices
  return chosen(choices, { size: sweptSizes.find((size) => !useless.has(size)) ?? choices.size })
}

/** Null: no whole number within the bounds. */
function wholeNumber(text: string, { min, max }: ValueBounds): number | null {
  const value = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN
  return value >= min && value <= max ? value : null
}

/** A sentence for each field that cannot be used as it is. */
export function choiceProblems(choices: ScalingChoices): ReadonlyMap<SetupField, string> {
  const problems = new Map<SetupField, string>()
  const entered = parseValues(choices.values, valueBounds(choices.size))
  if (entered.kind === 'problem') problems.set('values', entered.sentence)
  for (const field of countFields) {
    const bounds = experimentBounds[field]
    const text = choices[field].trim()
    if (wholeNumber(text, bounds) !== null) continue
    const got = text === '' ? texts().fields.nothing : text
    problems.set(field, texts().fields.wholeNumber(bounds.min, bounds.max, got))
  }
  return problems
}

/** What to ask for; null: a field needs another value. */
export function sweepRequest(choices: ScalingChoices, preset: PresetOffer): SweepRequest | null {
  const entered = parseValues(choices.values, valueBounds(choices.size))
  const repeats = wholeNumber(choices.repeats, experimentBounds.repeats)
  const warmUps = wholeNumber(choices.warmUps, experimentBounds.warmUps)
  const pauseMs = wholeNumber(choices.pauseMs, experimentBounds.pauseMs)
  if (entered.kind === 'problem' || repeats === null || warmUps === null || pauseMs === null) return null
  const { strategy, size } = choices
  return {
    presetId: preset.id,
    strategy,
    options: {},
    size,
    values: entered.values,
    repeats,
    warmUps,
    pauseMs,
  }
}
