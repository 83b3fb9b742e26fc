import type { TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import { sliceKind } from '../model/slice.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'
import { orderBy } from './order-by.ts'

/** A stretch in which an async task was ready, but another had the loop: it ended when the task ran. */
export interface HeldStretch {
  readonly fromMs: RunMs
  readonly toMs: RunMs
}

/** Finds the stretches in which async tasks were held up for at least `leastMs`, going back in time. */
export class HeldStretches {
  readonly #run: Run
  /** By task: the row of its latest stretch that has not been passed; -1: none is left. */
  readonly #latest: Int32Array
  /** By row: the row of the same task's stretch before. */
  readonly #earlier: Int32Array

  constructor(run: Run, leastMs: Milliseconds) {
    this.#run = run
    const { slices } = run
    const rows = new Int32Array(slices.count)
    let count = 0
    for (let row = 0; row < slices.count; row++) {
      if (slices.kind[row] === sliceKind.ran && (slices.readyMs[row] as number) >= leastMs)
        rows[count++] = row
    }
    this.#latest = new Int32Array(run.tasks.count).fill(-1)
    this.#earlier = new Int32Array(slices.count).fill(-1)
    for (const row of orderBy(rows.subarray(0, count), slices.fromMs)) {
      const task = slices.task[row] as number
      this.#earlier[row] = this.#latest[task] as number
      this.#latest[task] = row
    }
  }

  /**
   * The task's latest stretch that ended before `atMs`; null: there is none. Passes what came after for good: whoever asks goes
   * back in time, and pays for each stretch once.
   */
  before(task: TaskIndex, atMs: RunMs): HeldStretch | null {
    const { slices } = this.#run
    let row = this.#latest[task] as number
    while (row >= 0 && (slices.fromMs[row] as number) >= atMs) row = this.#earlier[row] as number
    this.#latest[task] = row
    if (row < 0) return null
    const toMs = slices.fromMs[row] as number
    return { fromMs: toMs - (slices.readyMs[row] as number), toMs }
  }
}
