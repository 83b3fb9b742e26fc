import type { Plan } from '#shared/model/plan.ts'
import { createTaskTable, type TaskTable } from '#shared/model/task-table.ts'
import type { Columns } from '../arrow/column-spec.ts'
import { taskColumns } from '../arrow/run-columns.ts'
import { findNoMeasure, findOutside, type RowProblem } from './column-checks.ts'
import type { RowBytes, TableTaker } from './read-table.ts'
import { taskMeasures } from './task-measures.ts'

type TaskColumns = Columns<typeof taskColumns>

/** Its values are 86; what marks those that are not known comes on top. */
export const taskRowBytes: RowBytes = { least: 80, most: 400 }

/** Takes the rows of `tasks.arrows`: the last one of a task counts. */
export class TaskTaker implements TableTaker<typeof taskColumns> {
  readonly spec = taskColumns
  readonly table: TaskTable
  readonly #slots: number
  /** Each task once, in the order of the plan: so it is in runs that are over. */
  readonly #isInOrder: boolean
  #rows = 0

  constructor(plan: Plan, slots: number, isInOrder: boolean) {
    this.table = createTaskTable(plan)
    this.#slots = slots
    this.#isInOrder = isInOrder
  }

  check(columns: TaskColumns, count: number): RowProblem | null {
    const { table } = this
    const slotWords = `one of the run’s ${this.#slots} slots, counted from 0, or null`
    return (
      this.#findStray(columns, count) ??
      findOutside('slot', columns.slot, count, { min: -1, max: this.#slots - 1, of: slotWords }) ??
      taskMeasures.reduce<RowProblem | null>(
        (found, name) => found ?? findNoMeasure(name, columns[name], count, true),
        null,
      ) ??
      findInfinite(columns.checksum, count) ??
      findNoMeasure('progress', columns.progress, count, false) ??
      findOtherGroup(columns, table, count)
    )
  }

  add(columns: TaskColumns, count: number): void {
    const { table } = this
    if (this.#isInOrder) this.#addInOrder(columns, count)
    else {
      for (let row = 0; row < count; row++) {
        const task = columns.task[row] as number
        table.state[task] = columns.state[row] as number
        table.slot[task] = columns.slot[row] as number
        table.starts[task] = columns.starts[row] as number
        table.progress[task] = columns.progress[row] as number
        table.checksum[task] = columns.checksum[row] as number
        for (const name of taskMeasures) table[name][task] = columns[name][row] as number
      }
    }
    this.#rows += count
  }

  #addInOrder(columns: TaskColumns, count: number): void {
    const { table } = this
    const from = this.#rows
    table.state.set(columns.state.subarray(0, count), from)
    table.slot.set(columns.slot.subarray(0, count), from)
    table.starts.set(columns.starts.subarray(0, count), from)
    table.progress.set(columns.progress.subarray(0, count), from)
    table.checksum.set(columns.checksum.subarray(0, count), from)
    for (const name of taskMeasures) table[name].set(columns[name].subarray(0, count), from)
  }

  #findStray({ task }: TaskColumns, count: number): RowProblem | null {
    const tasks = this.table.count
    for (let row = 0; row < count; row++) {
      const value = task[row] as number
      const due = this.#rows + row
      if (this.#isInOrder ? value === due : value >= 0 && value < tasks) continue
      const expected = this.#isInOrder
        ? `${due}, its place in the plan`
        : `one of the run’s ${tasks} tasks, counted from 0`
      return { row, field: 'task', expected, got: value }
    }
    return null
  }
}

function findInfinite(values: Float64Array, count: number): RowProblem | null {
  for (let row = 0; row < count; row++) {
    const value = values[row] as number
    if (Math.abs(value) === Infinity)
      return { row, field: 'checksum', expected: 'a number or null', got: value }
  }
  return null
}

/** Of tasks that the plan has. */
function findOtherGroup({ task, group }: TaskColumns, table: TaskTable, count: number): RowProblem | null {
  for (let row = 0; row < count; row++) {
    const planned = table.group[task[row] as number] as number
    const got = group[row] as number
    if (got !== planned) return { row, field: 'group', expected: `${planned}, as planned`, got }
  }
  return null
}
