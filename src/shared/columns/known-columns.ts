import { reference, type Reference } from './column-format.ts'

/** The columns of a table that are known already, to writer and reader alike: what the next ones are guessed from. */
export class KnownColumns {
  readonly rows: number
  /** Columns of the tasks that the rows of another table belong to; null for the tasks themselves. */
  readonly #tasks: KnownColumns | null
  readonly #columns = new Map<string, Float64Array>()
  #rowBefore: Int32Array | null = null
  #slotBefore: Int32Array | null = null

  constructor(rows: number, tasks: KnownColumns | null = null) {
    this.rows = rows
    this.#tasks = tasks
  }

  /** The nearest row before each that has the same slot, -1: none; null as long as slots are not known. */
  get slotBefore(): Int32Array | null {
    return this.#slotBefore
  }

  /** The row that each row is counted from, -1: none; null: no row is. */
  referredRows(kind: Reference): Int32Array | null {
    if (kind === reference.none) return null
    if (kind === reference.slotBefore) return this.#slotBefore
    this.#rowBefore ??= rowsBefore(this.rows)
    return this.#rowBefore
  }

  add(name: string, values: Float64Array): void {
    this.#columns.set(name, values)
    if (name === 'slot') this.#slotBefore = rowsOfSameSlot(values)
  }

  /** Throws for a column that comes later: layouts list columns after what they are guessed from. */
  column(name: string): Float64Array {
    const values = this.#columns.get(name)
    if (values === undefined) throw new Error(`Expected the column ${name} to come first`)
    return values
  }

  /** For each row, the value that its task has in a column of the tasks; NaN where it has none. */
  ofTask(name: string): Float64Array {
    const values = this.#tasks?.column(name)
    const tasks = this.column('task')
    const found = new Float64Array(this.rows).fill(NaN)
    if (values === undefined) return found
    for (let row = 0; row < this.rows; row++) {
      const task = tasks[row] as number
      if (task >= 0 && task < values.length) found[row] = values[task] as number
    }
    return found
  }
}

function rowsBefore(rows: number): Int32Array {
  const before = new Int32Array(rows)
  for (let row = 0; row < rows; row++) before[row] = row - 1
  return before
}

function rowsOfSameSlot(slots: Float64Array): Int32Array {
  const last = new Map<number, number>()
  const before = new Int32Array(slots.length)
  for (let row = 0; row < slots.length; row++) {
    const slot = slots[row] as number
    before[row] = last.get(slot) ?? -1
    last.set(slot, row)
  }
  return before
}
