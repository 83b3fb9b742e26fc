import { sampleField } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { readWatchingMs, takeLoopDelayMs } from '../platform/loop-beat.ts'
import type { SampleSource } from './sample-source.ts'

/**
 * How late the loops were: the main thread's, and the one that tasks share, where there is one; and what watching the latter costs.
 * The only reader of both beats.
 */
export class LoopDelays implements SampleSource {
  readonly #mainBeats: Float64Array
  readonly #taskBeats: Float64Array | null

  constructor(mainBeats: Float64Array, taskBeats: Float64Array | null) {
    this.#mainBeats = mainBeats
    this.#taskBeats = taskBeats
    // What was left in them is of the run before.
    takeLoopDelayMs(mainBeats, 0, 0)
    if (taskBeats !== null) takeLoopDelayMs(taskBeats, 0, 0)
  }

  write(record: Float64Array, atMs: Milliseconds): void {
    record[sampleField.mainLoopDelayMs] = takeLoopDelayMs(this.#mainBeats, 0, atMs)
    if (this.#taskBeats === null) return
    record[sampleField.taskLoopDelayMs] = takeLoopDelayMs(this.#taskBeats, 0, atMs)
    record[sampleField.anatomyCpuMs] = readWatchingMs(this.#taskBeats, 0)
  }
}
