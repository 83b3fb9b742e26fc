import type { SlotIndex, TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import type { ExecutorId } from '../model/strategy.ts'
import type { RunMs } from '../model/units.ts'
import { orderBy } from './order-by.ts'

function lists(keys: Int32Array, tasks: Int32Array, howMany: number): Int32Array[] {
  const sizes = new Int32Array(howMany)
  for (const key of keys) sizes[key] = (sizes[key] as number) + 1
  const result = Array.from(sizes, (size) => new Int32Array(size))
  const taken = new Int32Array(howMany)
  for (let at = 0; at < tasks.length; at++) {
    const key = keys[at] as number
    ;(result[key] as Int32Array)[taken[key] as number] = tasks[at] as number
    taken[key] = (taken[key] as number) + 1
  }
  return result
}

/** The tasks that ran and ended, in order of their ends: of the run, of each slot and of each executor. */
export class EndedTasks {
  /** All of them. */
  readonly inOrder: Int32Array
  readonly #finishedMs: Float64Array
  /** By task: its position in `inOrder`. */
  readonly #rank: Int32Array
  readonly #bySlot: readonly Int32Array[]
  readonly #executors: readonly ExecutorId[]
  readonly #byExecutor: readonly Int32Array[]

  constructor(run: Run) {
    const { tasks, header } = run
    this.#finishedMs = tasks.finishedMs
    const rows = new Int32Array(tasks.count)
    let count = 0
    for (let task = 0; task < tasks.count; task++) {
      const slot = tasks.slot[task] as number
      const ran = !Number.isNaN(tasks.startedMs[task]) && !Number.isNaN(tasks.finishedMs[task])
      if (ran && slot >= 0 && slot < header.slots.length) rows[count++] = task
    }
    this.inOrder = orderBy(rows.subarray(0, count), tasks.finishedMs)
    this.#rank = new Int32Array(tasks.count).fill(-1)
    this.inOrder.forEach((task, rank) => (this.#rank[task] = rank))
    const slotOf = Int32Array.from(this.inOrder, (task) => tasks.slot[task] as number)
    this.#bySlot = lists(slotOf, this.inOrder, header.slots.length)
    this.#executors = [...new Set(header.slots.map(({ executor }) => executor))]
    const executorOfSlot = header.slots.map(({ executor }) => this.#executors.indexOf(executor))
    this.#byExecutor = lists(
      slotOf.map((slot) => executorOfSlot[slot] as number),
      this.inOrder,
      this.#executors.length,
    )
  }

  /** The task that ended last by then on the slot, and in order of ends before `before`; -1: none did. */
  lastOnSlot(slot: SlotIndex, atMs: RunMs, before: TaskIndex): TaskIndex {
    return this.#last(this.#bySlot[slot], atMs, this.#rank[before] as number)
  }

  /** Likewise on the executor. */
  lastOnExecutor(executor: ExecutorId, atMs: RunMs, before: TaskIndex): TaskIndex {
    return this.#last(this.#byExecutor[this.#executors.indexOf(executor)], atMs, this.#rank[before] as number)
  }

  /** Likewise in the whole run, whatever came after. */
  last(atMs: RunMs): TaskIndex {
    return this.#last(this.inOrder, atMs, Infinity)
  }

  #last(list: Int32Array | undefined, atMs: RunMs, beforeRank: number): TaskIndex {
    if (list === undefined) return -1
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      const task = list[middle] as number
      const isEarly = (this.#finishedMs[task] as number) <= atMs && (this.#rank[task] as number) < beforeRank
      if (isEarly) low = middle + 1
      else high = middle
    }
    return low === 0 ? -1 : (list[low - 1] as number)
  }
}
