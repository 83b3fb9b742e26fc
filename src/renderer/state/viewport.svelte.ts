import type { Milliseconds, RunMs } from '#shared/model/units.ts'
import { fitRange, panRange, revealRange, zoomRange, type TimeRange } from './time-range.ts'

/** With its margin, more than this is all there is. */
const mostOfIt = 0.75

/** What all tracks show of the time axis, and the one cursor across them. */
export class Viewport {
  /** Null: the whole run, growing with it. */
  #chosen = $state.raw<TimeRange | null>(null)
  #extentMs = $state<Milliseconds>(0)
  /** Position of the cursor, 0 at the left end of the tracks to 1 at the right; null: it is elsewhere. */
  cursorShare = $state<number | null>(null)

  readonly #range = $derived(this.#chosen ?? fitRange(this.#extentMs))
  readonly #cursorMs = $derived(
    this.cursorShare === null
      ? null
      : this.#range.fromMs + this.cursorShare * (this.#range.toMs - this.#range.fromMs),
  )

  get range(): TimeRange {
    return this.#range
  }

  get cursorMs(): RunMs | null {
    return this.#cursorMs
  }

  /** True until the user zooms or pans. */
  get isFitted(): boolean {
    return this.#chosen === null
  }

  /** The run's length so far. */
  get extentMs(): Milliseconds {
    return this.#extentMs
  }

  set extentMs(extentMs: Milliseconds) {
    this.#extentMs = extentMs
  }

  fit(): void {
    this.#chosen = null
  }

  /** `factor` below 1 shows less. Zooms at the cursor, or in the middle. */
  zoom(factor: number, atMs?: RunMs): void {
    const { fromMs, toMs } = this.#range
    this.#chosen = zoomRange(
      this.#range,
      atMs ?? this.cursorMs ?? (fromMs + toMs) / 2,
      factor,
      this.#extentMs,
    )
    const whole = fitRange(this.#extentMs)
    // Zoomed out all the way is the fitted view again, and follows the run.
    if (this.#chosen.fromMs <= whole.fromMs && this.#chosen.toMs >= whole.toMs) this.#chosen = null
  }

  /** Moves by a share of what is visible. */
  pan(share: number): void {
    if (this.#chosen === null) return
    const { fromMs, toMs } = this.#chosen
    this.#chosen = panRange(this.#chosen, share * (toMs - fromMs), this.#extentMs)
  }

  /** Shows exactly this interval, with a margin. */
  zoomTo(fromMs: RunMs, toMs: RunMs): void {
    const marginMs = Math.max((toMs - fromMs) * 0.15, 0.001)
    this.#chosen = panRange({ fromMs: fromMs - marginMs, toMs: toMs + marginMs }, 0, this.#extentMs)
  }

  /** Shows this interval with a margin; the whole run, as it is fitted, where the interval is most of it. */
  show(fromMs: RunMs, toMs: RunMs): void {
    if (toMs - fromMs > this.#extentMs * mostOfIt) this.fit()
    else this.zoomTo(fromMs, toMs)
  }

  /** Moves as little as needed to show this interval. */
  reveal(fromMs: RunMs, toMs: RunMs): void {
    const range = revealRange(this.#range, fromMs, toMs, this.#extentMs)
    if (range !== this.#range) this.#chosen = range
  }
}
