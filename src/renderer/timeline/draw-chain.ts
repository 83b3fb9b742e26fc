import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { TasksPicture } from './draw-tasks.ts'
import { stretchesOf } from './chain-stretches.ts'
import type { Drawing } from './drawing.ts'

const linePx = 2
const rimPx = 1
const rimAlpha = 0.75
const stepPx = 1
/** Between lanes it crosses the names of others. */
const stepAlpha = 0.5
/** Narrower stretches would make a comb of the steps to them. */
const leastStretchPx = 3

/**
 * The chain of tasks that set the makespan: a line along the lower edge of their lanes, and a faint step from one that is drawn to
 * the next. Stretches too narrow to be seen as one are left out.
 */
export function drawChain(drawing: Drawing, picture: TasksPicture): void {
  if (picture.chain.length === 0) return
  const { canvas, scale, width } = drawing
  const { slot, subLane, fromMs, toMs, count } = stretchesOf(picture)
  const { rows, scrollTop } = picture
  let fromX = NaN
  let fromY = NaN
  // They follow one another without gaps, so their ends are in order, too.
  for (let at = countUpTo(toMs, scale.fromMs, count); at < count; at++) {
    const x0 = scale.x(fromMs[at] as number)
    if (x0 > width + 4) break
    const x1 = scale.x(toMs[at] as number)
    const row = rows.rows[slot[at] as number]
    if (row === undefined || x1 - x0 < leastStretchPx) continue
    const lane = subLane[at] as number
    const laneTop = lane < row.subLanes ? row.top + lane * row.pitch : (row.overflowTop ?? row.top)
    const y = Math.round(laneTop - scrollTop + row.laneHeight) - linePx
    const left = Math.max(-4, Math.round(x0))
    if (!Number.isNaN(fromX)) drawStep(drawing, fromX, fromY, left, y)
    fromX = Math.min(width + 4, Math.round(x1))
    fromY = y
    drawStretch(drawing, left, fromX, y)
  }
  canvas.globalAlpha = 1
}

/** With a rim, which keeps it apart from what it lies on. */
function drawStretch({ canvas, palette }: Drawing, left: number, right: number, y: number): void {
  canvas.globalAlpha = rimAlpha
  canvas.fillStyle = palette.background
  canvas.fillRect(left, y - rimPx, right - left, linePx + rimPx)
  canvas.globalAlpha = 1
  canvas.fillStyle = palette.chain
  canvas.fillRect(left, y, right - left, linePx)
}

/** Along the lane over what was left out, then across to the other lane. */
function drawStep(
  { canvas, palette }: Drawing,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): void {
  canvas.globalAlpha = stepAlpha
  canvas.fillStyle = palette.chain
  if (toX > fromX) canvas.fillRect(fromX, fromY, toX - fromX, stepPx)
  if (toY !== fromY) {
    const top = Math.min(fromY, toY)
    canvas.fillRect(toX, top, stepPx, Math.abs(toY - fromY) + linePx)
  }
}
