import { mostOwnShareOfMachine } from '#shared/analysis/own-cost.ts'
import type { Fraction } from '#shared/model/units.ts'

let limit = $state<Fraction | null>(mostOwnShareOfMachine)

/** From which share of the machine on Taskscope's own cost is warned of; null: never. Reactive. */
export function ownCostLimit(): Fraction | null {
  return limit
}

/** Takes over what the user has settled. A page without settings, such as a report, keeps the standard share. */
export function useOwnCostLimit(share: Fraction | null): void {
  limit = share
}
