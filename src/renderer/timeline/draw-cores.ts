import { isCoreShareMeaningful } from '#shared/analysis/core-quantum.ts'
import { countUpTo } from '#shared/analysis/queue-depth.ts'
import type { Run } from '#shared/model/run.ts'
import { drawUnmeasured, type Drawing } from './drawing.ts'
import { nominalIntervalMs, shownFromMs } from './sample-cover.ts'
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
}

/** Per core: the sum of share × time and the time of the samples in the open pixel. */
let busy = new Float64Array(0)
let covered = new Float64Array(0)
/** Per core: the family that most of the open pixel's load is of (a majority vote), and its lead. */
let family = new Int16Array(0)
let lead = new Float64Array(0)

/**
 * The cores as a heat strip: each cell covers the time that its sample covers, in the hue of the task that held the core.
 * Dots where nothing was measured, and where the clock tick is too coarse for the interval.
 */
export function drawCores(drawing: Drawing, { run, groups }: CoresPicture, rows: CoreRows): void {
  const { scale, width } = drawing
  const { samples, header } = run
  const nominalMs = nominalIntervalMs(header.options)
  const begin = Math.max(0, scale.x(0))
  const measuredPx = Math.min(width, scale.x(measuredUntil(run))) - begin
  for (let core = 0; core < samples.cores; core++) {
    drawUnmeasured(drawing, begin, 2 + core * rows.pitch, measuredPx, rows.rowHeight)
  }
  makeRoom(samples.cores)
  let openX0 = NaN
  let openX1 = NaN
  for (let row = countUpTo(samples.atMs, scale.fromMs, samples.count); row < samples.count; row++) {
    const intervalMs = samples.intervalMs[row] as number
    const x0 = scale.x(shownFromMs(samples, row, nominalMs))
    if (x0 > width) break
    // Samples of the same pixel are averaged, weighted by their time.
    if (!Number.isNaN(openX0) && x0 >= openX0 + 1) {
      drawColumn(drawing, rows, openX0, openX1, samples.cores)
      openX0 = NaN
    }
    // What the tick cannot tell stays dotted.
    if (!isCoreShareMeaningful(header.measurement, intervalMs)) continue
    if (Number.isNaN(openX0)) openX0 = x0
    openX1 = scale.x(samples.atMs[row] as number)
    for (let core = 0; core < samples.cores; core++) {
      const share = samples.coreBusy[core]?.[row] ?? NaN
      if (Number.isNaN(share)) continue
      busy[core] = (busy[core] as number) + share * intervalMs
      covered[core] = (covered[core] as number) + intervalMs
      vote(core, groups[core]?.[row] ?? -1, share * intervalMs)
    }
  }
  if (!Number.isNaN(openX0)) drawColumn(drawing, rows, openX0, openX1, samples.cores)
}

function makeRoom(cores: number): void {
  if (busy.length < cores) {
    busy = new Float64Array(cores)
    covered = new Float64Array(cores)
    family = new Int16Array(cores)
    lead = new Float64Array(cores)
  }
  busy.fill(0)
  covered.fill(0)
  lead.fill(0)
}

function vote(core: number, group: number, busyMs: number): void {
  const leadMs = lead[core] as number
  if (leadMs > 0 && family[core] === group) lead[core] = leadMs + busyMs
  else if (leadMs > busyMs) lead[core] = leadMs - busyMs
  else {
    family[core] = group
    lead[core] = busyMs - leadMs
  }
}

/** While the next sample is not due, the time since the last one is not a gap. */
function measuredUntil({ samples, nowMs }: Run): number {
  const last = latestSample(samples, nowMs)
  return last === null ? nowMs : (samples.atMs[last] as number)
}

function drawColumn(
  { canvas, palette }: Drawing,
  rows: CoreRows,
  x0: number,
  x1: number,
  cores: number,
): void {
  const left = Math.round(x0)
  const cellWidth = Math.max(1, Math.round(x1) - left)
  for (let core = 0; core < cores; core++) {
    const coveredMs = covered[core] as number
    if (coveredMs > 0) {
      const share = Math.min(1, Math.max(0, (busy[core] as number) / coveredMs))
      const group = family[core] as number
      const ramp = palette.coreRamps[group < 0 ? hueCount : group % hueCount]
      canvas.fillStyle = ramp?.[Math.round(share * (coreLevels - 1))] ?? palette.mixed
      canvas.fillRect(left, 2 + core * rows.pitch, cellWidth, rows.rowHeight)
    }
    busy[core] = 0
    covered[core] = 0
    lead[core] = 0
  }
}
