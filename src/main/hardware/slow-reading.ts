import type { Milliseconds } from '#shared/model/units.ts'

/** What changes slowly, or costs the system something to tell, is read no more often than this; in between, it is repeated. */
export const slowReadingMs: Milliseconds = 1000

/** Says whether a slow reading is due, and notes that it was taken. The first one is due at once. */
export class SlowClock {
  #nextMs = -Infinity

  isDue(atMs: Milliseconds): boolean {
    if (atMs < this.#nextMs) return false
    this.#nextMs = atMs + slowReadingMs
    return true
  }
}
