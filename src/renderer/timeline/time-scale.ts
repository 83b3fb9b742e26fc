import type { TimeRange } from '../state/time-range.ts'
import type { Milliseconds, RunMs } from '#shared/model/units.ts'

/** Turns run time into pixels and back: one for all tracks. */
export class TimeScale {
  readonly fromMs: RunMs
  readonly toMs: RunMs
  readonly widthPx: number
  readonly pxPerMs: number

  constructor(range: TimeRange, widthPx: number) {
    this.fromMs = range.fromMs
    this.toMs = range.toMs
    this.widthPx = widthPx
    this.pxPerMs = widthPx / (range.toMs - range.fromMs)
  }

  x(atMs: RunMs): number {
    return (atMs - this.fromMs) * this.pxPerMs
  }

  ms(x: number): RunMs {
    return this.fromMs + x / this.pxPerMs
  }

  /** How much time a number of pixels stands for. */
  span(px: number): Milliseconds {
    return px / this.pxPerMs
  }
}
