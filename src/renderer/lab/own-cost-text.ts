import { countText, figureText, percentFigure } from '#shared/format.ts'
import type { OwnCost } from '#shared/model/summary.ts'
import type { Fraction } from '#shared/model/units.ts'
import { texts } from '#shared/texts/texts.ts'
import { ownCostLimit } from '../state/own-cost-limit.svelte.ts'

/** Whether Taskscope uses more than it should, by the share that the user has settled. */
export function isCostly({ shareOfMachine }: OwnCost): boolean {
  const limit = ownCostLimit()
  return limit !== null && shareOfMachine > limit
}

/** What the own cost is made of, for a tooltip. */
export function ownCostText(cost: OwnCost | null): string {
  if (cost === null) return texts().lab.ownCostUnknown
  const { mainThreadMs, samplerMs, windowMs, anatomyMs, passedMs } = cost
  const ofCore = (share: Fraction): string => figureText(percentFigure(share))
  const { ownParts, ownCostOf, ownAnatomy, ownWarning } = texts().lab
  const parts = [
    ownParts.mainThread(ofCore(mainThreadMs / passedMs)),
    ownParts.sampler(ofCore(samplerMs / passedMs)),
  ]
  if (windowMs !== null) parts.push(ownParts.window(ofCore(windowMs / passedMs)))
  const anatomy = anatomyMs === null ? '' : ` ${ownAnatomy(ofCore(anatomyMs / passedMs))}`
  const warning = isCostly(cost) ? ` ${ownWarning(limitText())}` : ''
  return `${ownCostOf(ofCore(cost.shareOfCore), parts.join(', '))}${anatomy}${warning}`
}

/** The settled share in whole percent, as people read it. */
function limitText(): string {
  return figureText({ value: countText(Math.round((ownCostLimit() ?? 0) * 100)), unit: '%' })
}
