import type { TimeTicks } from '#shared/analysis/time-ticks.ts'
import { markup, type Content, type Markup } from './markup.ts'
import { namesWidth, plotWidth, px, valuesWidth, type TimeScale } from './time-scale.ts'

/** One row of the picture: what it is called, what it shows and a value or two beside it. */
export interface Track {
  /** Unique on the page. */
  readonly id: string
  /** What the picture is, in a few words. */
  readonly title: string
  /** What can be seen in it, in sentences: for those who cannot see it. */
  readonly description: string
  readonly height: number
  /** How it goes with the track above: a scale that must not be left alone, or the rest of the same picture. */
  readonly bond?: 'axis' | 'more'
  /** SVG in the column at the left. */
  readonly names: Content
  /** SVG in the column at the right. */
  readonly values: Content
  /** SVG on the time axis, piece by piece. */
  readonly plot: Iterable<Markup>
}

/** A line of text in one of the side columns, its base line at `y`. */
export function sideText(y: number, text: Content, look = ''): Markup {
  return markup`<text x="${look.includes('value') ? plotWidth + 8 : 12}" y="${y}" class="${look}">${text}</text>`
}

/** Vertical lines at the ticks, behind everything else. */
export function gridLines(scale: TimeScale, { ticks }: TimeTicks, height: number): Markup {
  return markup`<path class="grid" d="${ticks.map(({ atMs }) => `M${px(scale.x(atMs))} 0V${height}`).join('')}"/>`
}

/** A track as a row of two drawings: the names stay in view when the plot is scrolled. */
export function* drawTrack(track: Track, scale: TimeScale, ticks: TimeTicks): Generator<string> {
  const { id, title, description, height, names, values, plot } = track
  const width = plotWidth + valuesWidth
  yield markup`
<div class="track ${track.bond ?? ''}"><svg class="names" viewBox="0 0 ${namesWidth} ${height}" width="${namesWidth}" height="${height}" aria-hidden="true">${names}</svg>
<svg class="plot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>
${gridLines(scale, ticks, height)}`.source
  for (const piece of plot) yield piece.source
  yield markup`<g>${values}</g></svg></div>`.source
}
