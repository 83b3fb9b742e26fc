import type { TaskIndex } from '#shared/model/ids.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import type { Search } from './search.svelte.ts'
import { orderTasks, type ExtraColumn, type SortKey, type Sorting } from './task-order.ts'

/** More tasks than this are not sorted again and again while they run. */
const mostSortedLive = 100_000
const noTasks = new Int32Array(0)

interface Source {
  readonly run: Run
  readonly summary: RunSummary | null
  readonly sorting: Sorting
  readonly matches: Uint8Array | null
}

/** The order of the task table, which is also the order in which the keyboard moves from task to task. */
export class TaskList {
  #sorting = $state.raw<Sorting>({ key: 'name', isDescending: false })
  #order = $state.raw<Int32Array>(noTasks)
  /** Columns beyond the usual ones, in the order in which they are offered. */
  extraColumns = $state.raw<readonly ExtraColumn[]>([])
  readonly #search: Search
  /** What the order was made from. */
  #source: Source | null = null

  constructor(search: Search) {
    this.#search = search
  }

  get sorting(): Sorting {
    return this.#sorting
  }

  get order(): Int32Array {
    return this.#order
  }

  /** Sorts by a column, or turns its order around. */
  sortBy(key: SortKey): void {
    const isDescending = this.#sorting.key === key ? !this.#sorting.isDescending : false
    this.#sorting = { key, isDescending }
  }

  /** To be called when the run, its summary, the query or the sorting have changed. */
  refresh(run: Run | null, summary: RunSummary | null): void {
    const sorting = this.#sorting
    const matches = this.#search.matches
    if (run === null) {
      this.#order = noTasks
      this.#source = null
      return
    }
    const source = this.#source
    const isSameView =
      source?.run.tasks === run.tasks && source.sorting === sorting && source.matches === matches
    // The plan's order does not change while the tasks run.
    if (isSameView && sorting.key === 'name') return
    if (isSameView && run.tasks.count > mostSortedLive && !isOver(run.phase)) return
    // The summary is derived a few times a second: that is often enough for the order, too.
    if (isSameView && source.summary === summary) return
    this.#source = { run, summary, sorting, matches }
    this.#order = orderTasks(run, sorting, matches)
  }

  /** The task `steps` rows from this one; the first or last where there is none. Null: the list is empty. */
  neighbour(task: TaskIndex | null, steps: number): TaskIndex | null {
    if (this.#order.length === 0) return null
    const at = task === null ? -1 : this.#order.indexOf(task)
    const position = at === -1 ? 0 : Math.min(this.#order.length - 1, Math.max(0, at + steps))
    return this.#order[position] ?? null
  }
}
