import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { TasksPicture } from './draw-tasks.ts'
import { stretchesOf } from './chain-stretches.ts'
import type { Drawing } from './drawing.ts'

const linePx = 2
const rimPx = 4.5

/** What falls into one pixel: however many links there are, a pixel gets one upright line. */
const column = { x: NaN, lowest: 0, highest: 0, last: 0 }

/** The chain of tasks that set the makespan, as a stepped path across their lanes. */
export function drawChain(drawing: Drawing, picture: TasksPicture): void {
  if (picture.chain.length === 0) return
  const { canvas, palette } = drawing
  tracePath(drawing, picture)
  canvas.lineJoin = 'round'
  canvas.lineCap = 'butt'
  // A rim keeps it apart from what it crosses.
  canvas.strokeStyle = palette.background
  canvas.lineWidth = rimPx
  canvas.globalAlpha = 0.75
  canvas.stroke()
  canvas.globalAlpha = 1
  canvas.strokeStyle = palette.accent
  canvas.lineWidth = linePx
  canvas.stroke()
}

function tracePath({ canvas, scale, width }: Drawing, picture: TasksPicture): void {
  const { slot, subLane, fromMs, toMs, count } = stretchesOf(picture)
  const { rows, scrollTop } = picture
  canvas.beginPath()
  column.x = NaN
  // They follow one another without gaps, so their ends are in order, too.
  for (let at = countUpTo(toMs, scale.fromMs, count); at < count; at++) {
    const x0 = Math.max(-4, scale.x(fromMs[at] as number))
    if (x0 > width + 4) break
    const row = rows.rows[slot[at] as number]
    if (row === undefined) continue
    const lane = subLane[at] as number
    const laneTop = lane < row.subLanes ? row.top + lane * row.pitch : (row.overflowTop ?? row.top)
    // Below the name.
    const y = Math.round(laneTop - scrollTop + row.laneHeight - Math.min(3, row.laneHeight / 2))
    goTo(canvas, x0, y)
    goTo(canvas, Math.min(width + 4, scale.x(toMs[at] as number)), y)
  }
  closeColumn(canvas)
}

function goTo(canvas: CanvasRenderingContext2D, x: number, y: number): void {
  const pixel = Math.round(x)
  if (pixel !== column.x) {
    const isFirst = Number.isNaN(column.x)
    const fromY = column.last
    closeColumn(canvas)
    if (isFirst) canvas.moveTo(pixel, y)
    else canvas.lineTo(pixel, fromY)
    column.x = pixel
    column.lowest = isFirst ? y : fromY
    column.highest = column.lowest
  }
  column.lowest = Math.min(column.lowest, y)
  column.highest = Math.max(column.highest, y)
  column.last = y
}

function closeColumn(canvas: CanvasRenderingContext2D): void {
  if (Number.isNaN(column.x)) return
  const { x, lowest, highest, last } = column
  if (lowest !== highest) {
    canvas.lineTo(x, lowest)
    canvas.lineTo(x, highest)
    canvas.lineTo(x, last)
  }
}
