import type { Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'

/** Widths of the picture's three columns, in CSS pixels: track names, plot, values. */
export const namesWidth = 120
export const plotWidth = 960
export const valuesWidth = 96

const marginBefore = 0.01
/** Room for the marks at the spans' ends. */
const marginAfter = 0.03

/** One time axis for all tracks of a run. */
export interface TimeScale {
  readonly fromMs: RunMs
  readonly toMs: RunMs
  /** Where the run ends: last finished, or the end of what was recorded. */
  readonly endMs: RunMs
  /** Pixels from the plot's left edge, never outside of the plot. */
  x(atMs: RunMs): number
  /** The time at a pixel. */
  ms(x: number): RunMs
}

/** Where a run ends: last finished, or the end of what was recorded. */
export function runEndMs({ tasks, nowMs }: Run): RunMs {
  let lastMs = 0
  for (let task = 0; task < tasks.count; task++) {
    const finishedMs = tasks.finishedMs[task] as number
    if (Number.isNaN(finishedMs)) return Math.max(nowMs, lastMs)
    if (finishedMs > lastMs) lastMs = finishedMs
  }
  return lastMs
}

/** The scale that shows a run whole; or, for runs below each other, one that reaches as far as the longest of them. */
export function timeScale(run: Run, longestMs: RunMs = 0): TimeScale {
  const endMs = Math.max(0.001, runEndMs(run))
  const lengthMs = Math.max(endMs, longestMs)
  const fromMs = -lengthMs * marginBefore
  const toMs = lengthMs * (1 + marginAfter)
  const pxPerMs = plotWidth / (toMs - fromMs)
  return {
    fromMs,
    toMs,
    endMs,
    x: (atMs) => Math.min(plotWidth, Math.max(0, (atMs - fromMs) * pxPerMs)),
    ms: (x) => fromMs + x / pxPerMs,
  }
}

/** A coordinate as short as it may be: tenths of a pixel. */
export function px(value: number): number {
  return Math.round(value * 10) / 10
}
