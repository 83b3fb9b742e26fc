import { firstStartAfter, type TaskList } from '#shared/analysis/lanes.ts'
import { countText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { Drawing } from './drawing.ts'
import { endMs } from './find-task.ts'
import { overflowHeight } from '#shared/analysis/lane-geometry.ts'
import { texts } from '#shared/texts/texts.ts'

/** Columns of this width are counted together. */
const columnPx = 4
let changes = new Int32Array(0)

/** The tasks beyond the last sub-lane: how many are in progress, as shade and in words. */
export function drawOverflow(drawing: Drawing, run: Run, list: TaskList, y: number): void {
  const { canvas, width, height, scale, palette } = drawing
  if (y > height || y + overflowHeight < 0) return
  const columns = Math.ceil(width / columnPx) + 1
  if (changes.length < columns) changes = new Int32Array(columns * 2)
  changes.fill(0)
  const last = firstStartAfter(list, run.tasks, scale.toMs)
  for (let position = 0; position < last; position++) {
    const task = list.tasks[position] as number
    const x1 = scale.x(endMs(run.tasks, task, run.nowMs))
    if (x1 < 0) continue
    const from = Math.max(0, Math.floor(scale.x(run.tasks.startedMs[task] as number) / columnPx))
    const to = Math.min(columns - 1, Math.floor(x1 / columnPx) + 1)
    changes[from] = (changes[from] as number) + 1
    changes[to] = (changes[to] as number) - 1
  }
  let running = 0
  let most = 0
  for (let position = 0; position < columns; position++) {
    running += changes[position] as number
    if (running > most) most = running
  }
  running = 0
  canvas.fillStyle = palette.mixed
  for (let position = 0; position < columns; position++) {
    running += changes[position] as number
    if (running === 0) continue
    canvas.globalAlpha = 0.25 + (0.6 * running) / most
    canvas.fillRect(position * columnPx, y, columnPx, overflowHeight)
  }
  canvas.globalAlpha = 1
  if (most === 0) return
  canvas.fillStyle = palette.text
  canvas.fillText(texts().reportTracks.tasks.overflow(countText(most)), 6, y + overflowHeight / 2 + 0.5)
}
