import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { Bytes, RunMs } from '#shared/model/units.ts'
import { drawGrid, type Drawing } from './drawing.ts'
import { holdMs } from './sample-index.ts'

export interface MemoryLine {
  readonly samples: SampleTable
  readonly column: Float64Array
  /** The value at the top of the track. */
  readonly topBytes: Bytes
  readonly color: string
  readonly nowMs: RunMs
}

/** Memory over time as a filled step line; a reading holds until the next, and a gap stays a gap. */
export function drawMemory(drawing: Drawing, line: MemoryLine, ticksMs: readonly number[]): void {
  const { canvas, width, height, scale, palette } = drawing
  const { samples, column, topBytes, color, nowMs } = line
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
    const nextMs = row + 1 < samples.count ? (samples.atMs[row + 1] as number) : Infinity
    const x1 = scale.x(Math.min(nextMs, atMs + holdMs(samples, row), Math.max(nowMs, atMs)))
    if (x1 <= x0) continue
    // More samples than pixels: one per pixel will do.
    if (Number.isNaN(bytes) || (Math.floor(x0) === lastColumn && x1 - x0 < 1)) continue
    lastColumn = Math.floor(x0)
    const barHeight = Math.min(base - 3, (bytes / topBytes) * (base - 3))
    const barWidth = Math.max(1, x1 - x0)
    canvas.globalAlpha = 0.22
    canvas.fillRect(x0, base - barHeight, barWidth, barHeight)
    canvas.globalAlpha = 1
    canvas.fillRect(x0, base - barHeight, barWidth, 1.5)
  }
}

/** The highest reading of a column so far; 0 without one. */
export function highest(column: Float64Array, count: number): Bytes {
  let most = 0
  for (let row = 0; row < count; row++) if ((column[row] as number) > most) most = column[row] as number
  return most
}

/** The least round number of binary units that is not below `bytes`: 1, 2, 4 … 512 of each. */
export function roundBytesUp(bytes: Bytes): Bytes {
  return 2 ** Math.ceil(Math.log2(Math.max(1_048_576, bytes)))
}
