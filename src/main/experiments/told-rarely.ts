import type { Milliseconds } from '#shared/model/units.ts'

/** A few times a second is as often as anybody can follow, and costs next to nothing. */
const intervalMs: Milliseconds = 250

/** Calls back once after the time given, unless the returned function is called before. */
export type After = (ms: Milliseconds, callback: () => void) => () => void

/** Tells of a state at most a few times a second: of several in between, the last one. */
export class ToldRarely<State> {
  readonly #tell: (state: State) => void
  readonly #after: After
  #next: { readonly state: State } | null = null
  /** Null: nothing was told lately. */
  #stop: (() => void) | null = null

  constructor(tell: (state: State) => void, after: After) {
    this.#tell = tell
    this.#after = after
  }

  /** Told now, or when it is time. */
  tell(state: State): void {
    if (this.#stop !== null) {
      this.#next = { state }
      return
    }
    this.tellNow(state)
    this.#stop = this.#after(intervalMs, () => {
      this.#stop = null
      if (this.#next !== null) this.tell(this.#next.state)
    })
  }

  /** Told now; what waited to be told is out of date. */
  tellNow(state: State): void {
    this.#stop?.()
    this.#stop = null
    this.#next = null
    this.#tell(state)
  }
}
