import { isCoreShareMeaningful } from '#shared/analysis/core-quantum.ts'
import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { Run } from '#shared/model/run.ts'
import { CellImage } from './cell-image.ts'
import { addCores, type CoreBlocks } from '../state/core-blocks.ts'
import { drawUnmeasured, type Drawing } from './drawing.ts'
import { nominalIntervalMs, shownFromMs } from '../state/sample-cover.ts'
import { latestSample } from './sample-index.ts'
import { coreLevels, hueCount } from './palette.ts'

export interface CoreRows {
  readonly pitch: number
  readonly rowHeight: number
  readonly height: number
}

/** Few cores get room for their name; many stay readable as a picture. */
export function coreRows(cores: number): CoreRows {
  const pitch = cores <= 8 ? 14 : cores <= 16 ? 9 : cores <= 32 ? 5 : Math.max(2, Math.floor(144 / cores))
  return { pitch, rowHeight: pitch > 4 ? pitch - 1 : pitch, height: cores * pitch + 4 }
}

export interface CoresPicture {
  readonly run: Run
  /** By core; row = sample: the family of the task that held the core; -1: none of ours. */
  readonly groups: readonly Int16Array[]
  /** Of the same run and the same families; null: samples one by one. */
  readonly blocks: CoreBlocks | null
}

/** Of the samples of the open pixel (`CoreSums`). */
let sums = new Float32Array(0)
/** Blocks narrower than this are drawn as one. */
const blockPx = 0.5

/** So many cores are rectangles; more are an image. */
const mostRectangles = 16
/** Made once for each size that is drawn. */
let image: CellImage | null = null

function imageFor({ width, palette }: Drawing, rows: CoreRows, cores: number): CellImage | null {
  if (cores <= mostRectangles) return null
  const wholeWidth = Math.ceil(width)
  if (image?.isOf(wholeWidth, rows.height) !== true) image = new CellImage(wholeWidth, rows.height)
  image.begin(palette)
  return image
}

/**
 * The cores as a heat strip: each cell covers the time that its sample covers, in the hue of the task that held the core.
 * Dots where nothing was measured, and where the clock tick is too coarse for the interval.
 */
export function drawCores(drawing: Drawing, { run, groups, blocks }: CoresPicture, rows: CoreRows): void {
  const { scale, width } = drawing
  const { samples, header } = run
  const nominalMs = nominalIntervalMs(header.options)
  const begin = Math.max(0, scale.x(0))
  const measuredPx = Math.min(width, scale.x(measuredUntil(run))) - begin
  for (let core = 0; core < samples.cores; core++) {
    drawUnmeasured(drawing, begin, 2 + core * rows.pitch, measuredPx, rows.rowHeight)
  }
  if (sums.length < samples.cores * 4) sums = new Float32Array(samples.cores * 4)
  sums.fill(0)
  const mostMs = scale.span(blockPx)
  const cells = imageFor(drawing, rows, samples.cores)
  let openX0 = NaN
  let openX1 = NaN
  for (let row = countUpTo(samples.atMs, scale.fromMs, samples.count); row < samples.count;) {
    const x0 = scale.x(shownFromMs(samples, row, nominalMs))
    if (x0 > width) break
    // Samples of the same pixel are averaged, weighted by their time.
    if (!Number.isNaN(openX0) && x0 >= openX0 + 1) {
      drawColumn(drawing, cells, rows, openX0, openX1, samples.cores)
      openX0 = NaN
    }
    const level = blocks?.levelAt(samples, row, samples.count, mostMs) ?? -1
    const isTold = level >= 0 || isCoreShareMeaningful(header.measurement, samples.intervalMs[row] as number)
    if (level >= 0) blocks?.addTo(sums, 0, level, row)
    else if (isTold) addCores(sums, 0, samples, groups, row)
    row += blocks?.samplesOf(level) ?? 1
    // What the tick cannot tell stays dotted.
    if (!isTold) continue
    if (Number.isNaN(openX0)) openX0 = x0
    openX1 = scale.x(samples.atMs[row - 1] as number)
  }
  if (!Number.isNaN(openX0)) drawColumn(drawing, cells, rows, openX0, openX1, samples.cores)
  cells?.drawOn(drawing.canvas)
}

/** While the next sample is not due, the time since the last one is not a gap. */
function measuredUntil({ samples, nowMs }: Run): number {
  const last = latestSample(samples, nowMs)
  return last === null ? nowMs : (samples.atMs[last] as number)
}

function drawColumn(
  { canvas, palette }: Drawing,
  cells: CellImage | null,
  rows: CoreRows,
  x0: number,
  x1: number,
  cores: number,
): void {
  const left = Math.round(x0)
  const cellWidth = Math.max(1, Math.round(x1) - left)
  for (let core = 0; core < cores; core++) {
    const coveredMs = sums[core + cores] as number
    if (coveredMs > 0) {
      const share = Math.min(1, Math.max(0, (sums[core] as number) / coveredMs))
      const group = sums[core + 3 * cores] as number
      const ramp = group < 0 ? hueCount : group % hueCount
      const level = Math.round(share * (coreLevels - 1))
      const top = 2 + core * rows.pitch
      if (cells !== null) cells.fill(left, top, cellWidth, rows.rowHeight, ramp, level)
      else {
        canvas.fillStyle = palette.coreRamps[ramp]?.[level] ?? palette.mixed
        canvas.fillRect(left, top, cellWidth, rows.rowHeight)
      }
    }
  }
  sums.fill(0)
}
