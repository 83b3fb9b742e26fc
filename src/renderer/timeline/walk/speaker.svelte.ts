import type { Milliseconds } from '#shared/model/units.ts'

/** Held keys come thirty times a second; whoever listens hears where they end. */
const leastIntervalMs: Milliseconds = 300

/** What a speaker needs of the window. */
export interface SpeakerClock {
  readonly nowMs: () => number
  /** Calls `run` later, unless the returned function is called before. */
  readonly after: (ms: Milliseconds, run: () => void) => () => void
}

export const windowClock: SpeakerClock = {
  nowMs: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** What is said in a live region: the first sentence at once, then the latest, a few times a second at most. */
export class Speaker {
  /** For a live region. */
  text = $state('')
  readonly #clock: SpeakerClock
  #saidAtMs = -Infinity
  #drop: () => void = () => undefined

  constructor(clock: SpeakerClock) {
    this.#clock = clock
  }

  say(sentence: string): void {
    this.#drop()
    const waitMs = this.#saidAtMs + leastIntervalMs - this.#clock.nowMs()
    if (waitMs <= 0) this.#speak(sentence)
    else this.#drop = this.#clock.after(waitMs, () => this.#speak(sentence))
  }

  /** Says nothing more of what was to be said. */
  stop(): void {
    this.#drop()
  }

  #speak(sentence: string): void {
    this.#saidAtMs = this.#clock.nowMs()
    // A region is read out when it changes: the same again needs a difference, which is not to be heard.
    this.text = sentence === this.text ? `${sentence}\u00a0` : sentence
  }
}
