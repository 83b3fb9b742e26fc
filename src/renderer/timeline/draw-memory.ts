import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { RunMs } from '#shared/model/units.ts'
import type { ByteRange } from './byte-range.ts'
import { drawGrid, type Drawing } from './drawing.ts'
import { heldToMs } from './sample-index.ts'

export interface MemoryLine {
  readonly samples: SampleTable
  readonly column: Float64Array
  /** The values at the base and at the top of the track. */
  readonly range: ByteRange
  readonly color: string
  readonly nowMs: RunMs
}

/** Memory over time as a step line, filled where the scale begins at 0; a reading holds until the next, and a gap stays a gap. */
export function drawMemory(drawing: Drawing, line: MemoryLine, ticksMs: readonly number[]): void {
  const { canvas, width, height, scale, palette } = drawing
  const { samples, column, range, color, nowMs } = line
  // An area stands for an amount, so it has to begin at nothing.
  const hasArea = range.fromBytes === 0
  drawGrid(drawing, ticksMs)
  const base = height - 1
  canvas.fillStyle = palette.grid
  canvas.fillRect(0, base, width, 1)
  canvas.fillStyle = color
  let lastColumn = -1
  for (
    let row = Math.max(0, countUpTo(samples.atMs, scale.fromMs, samples.count) - 1);
    row < samples.count;
    row++
  ) {
    const atMs = samples.atMs[row] as number
    const x0 = scale.x(atMs)
    if (x0 > width) break
    const bytes = column[row] as number
    const x1 = scale.x(Math.min(heldToMs(samples, row), Math.max(nowMs, atMs)))
    if (x1 <= x0) continue
    // More samples than pixels: one per pixel will do.
    if (Number.isNaN(bytes) || (Math.floor(x0) === lastColumn && x1 - x0 < 1)) continue
    lastColumn = Math.floor(x0)
    const barHeight = Math.min(
      base - 3,
      ((bytes - range.fromBytes) / (range.toBytes - range.fromBytes)) * (base - 3),
    )
    const barWidth = Math.max(1, x1 - x0)
    if (hasArea) {
      canvas.globalAlpha = 0.22
      canvas.fillRect(x0, base - barHeight, barWidth, barHeight)
      canvas.globalAlpha = 1
    }
    canvas.fillRect(x0, base - barHeight, barWidth, 1.5)
  }
}
