import type { TimeTicks } from '#shared/analysis/time-ticks.ts'
import type { Drawing } from './drawing.ts'

/** The shared time axis: a label right of each tick. */
export function drawAxis({ canvas, width, height, scale, palette }: Drawing, { ticks }: TimeTicks): void {
  for (const { atMs, label } of ticks) {
    const x = Math.round(scale.x(atMs))
    canvas.fillStyle = palette.grid
    canvas.fillRect(x, 4, 1, height - 4)
    canvas.fillStyle = palette.muted
    if (x + 4 + canvas.measureText(label).width <= width) canvas.fillText(label, x + 4, height / 2 + 1)
  }
}
