type Draw = () => void

/** After a draw may come another that it caused, such as a track after its data; more rounds wait for the next frame. */
const roundsPerFrame = 4

/**
 * Draws at most once per frame, whatever asks for it and however often. Hidden windows get no frames, so nothing but
 * drawing may wait here.
 */
export class Frames {
  readonly #waiting = new Set<Draw>()
  readonly #requestFrame: (run: () => void) => void
  readonly #settle: () => void
  #isScheduled = false
  /** Told when something begins to wait, and when nothing waits any more. */
  onPending: (isPending: boolean) => void = () => undefined

  /** `settle` lets pending state changes reach the views, so that what they ask for is drawn in the same frame. */
  constructor(requestFrame: (run: () => void) => void, settle: () => void) {
    this.#requestFrame = requestFrame
    this.#settle = settle
  }

  /** Calls `draw` in the next frame, once. */
  request(draw: Draw): void {
    this.#waiting.add(draw)
    this.#schedule()
  }

  /** Forgets a draw that is no longer wanted. */
  drop(draw: Draw): void {
    this.#waiting.delete(draw)
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.onPending(true)
    this.#requestFrame(() => this.#run())
  }

  #run(): void {
    for (let round = 0; round < roundsPerFrame && this.#waiting.size > 0; round++) {
      const draws = [...this.#waiting]
      this.#waiting.clear()
      for (const draw of draws) draw()
      this.#settle()
    }
    this.#isScheduled = false
    if (this.#waiting.size > 0) this.#schedule()
    else this.onPending(false)
  }
}
