import { roundStep, timeTicks } from '#shared/analysis/time-ticks.ts'
import type { Estimate } from '#shared/model/estimate.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { spreadDots } from './spread-dots.ts'

/** Durations that belong together, and what is estimated from them. */
export interface DotsRow {
  readonly label: string
  /** Null: nothing finished, so there is no dot. */
  readonly valuesMs: readonly (Milliseconds | null)[]
  /** Null: not estimated (yet). */
  readonly estimate: Estimate | null
  /** Stands at the row's right end, such as "3 of 5"; empty: nothing does. */
  readonly note: string
  /** Whether a line from its estimate goes through all rows. */
  readonly isReference: boolean
}

export interface PlacedRow {
  /** Of its middle. */
  readonly y: number
  /** In the order of the values, without those that are missing. */
  readonly dots: readonly {
    readonly x: number
    readonly y: number
    readonly valueMs: Milliseconds
    /** Its position among the row's values. */
    readonly at: number
  }[]
  readonly median: number | null
  readonly band: { readonly from: number; readonly to: number } | null
}

/** Where things are in a picture of rows of dots, in CSS pixels from its top left corner. */
export interface DotsGeometry {
  readonly heightPx: number
  readonly left: number
  readonly right: number
  /** Lower end of the rows: where the axis is. */
  readonly bottom: number
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly rows: readonly PlacedRow[]
  /** Null: no row is the reference, or it has no estimate. */
  readonly reference: number | null
}

export interface DotsSize {
  readonly widthPx: number
  readonly rowPx: number
}

export const dotRadiusPx = 3
/** Room for half a label at either end, and for the axis' labels below. */
const margin = { left: 12, right: 20, bottom: 20 }
const tickPx = 90
/** Dots may touch: their rims still tell them apart. */
const dotStepPx = 4.5

/** Lays out rows of dots on one axis from 0 to the longest duration. */
export function dotsGeometry(rows: readonly DotsRow[], { widthPx, rowPx }: DotsSize): DotsGeometry {
  const left = margin.left
  const right = Math.max(left + 1, widthPx - margin.right)
  const bottom = rows.length * rowPx
  const longestMs = rows.reduce(
    (most, { valuesMs, estimate }) =>
      Math.max(most, estimate?.interval?.high ?? 0, ...valuesMs.map((value) => value ?? 0)),
    0,
  )
  const mostTicks = Math.max(2, Math.floor((right - left) / tickPx))
  // Without a duration there is an axis all the same: nothing jumps when the first dot comes.
  const stepMs = roundStep((longestMs === 0 ? 1000 : longestMs) / mostTicks)
  const endMs = Math.max(1, Math.ceil((longestMs === 0 ? 1000 : longestMs) / stepMs - 1e-9)) * stepMs
  const x = (ms: Milliseconds): number => left + (ms / endMs) * (right - left)
  const mostSteps = Math.max(0, Math.floor((rowPx / 2 - dotRadiusPx - 1) / dotStepPx))

  const placed = rows.map(({ valuesMs, estimate }, position): PlacedRow => {
    const y = (position + 0.5) * rowPx
    const known = valuesMs.flatMap((valueMs, at) =>
      valueMs === null ? [] : [{ valueMs, at, x: x(valueMs) }],
    )
    const steps = spreadDots(
      known.map((dot) => dot.x),
      2 * dotRadiusPx,
      mostSteps,
    )
    const interval = estimate?.interval ?? null
    return {
      y,
      dots: known.map((dot, at) => ({ ...dot, y: y + (steps[at] ?? 0) * dotStepPx })),
      median: estimate === null ? null : x(estimate.value),
      band: interval === null ? null : { from: x(interval.low), to: x(interval.high) },
    }
  })
  const reference = placed[rows.findIndex(({ isReference }) => isReference)]?.median ?? null
  return {
    heightPx: bottom + margin.bottom,
    left,
    right,
    bottom,
    ticks: timeTicks(0, endMs, endMs / stepMs).ticks.map(({ atMs, label }) => ({ x: x(atMs), label })),
    rows: placed,
    reference,
  }
}
