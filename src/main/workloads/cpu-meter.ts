import type { ThreadCpuClock } from '../platform/thread-cpu-clock.ts'

/** A reading (3 to 4 µs) this young is used again: however short the tasks are, readings stay near 1 % of the thread. */
const readingLifetimeMs = 0.25

/** The thread's CPU clock, read no more often than makes sense. */
export class CpuMeter {
  readonly #clock: ThreadCpuClock
  #readAtMs = -Infinity

  constructor(clock: ThreadCpuClock) {
    this.#clock = clock
  }

  /** Brings `onCpuMs` and `readyMs` up to now, give or take `readingLifetimeMs`. */
  read(nowMs: number): void {
    if (nowMs - this.#readAtMs < readingLifetimeMs) return
    this.#clock.read()
    this.#readAtMs = nowMs
  }

  /** How old the reading is. */
  ageMs(nowMs: number): number {
    return nowMs - this.#readAtMs
  }

  get onCpuMs(): number {
    return this.#clock.onCpuMs
  }

  get readyMs(): number {
    return this.#clock.readyMs
  }
}
