import { countText } from '#shared/format.ts'
import { roundStep, timeTicks } from '#shared/analysis/time-ticks.ts'
import type { WhatIfCurve, WhatIfPoint } from '#shared/model/what-if.ts'

export interface ChartSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** Where things are in the picture of a curve, in CSS pixels from its top left corner. */
export interface CurveGeometry {
  readonly plot: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly xTicks: readonly { readonly x: number; readonly label: string }[]
  readonly yTicks: readonly { readonly y: number; readonly label: string }[]
  readonly points: readonly (WhatIfPoint & { readonly x: number; readonly y: number })[]
  /** Of an SVG path through the points. */
  readonly path: string
  readonly measured: { readonly x: number; readonly y: number }
}

const margin = { left: 48, right: 10, top: 10, bottom: 20 }
/** Labels need this much room each. */
const xLabelPx = 30
const yTickCount = 4

/** Powers of two up to a few hundred, of ten beyond: as people count cores, and tasks. */
function roundValues(least: number, most: number): readonly number[] {
  const base = most > 512 ? 10 : 2
  const values: number[] = []
  for (let value = 1; value <= most; value *= base) if (value >= least) values.push(value)
  return values
}

/** Lays out a curve: values on a logarithmic axis, makespans on a linear one that begins at 0. */
export function curveGeometry(
  { points, measured }: Pick<WhatIfCurve, 'points' | 'measured'>,
  { widthPx, heightPx }: ChartSize,
): CurveGeometry {
  const plot = {
    left: margin.left,
    right: Math.max(margin.left + 1, widthPx - margin.right),
    top: margin.top,
    bottom: Math.max(margin.top + 1, heightPx - margin.bottom),
  }
  const values = [...points.map(({ value }) => value), measured.value]
  const least = Math.min(...values)
  const most = Math.max(...values)
  const longestMs = Math.max(...points.map(({ makespanMs }) => makespanMs), measured.makespanMs)
  const stepMs = roundStep(longestMs / yTickCount)
  const topMs = Math.ceil(longestMs / stepMs - 1e-9) * stepMs
  const span = Math.log2(most / least)
  const x = (value: number): number =>
    span === 0
      ? (plot.left + plot.right) / 2
      : plot.left + (Math.log2(value / least) / span) * (plot.right - plot.left)
  const y = (ms: number): number => plot.bottom - (ms / topMs) * (plot.bottom - plot.top)
  const placed = points.map((point) => ({ ...point, x: x(point.value), y: y(point.makespanMs) }))

  const xTicks: { x: number; label: string }[] = []
  for (const value of roundValues(least, most)) {
    if (x(value) - (xTicks.at(-1)?.x ?? -Infinity) >= xLabelPx) {
      xTicks.push({ x: x(value), label: countText(value) })
    }
  }
  const yTicks = timeTicks(0, topMs, topMs / stepMs).ticks.map(({ atMs, label }) => ({ y: y(atMs), label }))
  return {
    plot,
    xTicks,
    yTicks,
    points: placed,
    path: placed
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
      .join(''),
    measured: { x: x(measured.value), y: y(measured.makespanMs) },
  }
}
