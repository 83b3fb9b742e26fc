import type { LaneLayout } from '#shared/analysis/lanes.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import type { LaneRows, SlotRow } from './lane-rows.ts'
import { markup, type Markup } from './markup.ts'
import { px, type TimeScale } from './time-scale.ts'

/** A chain's links closer together than this would be a smear. */
const leastStepPx = 1.5
/** Above a lane's lower edge, clear of its names. */
const abovePx = 2

/** The y of every slot's sub-lanes in one drawing; a slot of another drawing is at the edge nearest to it. */
function placesOf({ rows, height }: LaneRows): (slot: number, subLane: number) => number {
  const bySlot = new Map<number, SlotRow>(rows.map((row) => [row.lanes.slot, row]))
  const firstSlot = rows[0]?.lanes.slot ?? 0
  return (slot, subLane) => {
    const row = bySlot.get(slot)
    if (row === undefined) return slot < firstSlot ? 0 : height
    if (subLane >= row.lanes.subLanes.length) return (row.overflowTop ?? row.top) + 8
    return row.top + subLane * row.pitch + row.laneHeight - abovePx
  }
}

/**
 * The critical chain as a path over the spans of one drawing: along each task's lane while it ran, dotted where the chain waited for
 * a hand-over, and up or down to the next one. Null where there is no chain.
 */
export function chainPath(
  chain: readonly ChainLink[],
  layout: LaneLayout,
  drawing: LaneRows,
  scale: TimeScale,
): Markup | null {
  const yOf = placesOf(drawing)
  let ran = ''
  let waited = ''
  let penX = NaN
  let penY = NaN
  for (const { kind, task, slot, fromMs, toMs } of chain) {
    const [x0, x1] = [scale.x(fromMs), scale.x(toMs)]
    // What is too short to be seen is left to the next link: the path stays whole.
    if (x1 - (Number.isNaN(penX) ? x0 : penX) < leastStepPx) continue
    const y = px(yOf(slot, Math.max(0, layout.subLane[task] ?? 0)))
    const from = px(Number.isNaN(penX) ? x0 : penX)
    const rise = Number.isNaN(penY) || penY === y ? '' : `M${from} ${penY}V${y}`
    ran += rise
    if (kind === 'run') ran += `M${from} ${y}H${px(x1)}`
    else waited += `M${from} ${y}H${px(x1)}`
    penX = x1
    penY = y
  }
  if (ran === '' && waited === '') return null
  return markup`<g class="chain"><path class="halo" d="${ran}${waited}"/><path d="${ran}"/><path class="waited" d="${waited}"/></g>`
}
