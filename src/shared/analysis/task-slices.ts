import type { TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import { orderBy } from './order-by.ts'

/** Finds the slices of a task. */
export class TaskSlices {
  /** By task: where its rows begin; one more at the end. */
  readonly #begin: Int32Array
  readonly #rows: Int32Array

  constructor(run: Run) {
    const { slices, tasks } = run
    const begin = new Int32Array(tasks.count + 1)
    const isOfTask = (row: number): boolean =>
      (slices.task[row] as number) >= 0 && (slices.task[row] as number) < tasks.count
    let count = 0
    for (let row = 0; row < slices.count; row++) {
      if (!isOfTask(row)) continue
      const next = (slices.task[row] as number) + 1
      begin[next] = (begin[next] as number) + 1
      count++
    }
    for (let task = 0; task < tasks.count; task++)
      begin[task + 1] = (begin[task + 1] as number) + (begin[task] as number)
    this.#begin = begin
    this.#rows = new Int32Array(count)
    const free = begin.slice()
    for (const row of orderBy(
      Int32Array.from({ length: slices.count }, (_, at) => at),
      slices.fromMs,
    )) {
      if (!isOfTask(row)) continue
      const task = slices.task[row] as number
      this.#rows[free[task] as number] = row
      free[task] = (free[task] as number) + 1
    }
  }

  /** Rows of the slice table, in order of time. */
  of(task: TaskIndex): Int32Array {
    return this.#rows.subarray(this.#begin[task], this.#begin[task + 1])
  }
}
