import type { Milliseconds } from '#shared/model/units.ts'
import type { OrderedRun } from './run-order.ts'

/** A run that is over, and how long it took with all that belongs to it: preparation, run, record. */
export interface TimedRun extends Pick<OrderedRun, 'variant' | 'isWarmUp'> {
  readonly tookMs: Milliseconds
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * How long the runs that are left will take, each measured one after its pause; null before any run is over. A variant's runs take as long as
 * those of it that are over. While there are none but warm-ups, which are shorter, they are multiplied by what the other variants'
 * runs took beside theirs; a variant of which nothing is known takes as long as the mean of the others.
 */
export function remainingMs(
  over: readonly TimedRun[],
  left: readonly OrderedRun[],
  pauseMs: Milliseconds,
): Milliseconds | null {
  const meanOf = (variant: number, isWarmUp: boolean): number | null =>
    mean(
      over.filter((run) => run.variant === variant && run.isWarmUp === isWarmUp).map(({ tookMs }) => tookMs),
    )
  const variants = [...new Set([...over, ...left].map(({ variant }) => variant))].map((variant) => ({
    variant,
    warmUpMs: meanOf(variant, true),
    measuredMs: meanOf(variant, false),
  }))
  const known = variants.filter(({ warmUpMs, measuredMs }) => (warmUpMs ?? 0) > 0 && measuredMs !== null)
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((all, ms) => all + (ms ?? 0), 0)
  const growth =
    known.length === 0
      ? 1
      : sum(known.map(({ measuredMs }) => measuredMs)) / sum(known.map(({ warmUpMs }) => warmUpMs))
  const expected = new Map(
    variants.map(({ variant, warmUpMs, measuredMs }) => [
      variant,
      {
        measured: measuredMs ?? (warmUpMs === null ? null : warmUpMs * growth),
        warmUp: warmUpMs ?? measuredMs,
      },
    ]),
  )
  const all = [...expected.values()].flatMap(({ measured }) => (measured === null ? [] : [measured]))
  const usual = mean(all)
  if (usual === null) return null
  return left.reduce((total, { variant, isWarmUp }) => {
    const its = expected.get(variant)
    return total + (isWarmUp ? (its?.warmUp ?? usual) : pauseMs + (its?.measured ?? usual))
  }, 0)
}
