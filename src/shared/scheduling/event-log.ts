import type { TaskIndex } from '../model/ids.ts'
import { eventField, eventWidth } from '../model/task-event.ts'
import type { RunMs } from '../model/units.ts'

/** The scheduler's own task events, in the layout of the threads' rings. It and its reader share a thread, so it grows. */
export class EventLog {
  #records = new Float64Array(1024 * eventWidth)
  #length = 0

  append(kind: number, task: TaskIndex, atMs: RunMs, value = NaN): void {
    const at = this.#length
    if (at === this.#records.length) {
      const grown = new Float64Array(at * 2)
      grown.set(this.#records)
      this.#records = grown
    }
    const records = this.#records
    records[at + eventField.kind] = kind
    records[at + eventField.task] = task
    records[at + eventField.atMs] = atMs
    records[at + eventField.slot] = -1
    records[at + eventField.value] = value
    records[at + eventField.onCpuMs] = NaN
    records[at + eventField.readyMs] = NaN
    records[at + eventField.timerMs] = NaN
    records[at + eventField.ioMs] = NaN
    this.#length = at + eventWidth
  }

  /** Doubles that wait to be taken. */
  get length(): number {
    return this.#length
  }

  /** Copies all records to `target` from `offset` on and forgets them. Gives the number of doubles copied. */
  drainInto(target: Float64Array, offset: number): number {
    const length = this.#length
    target.set(this.#records.subarray(0, length), offset)
    this.#length = 0
    return length
  }
}
