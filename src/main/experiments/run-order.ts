/** A run that is to be made. */
export interface OrderedRun {
  /** Its variant's position. */
  readonly variant: number
  /** Which of its variant's runs of that sort it is, from 0. */
  readonly round: number
  readonly isWarmUp: boolean
}

/** Positions 0 to `variants` - 1, backwards in every second round. */
function roundOrder(variants: number, round: number): number[] {
  const forwards = Array.from({ length: variants }, (_, variant) => variant)
  return round % 2 === 0 ? forwards : forwards.reverse()
}

/**
 * All runs of an experiment in their order: warm-ups first, then rounds in which every variant runs once. The order is turned round
 * from one round to the next (A B C C B A …): over two rounds, a machine that becomes slower at a steady pace does so to all of them
 * alike.
 */
export function runOrder(variants: number, repeats: number, warmUps: number): OrderedRun[] {
  const rounds = (count: number, isWarmUp: boolean): OrderedRun[] =>
    Array.from({ length: count }, (_, round) =>
      roundOrder(variants, round).map((variant) => ({ variant, round, isWarmUp })),
    ).flat()
  return [...rounds(warmUps, true), ...rounds(repeats, false)]
}
