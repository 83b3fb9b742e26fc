import { durationFigure, figureText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { texts } from '#shared/texts/texts.ts'
import type { TasksPicture } from './draw-tasks.ts'
import { drawFrame, type Drawing } from './drawing.ts'
import { endMs } from './find-task.ts'
import { taskBox } from './lane-rows.ts'
import { textWidth } from './text-width.ts'

/**
 * All of a task's wait in the queue, on its lane: others may have run there meanwhile, so they step back behind it. In
 * words, too, where there is room.
 */
function drawWholeWait(
  { canvas, scale, palette, width }: Drawing,
  { run: { tasks } }: TasksPicture,
  task: TaskIndex,
  toX: number,
  y: number,
  height: number,
): void {
  const queuedMs = tasks.queuedMs[task] as number
  const fromX = Math.max(-8, scale.x(queuedMs))
  const endX = Math.min(toX, width + 8)
  if (!(endX - fromX >= 1)) return
  const middle = Math.round(y + height / 2)
  canvas.globalAlpha = 0.7
  canvas.fillStyle = palette.background
  canvas.fillRect(fromX, y, endX - fromX, height)
  canvas.globalAlpha = 1
  canvas.fillStyle = palette.text
  canvas.fillRect(fromX, middle - 1, endX - fromX, 2)
  // Where it began.
  canvas.fillRect(fromX, y + 2, 2, height - 4)
  const text = texts().timeline.queueWait(
    figureText(durationFigure((tasks.startedMs[task] as number) - queuedMs)),
  )
  const wordsWidth = textWidth(canvas, text)
  const textX = Math.max(fromX, 0) + 8
  if (height < 14 || textX + wordsWidth + 8 > endX) return
  canvas.fillStyle = palette.background
  canvas.fillRect(textX - 3, y, wordsWidth + 6, height)
  canvas.fillStyle = palette.text
  canvas.fillText(text, textX, y + height / 2 + 0.5)
}

/** A ring around a task that shows its whole wait, on top of everything. */
export function drawOutline(drawing: Drawing, picture: TasksPicture, task: TaskIndex, line: number): void {
  const { canvas, scale, palette, width } = drawing
  const { tasks, nowMs } = picture.run
  const startedMs = tasks.startedMs[task] as number
  const box = taskBox(picture.rows, picture.lanes, tasks.slot[task] as number, task)
  if (box === null || Number.isNaN(startedMs)) return
  const y = box.top - picture.scrollTop
  const x0 = Math.max(-8, scale.x(startedMs))
  const x1 = Math.min(width + 8, scale.x(endMs(tasks, task, nowMs)))
  if (line > 1) {
    drawWholeWait(drawing, picture, task, x0, y, box.height)
  }
  if (x1 < -4 || x0 > width + 4) return
  const spanWidth = Math.max(3, x1 - x0)
  drawFrame(canvas, palette.background, x0 - 1, y - 1, spanWidth + 2, box.height + 2, line + 1)
  drawFrame(canvas, palette.text, x0 - 1, y - 1, spanWidth + 2, box.height + 2, line)
}
