import type { TaskIndex } from '#shared/model/ids.ts'
import type { TaskFailure } from '#shared/model/task.ts'
import type { Columns } from '../arrow/column-spec.ts'
import { failureColumns } from '../arrow/run-columns.ts'
import { findOutside, type RowProblem } from './column-checks.ts'
import type { RowBytes, TableTaker } from './read-table.ts'

type FailureColumns = Columns<typeof failureColumns>

/** A task's position, the ends of two texts, and the texts. */
export const failureRowBytes: RowBytes = { least: 12, most: 1 << 20 }

/** Takes the rows of `failures.arrows`. */
export class FailureTaker implements TableTaker<typeof failureColumns> {
  readonly spec = failureColumns
  readonly failures = new Map<TaskIndex, TaskFailure>()
  readonly #tasks: number

  constructor(tasks: number) {
    this.#tasks = tasks
  }

  check(columns: FailureColumns, count: number): RowProblem | null {
    const of = `one of the run’s ${this.#tasks} tasks, counted from 0`
    return findOutside('task', columns.task, count, { min: 0, max: this.#tasks - 1, of })
  }

  add({ task, name, message }: FailureColumns, count: number): void {
    for (let row = 0; row < count; row++)
      this.failures.set(task[row] as number, { name: name[row] ?? '', message: message[row] ?? '' })
  }
}
