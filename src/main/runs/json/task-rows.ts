import type { Plan } from '#shared/model/plan.ts'
import { stateCode, taskStates, type TaskFailure } from '#shared/model/task.ts'
import { createTaskTable, type TaskTable } from '#shared/model/task-table.ts'
import { mostTasks } from '../reading/run-parts-schema.ts'
import { taskMeasures } from '../reading/task-measures.ts'
import { GrowingNumbers } from './growing-numbers.ts'
import { asRow, measureOrNaN, refuseCell, wholeNumber, wordIn, type RowPlace } from './row-cells.ts'

const states = new Map<string, number>(taskStates.map((state) => [state, stateCode[state]]))
const succeeded = stateCode.succeeded

function readFailure(place: RowPlace, value: unknown): TaskFailure | null {
  if (value === null || value === undefined) return null
  const { name, message } = value as Partial<Record<keyof TaskFailure, unknown>>
  if (typeof name === 'string' && typeof message === 'string') return { name, message }
  return refuseCell(place, 'failure', 'null, or an object with the texts name and message', value)
}

/** The rows of `tasks` of a report, checked one by one and gathered as columns. */
export class TaskRows {
  readonly #what: string
  readonly #measures = taskMeasures.map((name) => ({ name, column: new GrowingNumbers() }))
  readonly #state = new GrowingNumbers()
  readonly #slot = new GrowingNumbers()
  readonly #starts = new GrowingNumbers()
  readonly #progress = new GrowingNumbers()
  readonly #checksum = new GrowingNumbers()
  readonly #failures = new Map<number, TaskFailure>()

  constructor(what: string) {
    this.#what = what
  }

  get count(): number {
    return this.#state.count
  }

  get failures(): ReadonlyMap<number, TaskFailure> {
    return this.#failures
  }

  /** Adds the next row. Throws an `InputError` that names its field. */
  add(position: number, value: unknown): void {
    const place = { what: this.#what, list: 'tasks', position }
    const row = asRow(place, value)
    if (position >= mostTasks) refuseCell(place, '', `at most ${mostTasks} tasks`, position + 1)
    if (row['id'] !== position) refuseCell(place, 'id', `${position}, its place in the plan`, row['id'])
    const state = wordIn(place, row, 'outcome', states)
    this.#state.add(state)
    // Whether there is such a slot shows when all of the document is read.
    this.#slot.add(wholeNumber(place, row, 'slot', { min: 0, max: 32_767, ifNull: -1 }))
    this.#starts.add(wholeNumber(place, row, 'starts', { min: 0, max: 255 }))
    for (const { name, column } of this.#measures) column.add(measureOrNaN(place, row, name))
    // Reports of earlier versions do not tell progress; of what succeeded it is known.
    const progress = measureOrNaN(place, row, 'progress')
    this.#progress.add(Number.isNaN(progress) ? Number(state === succeeded) : progress)
    this.#checksum.add(this.#checksumOf(place, row['checksum']))
    const failure = readFailure(place, row['failure'])
    if (failure !== null) this.#failures.set(position, failure)
  }

  #checksumOf(place: RowPlace, value: unknown): number {
    if (value === null || value === undefined) return NaN
    if (Number.isFinite(value)) return value as number
    return refuseCell(place, 'checksum', 'a number or null', value)
  }

  /** The table, of a plan that has as many tasks as rows have come. Throws an `InputError` on a slot that the run does not have. */
  table(plan: Plan, slots: number): TaskTable {
    const table = createTaskTable(plan)
    const slotOf = this.#slot.values
    const stray = slotOf.findIndex((slot) => slot >= slots)
    if (stray >= 0) {
      const place = { what: this.#what, list: 'tasks', position: stray }
      refuseCell(place, 'slot', `one of the run’s ${slots} slots, counted from 0`, slotOf[stray])
    }
    table.slot.set(slotOf)
    table.state.set(this.#state.values)
    table.starts.set(this.#starts.values)
    table.progress.set(this.#progress.values)
    table.checksum.set(this.#checksum.values)
    for (const { name, column } of this.#measures) table[name].set(column.values)
    return table
  }
}
