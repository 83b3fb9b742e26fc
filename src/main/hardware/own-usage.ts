import process from 'node:process'
import { sampleField } from '#shared/model/sample.ts'
import type { ThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import type { SampleSource } from './sample-source.ts'
import type { ThreadWatch } from './thread-times.ts'

/** What the whole process has used, all its threads together: the system's own accounting of it. */
export interface ProcessUsage {
  readonly userCPUTime: number
  readonly systemCPUTime: number
  readonly majorPageFault: number
}

/** What Taskscope itself costs. */
export class OwnUsage implements SampleSource {
  readonly #processUsage: () => ProcessUsage
  readonly #mainThread: ThreadWatch
  readonly #sampler: ThreadCpuClock
  readonly #windowCpuMs: Float64Array

  /** `windowCpuMs` is one double in shared memory, which somebody else keeps up to date; `sampler` is the calling thread's clock. */
  constructor(
    mainThread: ThreadWatch,
    sampler: ThreadCpuClock,
    windowCpuMs: Float64Array,
    processUsage = (): ProcessUsage => process.resourceUsage(),
  ) {
    this.#processUsage = processUsage
    this.#mainThread = mainThread
    this.#sampler = sampler
    this.#windowCpuMs = windowCpuMs
  }

  write(record: Float64Array): void {
    const { userCPUTime, systemCPUTime, majorPageFault } = this.#processUsage()
    // They come in microseconds.
    record[sampleField.processCpuMs] = (userCPUTime + systemCPUTime) / 1000
    record[sampleField.majorFaults] = majorPageFault
    if (this.#mainThread.read()) record[sampleField.mainThreadCpuMs] = this.#mainThread.onCpuMs
    this.#sampler.read()
    record[sampleField.samplerCpuMs] = this.#sampler.onCpuMs
    record[sampleField.windowCpuMs] = this.#windowCpuMs[0] as number
  }
}
