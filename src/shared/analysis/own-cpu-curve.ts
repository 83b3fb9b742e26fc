import type { SampleTable } from '../model/sample.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'
import { ownCpuMs } from './own-cost.ts'
import { countUpTo } from './queue-depth.ts'
import { beginOf } from './sampled-time.ts'

/** How much CPU time Taskscope itself used up to any time: even within each sample's interval, none where it is not known. */
export class OwnCpuCurve {
  readonly #samples: SampleTable
  /** By sample: all that was used up to it. */
  readonly #usedMs: Float64Array

  constructor(samples: SampleTable) {
    this.#samples = samples
    this.#usedMs = new Float64Array(samples.count)
    for (let row = 1; row < samples.count; row++) {
      const usedMs = ownCpuMs(samples, row)
      this.#usedMs[row] = (this.#usedMs[row - 1] as number) + (usedMs > 0 ? usedMs : 0)
    }
  }

  /** How much it used between two times. */
  between(fromMs: RunMs, toMs: RunMs): Milliseconds {
    return this.#until(toMs) - this.#until(fromMs)
  }

  /**
   * Of the time that somebody was ready without a core between two times, how much that can be laid to it, at most: what it used then,
   * as far as it fell into their being ready, which is taken to be even over the time between the two.
   */
  delayOf(readyMs: Milliseconds, fromMs: RunMs, toMs: RunMs): Milliseconds {
    if (!(readyMs > 0) || !(toMs > fromMs)) return 0
    return Math.min(readyMs, (this.between(fromMs, toMs) * readyMs) / (toMs - fromMs))
  }

  #until(atMs: RunMs): number {
    const { atMs: times, count } = this.#samples
    const next = countUpTo(times, atMs, count)
    if (next === 0) return 0
    const soFarMs = this.#usedMs[next - 1] as number
    if (next === count) return soFarMs
    const share =
      (atMs - beginOf(this.#samples, next)) / ((times[next] as number) - beginOf(this.#samples, next))
    return soFarMs + ((this.#usedMs[next] as number) - soFarMs) * share
  }
}
