import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { Drawing } from './drawing.ts'
import { hueCount } from './palette.ts'
import { shownFromMs } from './sample-cover.ts'
import type { ThreadRows } from './thread-rows.ts'

export interface ThreadsPicture {
  readonly samples: SampleTable
  /** How many of them there were when this was asked for. */
  readonly sampleCount: number
  readonly nominalMs: Milliseconds
  readonly rows: ThreadRows
}

/** Per slot: time on CPU, ready, and known in the samples of the open pixel. */
let onCpuMs = new Float64Array(0)
let readyMs = new Float64Array(0)
let knownMs = new Float64Array(0)

/**
 * A thin row per slot. In each sample's time, from below: solid for the share on CPU, slanted lines for the share ready without a core,
 * the rest idle or suspended. Nothing is drawn where nothing is known.
 */
export function drawThreads(drawing: Drawing, picture: ThreadsPicture): void {
  const { scale, width } = drawing
  const { samples, sampleCount, nominalMs } = picture
  makeRoom(samples.slots)
  let openX0 = NaN
  let openX1 = NaN
  for (let row = countUpTo(samples.atMs, scale.fromMs, sampleCount); row < sampleCount; row++) {
    const x0 = scale.x(shownFromMs(samples, row, nominalMs))
    if (x0 > width) break
    if (!Number.isNaN(openX0) && x0 >= openX0 + 1) {
      drawColumn(drawing, picture.rows, openX0, openX1)
      openX0 = NaN
    }
    if (Number.isNaN(openX0)) openX0 = x0
    openX1 = scale.x(samples.atMs[row] as number)
    addSample(samples, row)
  }
  if (!Number.isNaN(openX0)) drawColumn(drawing, picture.rows, openX0, openX1)
}

function makeRoom(slots: number): void {
  if (onCpuMs.length < slots) {
    onCpuMs = new Float64Array(slots)
    readyMs = new Float64Array(slots)
    knownMs = new Float64Array(slots)
  }
  onCpuMs.fill(0)
  readyMs.fill(0)
  knownMs.fill(0)
}

function addSample(samples: SampleTable, row: number): void {
  for (let slot = 0; slot < samples.slots; slot++) {
    const onCpu = samples.slotOnCpuMs[slot]?.[row] ?? NaN
    if (Number.isNaN(onCpu)) continue
    const ready = samples.slotReadyMs[slot]?.[row] ?? NaN
    onCpuMs[slot] = (onCpuMs[slot] as number) + onCpu
    if (!Number.isNaN(ready)) readyMs[slot] = (readyMs[slot] as number) + ready
    knownMs[slot] = (knownMs[slot] as number) + (samples.intervalMs[row] as number)
  }
}

function drawColumn(drawing: Drawing, rows: ThreadRows, x0: number, x1: number): void {
  const { canvas, palette } = drawing
  const left = Math.round(x0)
  const cellWidth = Math.max(1, Math.round(x1) - left)
  for (const group of rows.groups) {
    for (let slot = group.first; slot < group.first + group.count; slot++) {
      const known = knownMs[slot] as number
      if (!(known > 0)) continue
      const y = group.top + (slot - group.first) * rows.pitch
      const solidPx = rows.rowHeight * Math.min(1, (onCpuMs[slot] as number) / known)
      const readyPx = Math.min(rows.rowHeight - solidPx, (rows.rowHeight * (readyMs[slot] as number)) / known)
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
      onCpuMs[slot] = 0
      readyMs[slot] = 0
      knownMs[slot] = 0
    }
  }
}
