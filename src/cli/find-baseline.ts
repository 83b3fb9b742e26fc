import type { StrategyId } from '#shared/model/strategy.ts'
import { InputError, quote } from '../main/engine/input-error.ts'

interface Labelled {
  readonly label: string
  readonly strategy: StrategyId
}

/** Position of the variant of that label; without one, of the sequential strategy, else the first. Throws an `InputError`. */
export function findBaseline(variants: readonly Labelled[], label: string | null): number {
  if (label === null)
    return Math.max(
      0,
      variants.findIndex(({ strategy }) => strategy === 'sequential'),
    )
  const at = variants.findIndex((variant) => variant.label === label)
  if (at < 0) {
    const known = variants.map((variant) => variant.label).join(', ')
    throw new InputError(`--baseline: expected one of ${known}, got ${quote(label)}.`)
  }
  return at
}
