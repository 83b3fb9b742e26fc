import { countUpTo, stepAt, type Steps } from '#shared/analysis/queue-depth.ts'
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
  let x = Math.max(0, scale.x(0))
  let value = stepAt(steps, Math.max(0, scale.fromMs))
  let position = countUpTo(steps.atMs, Math.max(0, scale.fromMs))
  while (x < endX) {
    let highest = value
    let nextX = endX
    // All changes within this pixel stand together.
    while (position < steps.atMs.length) {
      nextX = Math.min(endX, scale.x(steps.atMs[position] as number))
      if (nextX >= x + 1) break
      value = steps.value[position] as number
      highest = Math.max(highest, value)
      position++
      nextX = endX
    }
    const columnEnd = highest === value ? nextX : Math.min(endX, x + 1)
    if (highest > 0) {
      const barHeight = Math.max(1, highest * yPerUnit)
      canvas.globalAlpha = 0.3
      canvas.fillRect(x, base - barHeight, columnEnd - x, barHeight)
      canvas.globalAlpha = 1
      canvas.fillRect(x, base - barHeight, columnEnd - x, 1)
    }
    x = Math.max(columnEnd, x + 0.01)
  }
}
