import { countText } from '#shared/format.ts'
import { sizeShare } from '#shared/analysis/scaling/size-share.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Scaling } from '#shared/model/scaling.ts'
import { spreadDots } from '../charts/spread-dots.ts'
import { spreadLabels } from './spread-labels.ts'
import { valueAxis } from './value-axis.ts'
import type { ScalingMeasure, ScalingSeries, SeriesLine } from './scaling-series.ts'

export interface ScalingGeometry {
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly xTicks: readonly { readonly x: number; readonly label: string | null }[]
  readonly yTicks: readonly { readonly y: number; readonly label: string }[]
  readonly points: readonly PlacedPoint[]
  /** Of an SVG path through the medians. */
  readonly path: string
  readonly lines: readonly PlacedLine[]
  readonly knee: {
    readonly x: number
    /** Its range; null: none is known. */
    readonly band: { readonly from: number; readonly to: number } | null
  } | null
}

export interface PlacedPoint {
  readonly size: number
  readonly x: number
  /** Of the median; null: it is not estimated (yet). */
  readonly y: number | null
  /** Ends of the interval, the greater value first; null: there is none. */
  readonly whisker: { readonly high: number; readonly low: number } | null
  readonly dots: readonly {
    readonly runId: RunId | null
    readonly value: number
    readonly x: number
    readonly y: number
  }[]
}

export interface PlacedLine extends Pick<SeriesLine, 'id' | 'fits'> {
  readonly path: string
  /** Where its name begins, right of its end. */
  readonly label: { readonly x: number; readonly y: number }
}

const margin = { left: 60, right: 92, top: 18, bottom: 22 }
const yTickCount = 5
/** A label of a size needs as much room as it has characters, and a gap. */
const characterPx = 6.5
const xLabelGapPx = 10
/** One line's name stands so far below another's. */
const nameHeightPx = 14
export const dotRadiusPx = 3
/** Dots that would hide each other lie so far beside each other: their rims still tell them apart. */
const dotStepPx = 4.5
/** Beside its whisker, which would hide them, and closer where sizes are. */
const dotSpread = { mostSteps: 2, besideWhiskerPx: 13 }
const crowdedDotSpread = { mostSteps: 1, besideWhiskerPx: 9 }
const crowdedSizesPx = 44
/** A name that its line has left at the top stands so far below the edge. */
const belowEdgePx = 10
const leastBandPx = 5
/** The first and last size stand so far inside the plot that their dots and whiskers do too. */
const insetPx = 30

/** How far beyond the greatest measured value perfect scaling may push the axis. */
const perfectHeadroom = 1.2

function greatestValue({ points, lines }: ScalingSeries): number {
  const measured = points.flatMap(({ estimate, dots }) => [
    estimate?.value ?? 0,
    estimate?.interval?.high ?? 0,
    ...dots.map(({ value }) => value),
  ])
  const most = Math.max(0, ...measured.filter(Number.isFinite))
  const perfect = lines.find(({ id }) => id === 'perfect')?.points.map(({ value }) => value) ?? []
  return Math.max(most, Math.min(most * perfectHeadroom, Math.max(0, ...perfect)))
}

const pathThrough = (spots: readonly { readonly x: number; readonly y: number }[]): string =>
  spots.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** The end of a line for its name: the last spot inside the plot, since what leaves it at the top is cut off. */
function endOf(
  spots: readonly { readonly x: number; readonly y: number }[],
  top: number,
): { x: number; y: number } {
  const inside = spots.filter(({ y }) => y >= top)
  return inside.at(-1) ?? { x: 0, y: top }
}

/** Lays out a sweep in CSS pixels from the picture's top left corner: sizes to the right, values upwards from 0. */
export function scalingGeometry(
  series: ScalingSeries,
  { measure, knee }: { readonly measure: ScalingMeasure; readonly knee: Scaling['knee'] },
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): ScalingGeometry {
  const right = series.lines.length > 0 ? margin.right : 12
  const plot = {
    left: margin.left,
    right: Math.max(margin.left + 2 * insetPx + 1, widthPx - right),
    top: margin.top,
    bottom: Math.max(margin.top + 1, heightPx - margin.bottom),
  }
  const sizes = series.points.map(({ size }) => size)
  const share = sizeShare(sizes)
  const axis = valueAxis(greatestValue(series), measure, yTickCount)
  const x = (size: number): number =>
    plot.left + insetPx + share(size) * (plot.right - plot.left - 2 * insetPx)
  const y = (value: number): number => plot.bottom - (value / axis.top) * (plot.bottom - plot.top)

  const gaps = sizes.slice(1).map((size, at) => x(size) - x(sizes[at] ?? size))
  const spread = Math.min(...gaps) < crowdedSizesPx ? crowdedDotSpread : dotSpread
  const points = series.points.map(({ size, estimate, dots }): PlacedPoint => {
    const interval = estimate?.interval ?? null
    const dotsX = x(size) - (estimate === null ? 0 : spread.besideWhiskerPx)
    const steps = spreadDots(
      dots.map(({ value }) => y(value)),
      2 * dotRadiusPx,
      spread.mostSteps,
    )
    return {
      size,
      x: x(size),
      y: estimate === null ? null : y(estimate.value),
      whisker: interval === null ? null : { high: y(interval.high), low: y(interval.low) },
      dots: dots.map((dot, at) => ({ ...dot, x: dotsX + (steps[at] ?? 0) * dotStepPx, y: y(dot.value) })),
    }
  })
  const drawn = series.lines.map(({ id, fits, points: along }) => {
    const spots = along
      .map(({ size, value }) => ({ x: x(size), y: y(value) }))
      .filter((spot) => Number.isFinite(spot.x) && Number.isFinite(spot.y))
    return { id, fits, path: pathThrough(spots), end: endOf(spots, plot.top) }
  })
  const names = spreadLabels(
    drawn.map(({ end }) => end.y),
    { least: plot.top + belowEdgePx, most: plot.bottom, gap: nameHeightPx },
  )

  let lastLabelX = -Infinity
  const xTicks = sizes.map((size) => {
    const label = countText(size)
    const isRoom = x(size) - lastLabelX >= xLabelGapPx + characterPx * label.length
    if (isRoom) lastLabelX = x(size)
    return { x: x(size), label: isRoom ? label : null }
  })
  return {
    plot,
    xTicks,
    yTicks: axis.ticks.map(({ value, label }) => ({ y: y(value), label })),
    points,
    path: pathThrough(points.flatMap((point) => (point.y === null ? [] : [{ x: point.x, y: point.y }]))),
    lines: drawn.map(({ id, fits, path, end }, at) => ({
      id,
      fits,
      path,
      label: { x: end.x + 8, y: names[at] ?? end.y },
    })),
    knee:
      knee === null || sizes.length === 0
        ? null
        : {
            x: x(knee.size),
            band:
              knee.range === null
                ? null
                : { from: x(knee.range.low) - leastBandPx, to: x(knee.range.high) + leastBandPx },
          },
  }
}
