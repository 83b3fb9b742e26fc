import type { BlockedInterval } from '#shared/analysis/blocked-loop.ts'
import { taskName } from '#shared/model/plan.ts'
import { texts } from '#shared/texts/texts.ts'
import type { TasksPicture } from './draw-tasks.ts'
import type { Drawing } from './drawing.ts'
import type { SlotRow } from './lane-rows.ts'
import { textWidth } from './text-width.ts'

const bandAlpha = 0.13
const edgeAlpha = 0.55
const labelPx = 14

/** Bands over all lanes of a loop while one task held it for too long, with that task's name where there is room. */
export function drawBlocked(drawing: Drawing, picture: TasksPicture, row: SlotRow): void {
  if (picture.run.header.slots[row.slot]?.isShared !== true) return
  const { canvas, scale, palette, width, height } = drawing
  const top = Math.max(0, row.top - picture.scrollTop)
  const bottom = Math.min(height, row.top - picture.scrollTop + row.height)
  // Bands of the same pixel are one.
  let drawnTo = -Infinity
  for (const interval of picture.blocked) {
    if (interval.slot !== row.slot || interval.toMs < scale.fromMs) continue
    const x0 = Math.max(-2, scale.x(interval.fromMs), drawnTo)
    if (x0 > width) break
    const x1 = Math.min(width + 2, Math.max(scale.x(interval.toMs), x0 + 1))
    if (scale.x(interval.toMs) <= drawnTo) continue
    drawnTo = x1
    canvas.fillStyle = palette.danger
    canvas.globalAlpha = bandAlpha
    canvas.fillRect(x0, top, x1 - x0, bottom - top)
    if (palette.isStrong) {
      canvas.globalAlpha = 1
      canvas.fillStyle = palette.blockedHatch
      canvas.fillRect(x0, top, x1 - x0, bottom - top)
      canvas.fillStyle = palette.danger
    }
    if (x1 - x0 >= 4) {
      canvas.globalAlpha = palette.isStrong ? 1 : edgeAlpha
      canvas.fillRect(x0, top, 1, bottom - top)
      canvas.fillRect(x1 - 1, top, 1, bottom - top)
    }
    canvas.globalAlpha = 1
    drawCulprit(drawing, picture, row, interval, x0, x1)
  }
}

/** Away from the culprit's own lane, where its name stands already. */
function drawCulprit(
  { canvas, palette, width, height }: Drawing,
  { run, lanes, scrollTop }: TasksPicture,
  row: SlotRow,
  { task }: BlockedInterval,
  x0: number,
  x1: number,
): void {
  if (row.height < labelPx * 2) return
  const left = Math.max(0, x0)
  const room = Math.min(width, x1) - left - 8
  const name = taskName(run.header.plan, task)
  const heldBy = texts().timeline.heldBy(name)
  const text = textWidth(canvas, heldBy) <= room ? heldBy : name
  const textPx = textWidth(canvas, text)
  if (textPx > room) return
  const isLast = lanes.subLane[task] === row.subLanes - 1
  const lane = isLast ? 0 : row.subLanes - 1
  const laneTop = row.top - scrollTop + lane * row.pitch + row.laneHeight / 2 - labelPx / 2
  const y = Math.min(height - labelPx, Math.max(0, laneTop))
  const textX = left + 4 + (room - textPx) / 2
  canvas.globalAlpha = 0.9
  canvas.fillStyle = palette.background
  canvas.fillRect(textX - 3, y, textPx + 6, labelPx)
  canvas.globalAlpha = 1
  canvas.fillStyle = palette.danger
  canvas.fillText(text, textX, y + labelPx / 2 + 0.5)
}
