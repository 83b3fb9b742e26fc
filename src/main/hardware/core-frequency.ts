import { coreField, coreFields, sampleFixedFields } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { parseNumber, tryToOpen, type OpenProcFile, type ProcFile } from './proc-file.ts'
import type { SampleSource } from './sample-source.ts'
import { SlowClock } from './slow-reading.ts'

const kilohertzPerMegahertz = 1000

/** Linux: `/sys/devices/system/cpu/cpu<N>/cpufreq/scaling_cur_freq`, in kHz (kernel documentation, cpufreq). */
export class CoreFrequency implements SampleSource {
  readonly #files: readonly (ProcFile | null)[]
  readonly #latestMhz: Float64Array
  readonly #clock = new SlowClock()
  readonly #bytes = new Uint8Array(32)

  /** `cores` names the core of each row. */
  constructor(cores: readonly number[], open: OpenProcFile, folder = '/sys/devices/system/cpu') {
    this.#files = cores.map((core) => tryToOpen(open, `${folder}/cpu${core}/cpufreq/scaling_cur_freq`))
    this.#latestMhz = new Float64Array(cores.length).fill(NaN)
  }

  /** False where the machine does not tell, as in most virtual ones. */
  get isThere(): boolean {
    return this.#files.some((file) => file !== null)
  }

  write(record: Float64Array, atMs: Milliseconds): void {
    const isDue = this.#clock.isDue(atMs)
    for (let core = 0; core < this.#files.length; core++) {
      if (isDue) this.#latestMhz[core] = this.#readMhz(this.#files[core] ?? null)
      record[sampleFixedFields + core * coreFields + coreField.frequencyMhz] = this.#latestMhz[core] as number
    }
  }

  #readMhz(file: ProcFile | null): number {
    if (file === null) return NaN
    try {
      return parseNumber(this.#bytes, file.read(this.#bytes), 0) / kilohertzPerMegahertz
    } catch {
      // The core went offline.
      return NaN
    }
  }
}
