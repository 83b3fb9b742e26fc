import type { Milliseconds, RunMs } from '#shared/model/units.ts'

/** What is visible of the time axis. */
export interface TimeRange {
  readonly fromMs: RunMs
  readonly toMs: RunMs
}

/** A tenth of a microsecond: below that the clock has nothing to show. */
const leastSpanMs: Milliseconds = 0.0001
/** A run of no length yet has an axis, too. */
const leastExtentMs: Milliseconds = 1
const marginBefore = 0.01
/** Room for the marks at the spans' ends. */
const marginAfter = 0.03

/** The range that shows a run from its start to `extentMs`. */
export function fitRange(extentMs: Milliseconds): TimeRange {
  const extent = Math.max(leastExtentMs, extentMs)
  return { fromMs: -extent * marginBefore, toMs: extent * (1 + marginAfter) }
}

/** A range within what can be looked at: not wider than the whole, and never beside it. */
export function clampRange(range: TimeRange, extentMs: Milliseconds): TimeRange {
  const whole = fitRange(extentMs)
  const spanMs = Math.min(Math.max(range.toMs - range.fromMs, leastSpanMs), whole.toMs - whole.fromMs)
  const fromMs = Math.min(Math.max(range.fromMs, whole.fromMs), whole.toMs - spanMs)
  return { fromMs, toMs: fromMs + spanMs }
}

/** `factor` below 1 shows less, above 1 more; `atMs` stays where it is. */
export function zoomRange(range: TimeRange, atMs: RunMs, factor: number, extentMs: Milliseconds): TimeRange {
  const whole = fitRange(extentMs)
  const oldSpanMs = range.toMs - range.fromMs
  const spanMs = Math.min(Math.max(oldSpanMs * factor, leastSpanMs), whole.toMs - whole.fromMs)
  const fromMs = atMs - ((atMs - range.fromMs) / oldSpanMs) * spanMs
  return clampRange({ fromMs, toMs: fromMs + spanMs }, extentMs)
}

export function panRange(range: TimeRange, byMs: Milliseconds, extentMs: Milliseconds): TimeRange {
  return clampRange({ fromMs: range.fromMs + byMs, toMs: range.toMs + byMs }, extentMs)
}

/** The range moved as little as needed to show `fromMs` to `toMs`, and widened if it is too narrow for that. */
export function revealRange(range: TimeRange, fromMs: RunMs, toMs: RunMs, extentMs: Milliseconds): TimeRange {
  if (fromMs >= range.fromMs && toMs <= range.toMs) return range
  const spanMs = range.toMs - range.fromMs
  if (toMs - fromMs > spanMs * 0.9) {
    const marginMs = (toMs - fromMs) * 0.1
    return clampRange({ fromMs: fromMs - marginMs, toMs: toMs + marginMs }, extentMs)
  }
  const marginMs = Math.min(spanMs * 0.1, (spanMs - (toMs - fromMs)) / 2)
  const byMs = fromMs < range.fromMs ? fromMs - marginMs - range.fromMs : toMs + marginMs - range.toMs
  return panRange(range, byMs, extentMs)
}
