import { eventField, eventWidth, isSliceKind } from '#shared/model/task-event.ts'

/** Which tasks have changed since they were last written. */
export class TaskChanges {
  readonly #isMarked: Uint8Array
  readonly #rows: Int32Array
  #count = 0

  constructor(taskCount: number) {
    this.#isMarked = new Uint8Array(taskCount)
    this.#rows = new Int32Array(taskCount)
  }

  /** Marks the tasks that event records tell of; slices change none. The records must have been folded: their tasks exist. */
  mark(events: Float64Array): void {
    for (let at = 0; at < events.length; at += eventWidth) {
      if (isSliceKind(events[at + eventField.kind] as number)) continue
      const task = events[at + eventField.task] as number
      if (this.#isMarked[task] === 1) continue
      this.#isMarked[task] = 1
      this.#rows[this.#count++] = task
    }
  }

  /** Those that are marked, each once, and none from now on. Valid until the next mark. */
  take(): Int32Array {
    const rows = this.#rows.subarray(0, this.#count)
    for (const task of rows) this.#isMarked[task] = 0
    this.#count = 0
    return rows
  }
}
