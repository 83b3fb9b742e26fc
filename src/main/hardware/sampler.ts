import { sampleField, sampleFixedFields } from '#shared/model/sample.ts'
import type { Hertz, Milliseconds } from '#shared/model/units.ts'
import type { RingWriter } from '#shared/rings/record-ring.ts'
import type { ThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import type { CoreTimesSource } from './core-times.ts'
import type { SystemMemory } from './memory.ts'

export interface SamplerParts {
  readonly hz: Hertz
  readonly nowMs: () => Milliseconds
  readonly coreTimes: CoreTimesSource
  readonly systemMemory: () => SystemMemory
  readonly processMemory: () => number
  readonly cpu: ThreadCpuClock
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
  #dueNumber = 1
  #previousMs: Milliseconds
  #busyBefore: Float64Array
  #totalBefore: Float64Array
  #busy: Float64Array
  #total: Float64Array

  constructor(parts: SamplerParts) {
    const { cores } = parts.coreTimes
    this.#parts = parts
    this.#intervalMs = 1000 / parts.hz
    this.#busyBefore = new Float64Array(cores)
    this.#totalBefore = new Float64Array(cores)
    this.#busy = new Float64Array(cores)
    this.#total = new Float64Array(cores)
    // The first reading is what the first sample's shares are counted from.
    this.#startMs = this.#previousMs = parts.nowMs()
    parts.coreTimes.read(this.#busyBefore, this.#totalBefore)
  }

  /** When the next sample is due, on the clock of `nowMs`. */
  get dueMs(): Milliseconds {
    return this.#startMs + this.#dueNumber * this.#intervalMs
  }

  /** Takes a sample now. Allocates nothing of its own. */
  take(): void {
    const { nowMs, coreTimes, systemMemory, processMemory, cpu, ring } = this.#parts
    const atMs = nowMs()
    coreTimes.read(this.#busy, this.#total)
    const memory = systemMemory()
    cpu.read()
    const at = ring.claim()
    if (at >= 0) {
      const record = ring.records
      record[at + sampleField.atMs] = atMs
      record[at + sampleField.intervalMs] = atMs - this.#previousMs
      record[at + sampleField.latenessMs] = Math.max(0, atMs - this.dueMs)
      record[at + sampleField.memoryUsedBytes] = memory.usedBytes
      record[at + sampleField.memoryAvailableBytes] = memory.availableBytes
      record[at + sampleField.processMemoryBytes] = processMemory()
      record[at + sampleField.samplerCpuMs] = cpu.onCpuMs
      for (let core = 0; core < coreTimes.cores; core++) {
        const passed = (this.#total[core] as number) - (this.#totalBefore[core] as number)
        const busy = (this.#busy[core] as number) - (this.#busyBefore[core] as number)
        // No tick passed, or the counters were reset: there is no share to tell.
        record[at + sampleFixedFields + core] = passed > 0 && busy >= 0 ? Math.min(1, busy / passed) : NaN
      }
      ring.publish()
    }
    this.#previousMs = atMs
    ;[this.#busyBefore, this.#busy] = [this.#busy, this.#busyBefore]
    ;[this.#totalBefore, this.#total] = [this.#total, this.#totalBefore]
    this.#dueNumber = Math.max(this.#dueNumber + 1, Math.floor((atMs - this.#startMs) / this.#intervalMs) + 1)
  }
}
