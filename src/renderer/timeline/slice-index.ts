import { isCollection } from '#shared/analysis/garbage.ts'
import type { SlotIndex, TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { SliceTable } from '#shared/model/slice.ts'

/** Rows of the slice table in order of their begin. Grows in place; `count` of them are in use. */
export interface RowList {
  rows: Int32Array
  count: number
}

const none = -1

function grown(rows: Int32Array, room: number): Int32Array {
  const larger = new Int32Array(room)
  larger.set(rows)
  return larger
}

/**
 * Finds the slices of a task, and the garbage collections of a slot, in order of time. Slices come in no order and are never
 * taken back, so what was indexed once is not looked at again.
 */
export class SliceIndex {
  readonly #table: SliceTable
  /** By task: its first and last row. */
  readonly #first: Int32Array
  readonly #last: Int32Array
  /** By row: the next one of the same task. */
  #next: Int32Array = new Int32Array(256)
  readonly #collections: readonly RowList[]
  #indexed = 0

  constructor(table: SliceTable, taskCount: number, slotCount: number) {
    this.#table = table
    this.#first = new Int32Array(taskCount).fill(none)
    this.#last = new Int32Array(taskCount).fill(none)
    this.#collections = Array.from({ length: slotCount }, () => ({ rows: new Int32Array(16), count: 0 }))
  }

  /** Takes in the rows that were appended since the last call. */
  extend(): void {
    const { count, kind, task, slot } = this.#table
    if (count > this.#next.length) this.#next = grown(this.#next, Math.max(count, this.#next.length * 2))
    for (let row = this.#indexed; row < count; row++) {
      if (isCollection(kind[row] as number)) this.#addCollection(slot[row] as number, row)
      else this.#addToTask(task[row] as number, row)
    }
    this.#indexed = count
  }

  /** The first slice of a task; -1: it has none. */
  first(task: TaskIndex): number {
    return this.#first[task] ?? none
  }

  /** The slice of the same task that follows; -1: there is none. */
  next(row: number): number {
    return this.#next[row] ?? none
  }

  /** Garbage collections in a slot. */
  collections(slot: SlotIndex): RowList | undefined {
    return this.#collections[slot]
  }

  #addToTask(task: TaskIndex, row: number): void {
    if (!(task >= 0 && task < this.#first.length)) return
    const { fromMs } = this.#table
    const atMs = fromMs[row] as number
    const last = this.#last[task] as number
    if (last === none) {
      this.#first[task] = row
      this.#last[task] = row
      this.#next[row] = none
    } else if ((fromMs[last] as number) <= atMs) {
      this.#next[last] = row
      this.#next[row] = none
      this.#last[task] = row
    } else {
      // Of the same task, but drained later: rare, so it may walk.
      let before = none
      let after = this.#first[task] as number
      while ((fromMs[after] as number) <= atMs) {
        before = after
        after = this.#next[after] as number
      }
      this.#next[row] = after
      if (before === none) this.#first[task] = row
      else this.#next[before] = row
    }
  }

  #addCollection(slot: SlotIndex, row: number): void {
    const list = this.#collections[slot]
    if (list === undefined) return
    if (list.count === list.rows.length) list.rows = grown(list.rows, list.count * 2)
    const { fromMs } = this.#table
    let at = list.count++
    while (at > 0 && (fromMs[list.rows[at - 1] as number] as number) > (fromMs[row] as number)) {
      list.rows[at] = list.rows[at - 1] as number
      at--
    }
    list.rows[at] = row
  }
}

const indexes = new WeakMap<SliceTable, SliceIndex>()

/** The index of a run's slices, up to the last one that was recorded. */
export function sliceIndexOf({ slices, tasks, header }: Run): SliceIndex {
  let index = indexes.get(slices)
  if (index === undefined) {
    index = new SliceIndex(slices, tasks.count, header.slots.length)
    indexes.set(slices, index)
  }
  index.extend()
  return index
}

/** Position of the first row in a list that begins after `atMs`; the list's `count` when none does. */
export function firstRowAfter({ rows, count }: RowList, { fromMs }: SliceTable, atMs: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((fromMs[rows[middle] as number] as number) <= atMs) low = middle + 1
    else high = middle
  }
  return low
}
