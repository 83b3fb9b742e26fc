import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { Drawing } from './drawing.ts'
import { hueCount } from './palette.ts'
import { shownFromMs } from '../state/sample-cover.ts'
import { addSlots, slotBlocks } from './slot-blocks.ts'
import type { ThreadRows } from './thread-rows.ts'

export interface ThreadsPicture {
  readonly samples: SampleTable
  /** How many of them there were when this was asked for. */
  readonly sampleCount: number
  readonly nominalMs: Milliseconds
  readonly rows: ThreadRows
}

/** Per slot, of the samples of the open pixel: time on CPU, ready, and known, one after the other. */
let sums = new Float32Array(0)
/** Blocks narrower than this are drawn as one. */
const blockPx = 0.5

/**
 * A thin row per slot. In each sample's time, from below: solid for the share on CPU, slanted lines for the share ready without a core,
 * the rest idle or suspended. Nothing is drawn where nothing is known.
 */
export function drawThreads(drawing: Drawing, picture: ThreadsPicture): void {
  const { scale, width } = drawing
  const { samples, sampleCount, nominalMs } = picture
  if (sums.length < samples.slots * 3) sums = new Float32Array(samples.slots * 3)
  sums.fill(0)
  const blocks = slotBlocks(samples, sampleCount, nominalMs)
  const mostMs = scale.span(blockPx)
  let openX0 = NaN
  let openX1 = NaN
  for (let row = countUpTo(samples.atMs, scale.fromMs, sampleCount); row < sampleCount;) {
    const x0 = scale.x(shownFromMs(samples, row, nominalMs))
    if (x0 > width) break
    if (!Number.isNaN(openX0) && x0 >= openX0 + 1) {
      drawColumn(drawing, picture, openX0, openX1)
      openX0 = NaN
    }
    if (Number.isNaN(openX0)) openX0 = x0
    const level = blocks.levelAt(samples, row, sampleCount, mostMs)
    if (level < 0) addSlots(sums, 0, samples, row)
    else blocks.addTo(sums, 0, level, row)
    row += blocks.samplesOf(level)
    openX1 = scale.x(samples.atMs[row - 1] as number)
  }
  if (!Number.isNaN(openX0)) drawColumn(drawing, picture, openX0, openX1)
}

function drawColumn(
  drawing: Drawing,
  { rows, samples: { slots } }: ThreadsPicture,
  x0: number,
  x1: number,
): void {
  const { canvas, palette } = drawing
  const left = Math.round(x0)
  const cellWidth = Math.max(1, Math.round(x1) - left)
  for (const group of rows.groups) {
    for (let slot = group.first; slot < group.first + group.count; slot++) {
      const known = sums[slot + 2 * slots] as number
      if (!(known > 0)) continue
      const y = group.top + (slot - group.first) * rows.pitch
      const solidPx = rows.rowHeight * Math.min(1, (sums[slot] as number) / known)
      const readyPx = Math.min(
        rows.rowHeight - solidPx,
        (rows.rowHeight * (sums[slot + slots] as number)) / known,
      )
      canvas.fillStyle = palette.lane
      canvas.fillRect(left, y, cellWidth, rows.rowHeight)
      if (readyPx > 0.2) {
        canvas.fillStyle = palette.hatches[hueCount] ?? palette.mixed
        canvas.fillRect(left, y + rows.rowHeight - solidPx - readyPx, cellWidth, readyPx)
      }
      if (solidPx > 0.1) {
        canvas.fillStyle = palette.mixed
        canvas.fillRect(left, y + rows.rowHeight - solidPx, cellWidth, solidPx)
      }
    }
  }
  sums.fill(0)
}
