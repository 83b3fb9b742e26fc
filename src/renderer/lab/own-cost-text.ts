import { figureText, percentFigure } from '#shared/format.ts'
import type { OwnCost } from '#shared/model/summary.ts'
import type { Fraction } from '#shared/model/units.ts'
import { mostOwnShareOfMachine } from '#shared/analysis/own-cost.ts'

/** Whether Taskscope uses more than it should. */
export function isCostly({ shareOfMachine }: OwnCost): boolean {
  return shareOfMachine > mostOwnShareOfMachine
}

/** What the own cost is made of, for a tooltip. */
export function ownCostText(cost: OwnCost | null): string {
  if (cost === null) return 'What Taskscope itself uses of the machine: not known yet, or not to be had here'
  const { mainThreadMs, samplerMs, windowMs, anatomyMs, passedMs } = cost
  const ofCore = (share: Fraction): string => figureText(percentFigure(share))
  const part = (name: string, ms: number): string => `${name} ${ofCore(ms / passedMs)}`
  const parts = [part('main thread', mainThreadMs), part('sampler', samplerMs)]
  if (windowMs !== null) parts.push(part('window', windowMs))
  const anatomy =
    anatomyMs === null ? '' : ` Telling the loop’s tasks apart took another ${ofCore(anatomyMs / passedMs)}.`
  const warning = isCostly(cost)
    ? ' More than 5 %: a good part of what is measured is Taskscope itself. A lower sample rate, or less detail, costs less.'
    : ''
  return `CPU time of Taskscope itself, as a share of the whole machine. Of one core: ${ofCore(cost.shareOfCore)} (${parts.join(', ')}).${anatomy}${warning}`
}
