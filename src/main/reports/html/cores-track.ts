import { isCoreShareMeaningful } from '#shared/analysis/core-quantum.ts'
import { figureText, percentFigure } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import type { Fraction, Milliseconds } from '#shared/model/units.ts'
import { texts } from '#shared/texts/texts.ts'
import { coreLevels } from './colors.ts'
import { markup, type Markup } from './markup.ts'
import { px, type TimeScale } from './time-scale.ts'
import { sideText, type Track } from './track.ts'

const top = 4
/** Few cores get room for their name; many stay readable as a picture. */
const pitchFor = (cores: number): number => (cores <= 16 ? 16 : cores <= 32 ? 8 : 4)
/** Samples closer than this are averaged, weighted by their time: more cores, fewer cells in each row. */
const leastCellPx = (cores: number): number => (cores <= 8 ? 1 : cores <= 64 ? 2 : 4)

/** One column of cells: the samples whose intervals lie in it. */
interface Cell {
  readonly x0: number
  x1: number
  /** That its samples cover. */
  timeMs: Milliseconds
  readonly rows: number[]
}

/** Samples too short for the system's clock tick are averaged, too, until a share means something. */
function cellsOf({ samples, header: { measurement } }: Run, scale: TimeScale): Cell[] {
  const cells: Cell[] = []
  for (let row = 0; row < samples.count; row++) {
    const atMs = samples.atMs[row] as number
    const intervalMs = samples.intervalMs[row] as number
    const x0 = scale.x(Math.max(0, atMs - intervalMs))
    const x1 = scale.x(Math.min(scale.endMs, atMs))
    if (!(x1 > x0)) continue
    const open = cells.at(-1)
    const isOpen =
      open !== undefined &&
      (x0 < open.x0 + leastCellPx(samples.cores) ||
        (x0 <= open.x1 + 1 && !isCoreShareMeaningful(measurement, open.timeMs)))
    if (isOpen) {
      open.x1 = Math.max(open.x1, x1)
      open.timeMs += intervalMs
      open.rows.push(row)
    } else cells.push({ x0, x1, timeMs: intervalMs, rows: [row] })
  }
  return cells
}

/** A core's busy share in a cell; NaN where it was not measured. */
function shareIn(samples: SampleTable, core: number, { rows }: Cell): Fraction {
  let sum = 0
  let timeMs = 0
  for (const row of rows) {
    const share = samples.coreBusy[core]?.[row] ?? NaN
    if (Number.isNaN(share)) continue
    const intervalMs = samples.intervalMs[row] as number
    sum += share * intervalMs
    timeMs += intervalMs
  }
  return sum / timeMs
}

/** One path for each step of the ramp: sixty-four rows of cells stay a small file. */
function* drawCells(run: Run, scale: TimeScale, pitch: number): Generator<Markup> {
  const { samples, header } = run
  const cells = cellsOf(run, scale).filter(({ timeMs }) => isCoreShareMeaningful(header.measurement, timeMs))
  const paths = Array.from({ length: coreLevels }, () => '')
  for (let core = 0; core < samples.cores; core++) {
    const y = top + core * pitch
    for (const cell of cells) {
      const share = shareIn(samples, core, cell)
      if (Number.isNaN(share)) continue
      const level = Math.round(Math.min(1, Math.max(0, share)) * (coreLevels - 1))
      const left = Math.round(cell.x0)
      const width = Math.max(1, Math.round(cell.x1) - left)
      paths[level] = `${paths[level] ?? ''}M${left} ${y}h${width}v${pitch > 4 ? pitch - 1 : pitch}h${-width}z`
    }
  }
  for (const [level, path] of paths.entries()) {
    if (path !== '') yield markup`<path class="cell l${level}" d="${path}"/>`
  }
}

/** The hatching of what was not measured, to be referred to by every drawing of cores on the page and by their legend. */
export function hatchPattern(): Markup {
  return markup`<svg class="shapes" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch" d="M-1 1L1 -1M0 6L6 0M5 7L7 5"/></pattern></defs></svg>`
}

function* drawPlot(run: Run, scale: TimeScale, pitch: number): Generator<Markup> {
  const [x0, x1] = [scale.x(0), scale.x(scale.endMs)]
  yield markup`<rect x="${px(x0)}" y="${top}" width="${px(x1 - x0)}" height="${run.samples.cores * pitch - 1}" fill="url(#hatch)"/>`
  yield* drawCells(run, scale, pitch)
}

const percent = (share: Fraction | null): string => figureText(percentFigure(share))

function valuesFor({ coreMean, coresBusy }: RunSummary, pitch: number): Markup[] {
  const muted = (word: string): Markup => markup`<tspan class="muted">${word}</tspan> `
  if (pitch >= 12) {
    return coreMean.map((mean, core) =>
      sideText(top + core * pitch + 12, [muted(texts().reportTracks.cores.mean), percent(mean)], 'value'),
    )
  }
  const known = coreMean.filter((mean) => mean !== null)
  if (known.length === 0) return []
  return [
    sideText(16, [muted(texts().reportTracks.cores.mean), percent(coresBusy)], 'value'),
    sideText(32, [muted(texts().reportTracks.cores.least), percent(Math.min(...known))], 'value'),
    sideText(48, [muted(texts().reportTracks.cores.most), percent(Math.max(...known))], 'value'),
  ]
}

function describe({ coreMean, coresBusy, sampler }: RunSummary): string {
  const words = texts().reportTracks.cores
  const each = coreMean.slice(0, 16).map((mean, core) => words.each(core, percent(mean)))
  const rest = coreMean.length > each.length ? words.moreBelow(coreMean.length - each.length) : ''
  return words.description(percent(coresBusy), sampler.samples, `${each.join(', ')}${rest}`)
}

/**
 * The cores as a heat strip, one row each: every cell covers the time that its samples cover. What was not measured, or over too short a
 * time to mean anything, is hatched.
 */
export function coresTrack(run: Run, summary: RunSummary, scale: TimeScale): Track {
  const { samples } = run
  const pitch = pitchFor(samples.cores)
  const hasNames = pitch >= 12
  const words = texts().reportTracks.cores
  return {
    id: 'cores',
    title: words.title(samples.cores),
    description: describe(summary),
    height: Math.max(hasNames ? 24 : 56, top * 2 + samples.cores * pitch - 1),
    names: hasNames
      ? Array.from({ length: samples.cores }, (_, core) =>
          sideText(top + core * pitch + 12, words.core(core)),
        )
      : [
          sideText(16, texts().nouns.core(samples.cores)),
          sideText(32, words.topDown(samples.cores - 1), 'muted'),
        ],
    values: valuesFor(summary, pitch),
    plot: drawPlot(run, scale, pitch),
  }
}
