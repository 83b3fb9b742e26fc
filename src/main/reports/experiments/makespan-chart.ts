import { timeTicks } from '#shared/analysis/time-ticks.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import type { ComparedVariant, Comparison } from '#shared/model/comparison.ts'
import { comparisonEntries } from '#shared/words/comparison-entries.ts'
import { estimateText, verdictWords } from '#shared/words/comparison-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, written, type Content, type Markup } from '../html/markup.ts'
import { entryMarkup } from './entry-markup.ts'
import { rankedVariants, type RankedVariant } from './ranked-variants.ts'

const rowHeight = 40
/** Dots stay within this much of the row's edges. */
const dotMargin = 10
/** Lines on the axis go through to the rows above and below, however tall a label makes them. */
const throughPx = 80
const mostTicks = 8
/** Room for the dot of the longest run. */
const marginAfter = 1.02

/** Where a makespan is drawn: a share of the plot's width, so that nothing but the width changes with the page. */
type Place = (ms: number) => string

function longestMs(variants: readonly ComparedVariant[]): number {
  return Math.max(
    0,
    ...variants.flatMap(({ slowestMs, makespanMs }) => [slowestMs ?? 0, makespanMs?.interval?.high ?? 0]),
  )
}

/** From top to bottom in the order in which they ran: a drift is a slant, and equal runs stay apart. */
function dots({ runs }: ComparedVariant, x: Place): Content {
  const known = runs.flatMap(({ makespanMs }) => (makespanMs === null ? [] : [makespanMs]))
  const step = known.length < 2 ? 0 : (rowHeight - 2 * dotMargin) / (known.length - 1)
  return known.map((ms, turn) => {
    const y = known.length < 2 ? rowHeight / 2 : dotMargin + turn * step
    return markup`<circle class="dot-mark" cx="${x(ms)}" cy="${Math.round(y * 10) / 10}" r="3"><title>${figureText(durationFigure(ms))}</title></circle>`
  })
}

function describe({ label, runs, makespanMs }: ComparedVariant): string {
  const words = texts().experimentReport.makespans
  if (makespanMs === null) return words.none(label)
  const each = runs.flatMap((run) =>
    run.makespanMs === null ? [] : [figureText(durationFigure(run.makespanMs))],
  )
  const some = `${each.slice(0, 20).join(', ')}${each.length > 20 ? ' …' : ''}`
  return words.median(label, estimateText(makespanMs, durationFigure), each.length, some)
}

function plot(
  { variant, position }: RankedVariant,
  x: Place,
  ticks: readonly number[],
  baselineMs: number | null,
): Markup {
  const { makespanMs } = variant
  const line = (look: string, ms: number, top: number): Markup =>
    markup`<line class="${look}" x1="${x(ms)}" x2="${x(ms)}" y1="${top}" y2="${rowHeight - top}"/>`
  const interval = makespanMs?.interval ?? null
  const band =
    interval === null
      ? null
      : markup`<rect class="band" x="${x(interval.low)}" width="${x(interval.high - interval.low)}" y="5" height="${rowHeight - 10}"/>`
  return markup`<svg class="strip" width="100%" height="${rowHeight}" role="img" aria-labelledby="makespan-${position}-title makespan-${position}-description"><title id="makespan-${position}-title">${texts().experimentReport.makespans.of(variant.label)}</title><desc id="makespan-${position}-description">${describe(variant)}</desc>${ticks.map((ms) => line('grid', ms, -throughPx))}${baselineMs === null ? null : line('baseline-mark', baselineMs, -throughPx)}${band}${dots(variant, x)}${makespanMs === null ? null : line('median-mark', makespanMs.value, 3)}</svg>`
}

function row(ranked: RankedVariant, x: Place, ticks: readonly number[], baselineMs: number | null): Markup {
  const { variant, isBaseline } = ranked
  const { makespan, ratio } = comparisonEntries(variant)
  const beside = isBaseline
    ? markup`<span class="muted">${texts().experimentReport.baseline}</span>`
    : markup`<span class="muted">${verdictWords[variant.verdict.kind].label}</span>${ratio.figure.value === '–' ? null : markup` ${entryMarkup(ratio.figure, ratio.interval)}`}`
  return markup`
<div class="strip-row"><div class="strip-name">${written(variant.label)}</div>${plot(ranked, x, ticks, baselineMs)}<div class="strip-value"><div>${entryMarkup(makespan.figure, makespan.interval)}</div><div>${beside}</div></div></div>`
}

/** Every measured run as a dot, a row for each variant on one axis from 0; null where no run has a makespan. */
export function makespanChart(comparison: Comparison): Markup | null {
  const toMs = longestMs(comparison.variants) * marginAfter
  if (!(toMs > 0)) return null
  const x: Place = (ms) => `${Math.round((ms / toMs) * 1e5) / 1e3}%`
  const { ticks } = timeTicks(0, toMs, mostTicks)
  const baselineMs = comparison.variants[comparison.baseline]?.makespanMs?.value ?? null
  const rows = rankedVariants(comparison).map((ranked) =>
    row(
      ranked,
      x,
      ticks.map(({ atMs }) => atMs),
      baselineMs,
    ),
  )
  const labels = ticks.map(
    ({ atMs, label }) =>
      markup`<text class="muted" x="${x(atMs)}" y="13" text-anchor="${atMs === 0 ? 'start' : 'middle'}">${label}</text>`,
  )
  const swatch = (shape: Markup): Markup =>
    markup`<svg class="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">${shape}</svg>`
  const hasIntervals = comparison.variants.some(
    ({ makespanMs }) => makespanMs !== null && makespanMs.interval !== null,
  )
  const words = texts().experimentReport.makespans
  const legend = [
    markup`<li>${swatch(markup`<circle class="dot-mark" cx="12" cy="6" r="3"/>`)} ${words.run}</li>`,
    markup`<li>${swatch(markup`<line class="median-mark" x1="12" x2="12" y1="0" y2="12"/>`)} ${words.medianMark}</li>`,
    hasIntervals
      ? markup`<li>${swatch(markup`<rect class="band" width="24" height="12"/>`)} ${words.interval}</li>`
      : null,
    baselineMs === null
      ? null
      : markup`<li>${swatch(markup`<line class="baseline-mark" x1="12" x2="12" y1="0" y2="12"/>`)} ${words.ofBaseline}</li>`,
  ]
  return markup`
<section aria-labelledby="makespans-heading"><h2 id="makespans-heading">${words.heading}</h2>
<ul class="legend">${legend}</ul>
<div class="strips">${rows}
<div class="strip-row strip-axis" aria-hidden="true"><div class="strip-name"></div><svg class="strip" width="100%" height="18">${labels}</svg><div class="strip-value"></div></div>
</div></section>`
}
