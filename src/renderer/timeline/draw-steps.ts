import { countUpTo, stepAt, type Steps } from '#shared/analysis/queue-depth.ts'
import { visitStepColumns } from '#shared/analysis/step-columns.ts'
import type { RunMs } from '#shared/model/units.ts'
import { drawGrid, type Drawing } from './drawing.ts'

/** A count over time as filled steps up to `nowMs`; each pixel shows the highest value that falls into it. */
export function drawSteps(drawing: Drawing, steps: Steps, nowMs: RunMs, ticksMs: readonly number[]): void {
  const { canvas, height, scale, palette, width } = drawing
  drawGrid(drawing, ticksMs)
  const top = 4
  const base = height - 1
  const yPerUnit = (base - top) / Math.max(1, steps.peak)
  const endX = Math.min(width, scale.x(nowMs))
  canvas.fillStyle = palette.grid
  canvas.fillRect(0, base, width, 1)
  canvas.fillStyle = palette.queue
  const fromMs = Math.max(0, scale.fromMs)
  const start = {
    x: Math.max(0, scale.x(0)),
    value: stepAt(steps, fromMs),
    position: countUpTo(steps.atMs, fromMs),
  }
  visitStepColumns(
    steps,
    (atMs) => scale.x(atMs),
    start,
    endX,
    (fromX, toX, value) => {
      if (value === 0) return
      const barHeight = Math.max(1, value * yPerUnit)
      canvas.globalAlpha = 0.3
      canvas.fillRect(fromX, base - barHeight, toX - fromX, barHeight)
      canvas.globalAlpha = 1
      canvas.fillRect(fromX, base - barHeight, toX - fromX, 1)
    },
  )
}
