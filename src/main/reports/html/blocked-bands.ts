import type { BlockedInterval } from '#shared/analysis/blocked-loop.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import type { SlotRow } from './lane-rows.ts'
import { markup, type Markup } from './markup.ts'
import { px, type TimeScale } from './time-scale.ts'

/** More bands than this would be a wall; the longest are drawn. */
const mostBands = 200

/** The stretches in which one task held this loop for longer than it may, as bands across all of its lanes. */
export function blockedBands(
  run: Run,
  blocked: readonly BlockedInterval[],
  { lanes, top, height }: SlotRow,
  scale: TimeScale,
): Markup[] {
  const longest = blocked
    .filter(({ slot }) => slot === lanes.slot)
    .sort((one, other) => other.toMs - other.fromMs - (one.toMs - one.fromMs))
    .slice(0, mostBands)
  return longest.map(({ task, fromMs, toMs }) => {
    const [x0, x1] = [scale.x(fromMs), scale.x(toMs)]
    const note = texts().reportTracks.tasks.heldLoop(
      taskName(run.header.plan, task),
      figureText(durationFigure(toMs - fromMs)),
    )
    return markup`<rect class="blocked" x="${px(x0)}" y="${top - 1}" width="${px(Math.max(0.5, x1 - x0))}" height="${height}"><title>${note}</title></rect>`
  })
}
