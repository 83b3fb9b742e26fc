type Draw = () => void

/** After a draw may come another that it caused, such as a track after its data; more rounds wait for the next frame. */
const roundsPerFrame = 4

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
   * Calls `draw` in a frame, once, but no sooner than `intervalMs` after the last one that was asked for this way. For what
   * streams in: drawing all of it as fast as the screen goes would cost the cores that are being measured.
   */
  requestPaced(draw: Draw, intervalMs: number): void {
    if (this.#waiting.has(draw) || this.#paced.has(draw)) return
    const waitMs = this.#pacedAtMs + intervalMs - this.#source.nowMs()
    if (waitMs <= 0) {
      this.#pacedAtMs = this.#source.nowMs()
      this.request(draw)
      return
    }
    this.#paced.add(draw)
    this.onPending(true)
    this.#source.after(waitMs, () => {
      // Drawn or dropped meanwhile.
      if (!this.#paced.has(draw)) return
      this.#pacedAtMs = this.#source.nowMs()
      this.request(draw)
    })
  }

  /** Forgets a draw that is no longer wanted. */
  drop(draw: Draw): void {
    this.#waiting.delete(draw)
    this.#paced.delete(draw)
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.onPending(true)
    this.#source.requestFrame(() => this.#run())
  }

  #run(): void {
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
}
