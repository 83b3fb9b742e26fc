import { coreField, coreFields, sampleFixedFields } from '#shared/model/sample.ts'
import type { CoreTimesSource } from './core-times.ts'
import type { SampleSource } from './sample-source.ts'

/** Busy shares of the cores, each counted from the reading before. */
export class CoreLoad implements SampleSource {
  readonly #coreTimes: CoreTimesSource
  #busyBefore: Float64Array
  #totalBefore: Float64Array
  #busy: Float64Array
  #total: Float64Array

  constructor(coreTimes: CoreTimesSource) {
    const { cores } = coreTimes
    this.#coreTimes = coreTimes
    this.#busyBefore = new Float64Array(cores)
    this.#totalBefore = new Float64Array(cores)
    this.#busy = new Float64Array(cores)
    this.#total = new Float64Array(cores)
    // The first reading is what the first sample's shares are counted from.
    coreTimes.read(this.#busyBefore, this.#totalBefore)
  }

  write(record: Float64Array): void {
    this.#coreTimes.read(this.#busy, this.#total)
    for (let core = 0; core < this.#coreTimes.cores; core++) {
      const passed = (this.#total[core] as number) - (this.#totalBefore[core] as number)
      const busy = (this.#busy[core] as number) - (this.#busyBefore[core] as number)
      // No tick passed, or the counters were reset: there is no share to tell.
      record[sampleFixedFields + core * coreFields + coreField.busy] =
        passed > 0 && busy >= 0 ? Math.min(1, busy / passed) : NaN
    }
    ;[this.#busyBefore, this.#busy] = [this.#busy, this.#busyBefore]
    ;[this.#totalBefore, this.#total] = [this.#total, this.#totalBefore]
  }
}
