import type { Fraction, Milliseconds } from '#shared/model/units.ts'

type Draw = () => void

/** After a draw may come another that it caused, such as a track after its data; more rounds wait for the next frame. */
const roundsPerFrame = 4

/** How often to draw what streams in. */
export interface Pace {
  readonly leastIntervalMs: Milliseconds
  /** However slow the drawing is. */
  readonly mostIntervalMs: Milliseconds
  /** Of the time, that may go into drawing. */
  readonly mostShare: Fraction
}

/** What frames need of the window. */
export interface FrameSource {
  readonly requestFrame: (run: () => void) => void
  /** Lets pending state changes reach the views, so that what they ask for is drawn in the same frame. */
  readonly settle: () => void
  readonly nowMs: () => number
  readonly after: (ms: number, run: () => void) => void
}

/**
 * Draws at most once per frame, whatever asks for it and however often. Hidden windows get no frames, so nothing but
 * drawing may wait here.
 */
export class Frames {
  readonly #waiting = new Set<Draw>()
  /** Draws that wait for their time, not only for a frame. */
  readonly #paced = new Set<Draw>()
  readonly #source: FrameSource
  #isScheduled = false
  #pacedAtMs = -Infinity
  #isPacedFrame = false
  /** What the last two frames with paced draws took, with the layout and painting that followed. */
  #pacedCostsMs: readonly [Milliseconds, Milliseconds] = [0, 0]
  /** Told when something begins to wait, and when nothing waits any more. */
  onPending: (isPending: boolean) => void = () => undefined

  constructor(source: FrameSource) {
    this.#source = source
  }

  /** Calls `draw` in the next frame, once. */
  request(draw: Draw): void {
    this.#paced.delete(draw)
    this.#waiting.add(draw)
    this.#schedule()
  }

  /**
   * Calls `draw` in a frame, once, but no sooner after the last one that was asked for this way than its pace allows. For what
   * streams in: drawing all of it as fast as the screen goes would cost the cores that are being measured.
   */
  requestPaced(draw: Draw, pace: Pace): void {
    if (this.#waiting.has(draw) || this.#paced.has(draw)) return
    const waitMs = this.#pacedAtMs + this.#intervalMs(pace) - this.#source.nowMs()
    if (waitMs <= 0) {
      this.#requestNow(draw)
      return
    }
    this.#paced.add(draw)
    this.onPending(true)
    this.#source.after(waitMs, () => {
      // Drawn or dropped meanwhile.
      if (this.#paced.has(draw)) this.#requestNow(draw)
    })
  }

  /** Forgets a draw that is no longer wanted. */
  drop(draw: Draw): void {
    this.#waiting.delete(draw)
    this.#paced.delete(draw)
  }

  #intervalMs({ leastIntervalMs, mostIntervalMs, mostShare }: Pace): Milliseconds {
    // The lesser of two: a single frame that somebody else held up is no measure.
    const costMs = Math.min(...this.#pacedCostsMs)
    return Math.min(mostIntervalMs, Math.max(leastIntervalMs, costMs / mostShare))
  }

  #requestNow(draw: Draw): void {
    this.#pacedAtMs = this.#source.nowMs()
    this.#isPacedFrame = true
    this.request(draw)
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.onPending(true)
    this.#source.requestFrame(() => this.#run())
  }

  #run(): void {
    if (this.#isPacedFrame) this.#measure()
    for (let round = 0; round < roundsPerFrame && this.#waiting.size > 0; round++) {
      const draws = [...this.#waiting]
      this.#waiting.clear()
      for (const draw of draws) draw()
      this.#source.settle()
    }
    this.#isScheduled = false
    if (this.#waiting.size > 0) this.#schedule()
    else this.onPending(this.#paced.size > 0)
  }
  /** What this frame costs is known when the next timer comes: layout and painting are done by then. */
  #measure(): void {
    this.#isPacedFrame = false
    const beginMs = this.#source.nowMs()
    this.#source.after(0, () => {
      this.#pacedCostsMs = [this.#pacedCostsMs[1], this.#source.nowMs() - beginMs]
    })
  }
}
