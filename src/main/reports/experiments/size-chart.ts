import type { Estimate, Interval } from '#shared/model/estimate.ts'
import type { SweptSize } from '#shared/model/scaling.ts'
import { sizeShare } from '#shared/analysis/scaling/size-share.ts'
import { sizeValueText, sweptSizeWords } from '#shared/words/scaling-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, type Markup } from '../html/markup.ts'
import { mostTextWidth } from '../html/text-width.ts'
import { px } from '../html/time-scale.ts'
import type { AxisTick } from './value-ticks.ts'

const width = 600
const height = 300
const left = 64
const right = 24
const top = 20
const bottom = 42
/** Medians and dots at the first and last size keep clear of the edges. */
const inset = 16
const mostDotShift = 6
const leastLabelGap = 6

/** What was measured at one size. */
export interface SizeMeasured {
  readonly size: number
  readonly estimate: Estimate
  /** One for each run, in the order of the rounds. */
  readonly values: readonly number[]
}

/** A line through the picture: a law, or perfect scaling. `look` is a class. */
export interface SizeLine {
  readonly look: string
  readonly points: readonly { readonly size: number; readonly value: number }[]
}

export interface SizeChart {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What can be seen in it, in sentences. */
  readonly description: string
  readonly size: SweptSize
  readonly measured: readonly SizeMeasured[]
  readonly lines: readonly SizeLine[]
  readonly knee: { readonly size: number; readonly range: Interval | null } | null
  /** The value at the upper edge; the lower edge is 0. */
  readonly most: number
  readonly ticks: readonly AxisTick[]
}

/** The highest value that must be seen: what was measured, and not where a law goes. */
export function highestOf(measured: readonly SizeMeasured[]): number {
  return Math.max(
    0,
    ...measured.flatMap(({ values, estimate }) => [...values, estimate.value, estimate.interval?.high ?? 0]),
  )
}

/** Where a chart has its sizes and values, in pixels. */
interface Places {
  readonly x: (size: number) => number
  readonly y: (value: number) => number
}

function placesOf({ measured, most }: SizeChart): Places {
  const share = sizeShare(measured.map(({ size }) => size))
  const plotWidth = width - left - right - 2 * inset
  const plotHeight = height - top - bottom
  return {
    x: (size) => left + inset + share(size) * plotWidth,
    y: (value) => top + plotHeight * (1 - value / most),
  }
}

function pathOf(points: SizeLine['points'], { x, y }: Places): string {
  return points
    .filter(({ value }) => Number.isFinite(value))
    .map(({ size, value }, at) => `${at === 0 ? 'M' : 'L'}${px(x(size))} ${px(y(value))}`)
    .join('')
}

function axes({ ticks, measured, size: swept }: SizeChart, { x, y }: Places): Markup {
  const base = height - bottom
  const values = ticks.map(
    ({ value, label }) =>
      markup`<path class="grid" d="M${left} ${px(y(value))}H${width - right}"/><text class="muted" x="${left - 8}" y="${px(y(value) + 4)}" text-anchor="end">${label}</text>`,
  )
  let lastX = -Infinity
  const sizes = measured.map(({ size }) => {
    const text = sizeValueText(swept, size)
    const half = mostTextWidth(text) / 2
    const at = x(size)
    // A label that would touch the one before is left out; the table has them all.
    if (at - half < lastX + leastLabelGap) return null
    lastX = at + half
    return markup`<text class="muted" x="${px(at)}" y="${base + 16}" text-anchor="middle">${text}</text>`
  })
  return markup`${values}${sizes}<text class="muted" x="${(left + width - right) / 2}" y="${height - 6}" text-anchor="middle">${sweptSizeWords[swept].label}</text>`
}

function kneeMark({ knee, size }: SizeChart, { x }: Places): Markup | null {
  if (knee === null) return null
  const at = x(knee.size)
  const range =
    knee.range === null
      ? null
      : markup`<rect class="knee-range" x="${px(x(knee.range.low) - 3)}" y="${top}" width="${px(x(knee.range.high) - x(knee.range.low) + 6)}" height="${height - top - bottom}"/>`
  const isLeft = at > width - right - 60
  return markup`${range}<path class="knee" d="M${px(at)} ${top}V${height - bottom}"/><text x="${px(at + (isLeft ? -5 : 5))}" y="${top - 6}" text-anchor="${isLeft ? 'end' : 'start'}">${texts().experimentReport.sizes.knee(sizeValueText(size, knee.size))}</text>`
}

function measuredMarks({ measured }: SizeChart, places: Places): Markup {
  const { x, y } = places
  const dots = measured.map(({ size, values }) =>
    values.map((value, round) => {
      // Beside each other, so that equal runs can be told apart.
      const shift = values.length < 2 ? 0 : ((round / (values.length - 1)) * 2 - 1) * mostDotShift
      return markup`<circle class="dot-mark" cx="${px(x(size) + shift)}" cy="${px(y(value))}" r="2.5"/>`
    }),
  )
  const whiskers = measured.map(({ size, estimate: { interval } }) => {
    if (interval === null) return null
    const [at, low, high] = [x(size), y(interval.low), y(interval.high)]
    return markup`<path class="whisker" d="M${px(at)} ${px(low)}V${px(high)}M${px(at - 5)} ${px(low)}h10M${px(at - 5)} ${px(high)}h10"/>`
  })
  const medians = measured.map(({ size, estimate }) => ({ size, value: estimate.value }))
  const points = medians.map(
    ({ size, value }) => markup`<circle class="median-dot" cx="${px(x(size))}" cy="${px(y(value))}" r="4"/>`,
  )
  return markup`${dots}${whiskers}<path class="medians" d="${pathOf(medians, places)}"/>${points}`
}

/** What was measured against the size, from 0, with lines through it. */
export function sizeChart(chart: SizeChart): Markup {
  const { id, title, description, lines } = chart
  const places = placesOf(chart)
  const drawn = lines.map(
    ({ look, points }) => markup`<path class="law ${look}" d="${pathOf(points, places)}"/>`,
  )
  return markup`<svg class="size-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc><defs><clipPath id="${id}-clip"><rect x="${left}" y="${top}" width="${width - left - right}" height="${height - top - bottom}"/></clipPath></defs>${kneeMark(chart, places)}${axes(chart, places)}<g clip-path="url(#${id}-clip)">${drawn}</g>${measuredMarks(chart, places)}</svg>`
}
