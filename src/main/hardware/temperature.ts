import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleField } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { parseNumber, tryToOpen, type OpenProcFile, type ProcFile } from './proc-file.ts'
import type { SampleSource } from './sample-source.ts'
import { SlowClock } from './slow-reading.ts'

const millidegreesPerDegree = 1000

/** Zones that are the processor's by their name: Intel's package, AMD's Tctl, and what boards with ARM cores call theirs. */
const processorZone = /^(x86_pkg_temp|coretemp|k10temp|zenpower|cpu|soc)/i

function listZones(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith('thermal_zone'))
  } catch {
    // No such thing on this platform.
    return []
  }
}

function isProcessors(zone: string): boolean {
  try {
    return processorZone.test(readFileSync(join(zone, 'type'), 'latin1'))
  } catch {
    return false
  }
}

/** The processor's hottest zone. Linux: `/sys/class/thermal/thermal_zone<N>/temp`, in thousandths of a degree. */
export class Temperature implements SampleSource {
  readonly #files: readonly ProcFile[]
  readonly #clock = new SlowClock()
  readonly #bytes = new Uint8Array(32)
  #latestCelsius = NaN

  constructor(open: OpenProcFile, folder = '/sys/class/thermal') {
    this.#files = listZones(folder)
      .map((name) => join(folder, name))
      .filter(isProcessors)
      .flatMap((zone) => tryToOpen(open, join(zone, 'temp')) ?? [])
  }

  /** False where the machine does not tell, as in most virtual ones. */
  get isThere(): boolean {
    return this.#files.length > 0
  }

  write(record: Float64Array, atMs: Milliseconds): void {
    if (this.#clock.isDue(atMs)) this.#latestCelsius = this.#readHottest()
    record[sampleField.temperatureCelsius] = this.#latestCelsius
  }

  #readHottest(): number {
    let hottest = NaN
    for (const file of this.#files) {
      try {
        const celsius = parseNumber(this.#bytes, file.read(this.#bytes), 0) / millidegreesPerDegree
        if (!(celsius <= hottest) && !Number.isNaN(celsius)) hottest = celsius
      } catch {
        // A zone that is switched off answers with an error.
      }
    }
    return hottest
  }
}
