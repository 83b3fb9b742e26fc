import { readdirSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { sampleField } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { parseNumber, tryToOpen, type OpenProcFile, type ProcFile } from './proc-file.ts'
import type { SampleSource } from './sample-source.ts'
import { SlowClock } from './slow-reading.ts'

/** What the system told the app of, in shared memory: positions of doubles. */
export const toldEvent = { asleepMs: 0, throttles: 1 } as const
export const toldEventCount = 2

/** Shared memory of a system that never says anything: of sleep none, of heat nothing known. */
export function nothingTold(): Float64Array {
  const told = new Float64Array(new SharedArrayBuffer(toldEventCount * Float64Array.BYTES_PER_ELEMENT))
  told[toldEvent.throttles] = NaN
  return told
}

/** Two clocks that are read one after the other, one of them in hundredths of a second, differ by less. */
const shortestSleepMs: Milliseconds = 500

/** Reads a clock that goes on while the machine sleeps, in ms. */
export type BootClock = () => Milliseconds

/**
 * A clock that goes on while the machine sleeps: on Linux the time since it was started (CLOCK_BOOTTIME), which `performance.now()`
 * (CLOCK_MONOTONIC) falls behind of by as much as the machine sleeps. Null elsewhere: there the one has no such difference to the other.
 */
export function openBootClock(platform: NodeJS.Platform = process.platform): BootClock | null {
  return platform === 'linux' ? () => uptime() * 1000 : null
}

/** How long the machine slept within each sample's interval: what its own clocks tell, or else what the system told the app. */
export class Sleep implements SampleSource {
  readonly #bootClock: BootClock | null
  readonly #told: Float64Array
  #behindMs = NaN
  #toldMs: Milliseconds

  constructor(bootClock: BootClock | null, told: Float64Array) {
    this.#bootClock = bootClock
    this.#told = told
    this.#toldMs = told[toldEvent.asleepMs] as number
  }

  write(record: Float64Array, atMs: Milliseconds): void {
    const behindMs = this.#bootClock === null ? NaN : this.#bootClock() - atMs
    const byClockMs = behindMs - this.#behindMs
    // The largest so far: the clock's own step must not add up to a sleep.
    if (!(byClockMs < shortestSleepMs)) this.#behindMs = behindMs
    const toldMs = this.#told[toldEvent.asleepMs] as number
    const byWordMs = toldMs - this.#toldMs
    this.#toldMs = toldMs
    record[sampleField.asleepMs] = byClockMs >= shortestSleepMs ? byClockMs : byWordMs
  }
}

function listCores(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^cpu\d+$/.test(name))
  } catch {
    // No such thing on this platform.
    return []
  }
}

/**
 * How often the processors were held back for heat so far. Linux: `/sys/devices/system/cpu/cpu<N>/thermal_throttle/core_throttle_count`
 * (kernel documentation, ABI/stable/sysfs-devices-system-cpu); elsewhere what the system told the app.
 */
export class Throttling implements SampleSource {
  readonly #files: readonly ProcFile[]
  readonly #told: Float64Array
  readonly #clock = new SlowClock()
  readonly #bytes = new Uint8Array(32)
  #latest = NaN

  constructor(open: OpenProcFile, told: Float64Array, folder = '/sys/devices/system/cpu') {
    this.#told = told
    this.#files = listCores(folder).flatMap(
      (core) => tryToOpen(open, join(folder, core, 'thermal_throttle', 'core_throttle_count')) ?? [],
    )
  }

  write(record: Float64Array, atMs: Milliseconds): void {
    if (this.#files.length === 0) {
      record[sampleField.throttles] = this.#told[toldEvent.throttles] as number
      return
    }
    if (this.#clock.isDue(atMs)) this.#latest = this.#count()
    record[sampleField.throttles] = this.#latest
  }

  #count(): number {
    let count = 0
    for (const file of this.#files) {
      try {
        const ofCore = parseNumber(this.#bytes, file.read(this.#bytes), 0)
        if (!Number.isNaN(ofCore)) count += ofCore
      } catch {
        // The core went offline.
      }
    }
    return count
  }
}
