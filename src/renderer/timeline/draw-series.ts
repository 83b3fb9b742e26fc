import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { drawGrid, type Drawing } from './drawing.ts'
import { shownFromMs } from '../state/sample-cover.ts'

/** One value per sample over time. */
export interface SampleSeries {
  /** NaN: not known. */
  readonly values: Float64Array
  readonly color: string
  /** area: what stands for an amount. */
  readonly look: 'area' | 'line'
}

export interface SeriesPicture {
  readonly samples: SampleTable
  /** How many of them the series cover. */
  readonly sampleCount: number
  readonly nominalMs: Milliseconds
  readonly series: readonly SampleSeries[]
  /** The values at the base and at the top. */
  readonly from: number
  readonly to: number
  /** A value that means something, as a thin line; null: none does. */
  readonly mark: number | null
}

/** Lowest line that a value is drawn on, from the top. */
const headPx = 3
const linePx = 1.5
const areaAlpha = 0.25
const markDash = [3, 3]
const noDash: number[] = []

/** Values per sample, each over the time that its sample covers; of several in one pixel, the highest. Gaps stay gaps. */
export function drawSeries(drawing: Drawing, picture: SeriesPicture, ticksMs: readonly number[]): void {
  const { canvas, width, height, palette } = drawing
  drawGrid(drawing, ticksMs)
  canvas.fillStyle = palette.grid
  canvas.fillRect(0, height - 1, width, 1)
  const { mark, from, to } = picture
  if (mark !== null && mark > from && mark <= to) drawMarkLine(drawing, heightOf(drawing, picture, mark))
  for (const series of picture.series) drawOne(drawing, picture, series)
}

function heightOf({ height }: Drawing, { from, to }: SeriesPicture, value: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from))) * (height - 1 - headPx)
}

function drawMarkLine({ canvas, width, height, palette }: Drawing, markPx: number): void {
  const y = Math.round(height - 1 - markPx) + 0.5
  canvas.strokeStyle = palette.muted
  canvas.lineWidth = 1
  canvas.setLineDash(markDash)
  canvas.beginPath()
  canvas.moveTo(0, y)
  canvas.lineTo(width, y)
  canvas.stroke()
  canvas.setLineDash(noDash)
}

function drawOne(drawing: Drawing, picture: SeriesPicture, series: SampleSeries): void {
  const { scale, width } = drawing
  const { samples, sampleCount, nominalMs } = picture
  let openX0 = NaN
  let openX1 = NaN
  let highest = NaN
  for (let row = countUpTo(samples.atMs, scale.fromMs, sampleCount); row < sampleCount; row++) {
    const x0 = scale.x(shownFromMs(samples, row, nominalMs))
    if (x0 > width) break
    const value = series.values[row] as number
    if (Number.isNaN(value)) continue
    if (!Number.isNaN(openX0) && x0 >= openX0 + 1) {
      drawStep(drawing, picture, series, openX0, openX1, highest)
      openX0 = NaN
    }
    if (Number.isNaN(openX0)) {
      openX0 = x0
      highest = value
    } else highest = Math.max(highest, value)
    openX1 = scale.x(samples.atMs[row] as number)
  }
  if (!Number.isNaN(openX0)) drawStep(drawing, picture, series, openX0, openX1, highest)
}

function drawStep(
  drawing: Drawing,
  picture: SeriesPicture,
  { color, look }: SampleSeries,
  x0: number,
  x1: number,
  value: number,
): void {
  const { canvas, height } = drawing
  const stepPx = heightOf(drawing, picture, value)
  const top = height - 1 - stepPx
  const stepWidth = Math.max(1, x1 - x0)
  canvas.fillStyle = color
  if (look === 'area') {
    canvas.globalAlpha = areaAlpha
    canvas.fillRect(x0, top, stepWidth, stepPx)
    canvas.globalAlpha = 1
  }
  canvas.fillRect(x0, top, stepWidth, linePx)
}
