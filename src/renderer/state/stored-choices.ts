import { policies } from '#shared/model/run-options.ts'
import { strategyIds } from '#shared/model/strategy.ts'
import {
  experimentNumbers,
  standardChoices,
  variantSizes,
  type ComparisonChoices,
  type VariantDraft,
} from './comparison-choices.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function textsOf<Name extends string>(names: readonly Name[], value: unknown): Record<Name, string> | null {
  if (!isRecord(value)) return null
  const texts = names.map((name) => [name, value[name]] as const)
  // Every name has a text: the entries just checked are all that the record is made of.
  return texts.every(([, text]) => typeof text === 'string')
    ? (Object.fromEntries(texts) as Record<Name, string>)
    : null
}

function draftOf(value: unknown): VariantDraft | null {
  if (!isRecord(value)) return null
  const { id, ticked, isAdded } = value
  const strategy = strategyIds.find((known) => known === value['strategy'])
  const policy = (['', ...policies] as const).find((known) => known === value['policy'])
  const sizes = textsOf(variantSizes, value['sizes'])
  const isSound =
    typeof id === 'number' && (ticked === null || typeof ticked === 'boolean') && typeof isAdded === 'boolean'
  if (!isSound || strategy === undefined || policy === undefined || sizes === null) return null
  return { id, ticked, strategy, isAdded, sizes, policy }
}

/** The choices that were stored as JSON; the standard ones where there are none, or another version of the app stored them. */
export function readChoices(stored: string | null): ComparisonChoices {
  const standard = standardChoices()
  if (stored === null) return standard
  let value: unknown
  try {
    value = JSON.parse(stored)
  } catch {
    // Nobody's loss: they are chosen anew.
    return standard
  }
  if (!isRecord(value) || !Array.isArray(value['drafts'])) return standard
  const { presetId, baselineId } = value
  const drafts = value['drafts'].map(draftOf)
  const numbers = textsOf(experimentNumbers, value['numbers'])
  const areFiveThere = strategyIds.every((strategy, at) => {
    const draft = drafts[at]
    return draft?.strategy === strategy && !draft.isAdded
  })
  const isSound =
    (presetId === null || typeof presetId === 'string') &&
    (baselineId === null || typeof baselineId === 'number')
  const known = drafts.filter((draft) => draft !== null)
  const areUnique = new Set(known.map(({ id }) => id)).size === drafts.length
  if (!isSound || numbers === null || !areFiveThere || !areUnique) return standard
  return { presetId, drafts: known, baselineId, numbers }
}
