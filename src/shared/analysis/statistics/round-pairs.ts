import type { RatioPair } from './estimate-ratio.ts'

/** What was measured in a round; NaN: nothing. */
export interface RoundValue {
  readonly round: number
  readonly value: number
}

/** The values of the rounds in which both have one above 0. */
export function roundPairs(from: readonly RoundValue[], to: readonly RoundValue[]): RatioPair[] {
  const byRound = new Map(to.map(({ round, value }) => [round, value]))
  return from.flatMap(({ round, value }) => {
    const pair = { from: value, to: byRound.get(round) ?? NaN }
    return pair.from > 0 && pair.to > 0 ? [pair] : []
  })
}
