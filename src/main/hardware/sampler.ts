import { sampleField } from '#shared/model/sample.ts'
import type { Hertz, Milliseconds } from '#shared/model/units.ts'
import type { RingWriter } from '#shared/rings/record-ring.ts'
import type { SampleSource } from './sample-source.ts'

export interface SamplerParts {
  readonly hz: Hertz
  readonly nowMs: () => Milliseconds
  /** Read in this order. */
  readonly sources: readonly SampleSource[]
  /** Doubles in a record. */
  readonly width: number
  readonly ring: Pick<RingWriter, 'claim' | 'records' | 'publish'>
}

/**
 * Takes samples on a clock that does not drift: sample n is due at `start + n / hz`, however late the one before was.
 * Samples that could not be taken in time are left out, and the next one says how long an interval it covers.
 */
export class Sampler {
  readonly #parts: SamplerParts
  readonly #intervalMs: Milliseconds
  readonly #startMs: Milliseconds
  readonly #record: Float64Array
  #dueNumber = 1
  #previousMs: Milliseconds

  constructor(parts: SamplerParts) {
    this.#parts = parts
    this.#intervalMs = 1000 / parts.hz
    this.#record = new Float64Array(parts.width)
    this.#startMs = this.#previousMs = parts.nowMs()
  }

  /** When the next sample is due, on the clock of `nowMs`. */
  get dueMs(): Milliseconds {
    return this.#startMs + this.#dueNumber * this.#intervalMs
  }

  /** Takes a sample now. Allocates nothing of its own. */
  take(): void {
    const { nowMs, sources, ring } = this.#parts
    const record = this.#record
    const atMs = nowMs()
    const intervalMs = atMs - this.#previousMs
    record.fill(NaN)
    record[sampleField.atMs] = atMs
    record[sampleField.intervalMs] = intervalMs
    record[sampleField.latenessMs] = Math.max(0, atMs - this.dueMs)
    // Also where the ring is full: what the next sample tells counts from here.
    for (let source = 0; source < sources.length; source++) {
      ;(sources[source] as SampleSource).write(record, atMs, intervalMs)
    }
    const at = ring.claim()
    if (at >= 0) {
      ring.records.set(record, at)
      ring.publish()
    }
    this.#previousMs = atMs
    this.#dueNumber = Math.max(this.#dueNumber + 1, Math.floor((atMs - this.#startMs) / this.#intervalMs) + 1)
  }
}
