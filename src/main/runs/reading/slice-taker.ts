import type { SliceTable } from '#shared/model/slice.ts'
import type { Columns } from '../arrow/column-spec.ts'
import { firstSliceCode, sliceColumns } from '../arrow/run-columns.ts'
import { findNoMeasure, findOutside, type RowProblem } from './column-checks.ts'
import { Pieces } from './pieces.ts'
import type { RowBytes, TableTaker } from './read-table.ts'

type SliceColumns = Columns<typeof sliceColumns>

/** Its values are 31; one that comes alone in its batch has the whole beginning of that on top. */
export const sliceRowBytes: RowBytes = { least: 27, most: 4096 }

/** Takes the rows of `slices.arrows`. */
export class SliceTaker implements TableTaker<typeof sliceColumns> {
  readonly spec = sliceColumns
  readonly #tasks: number
  readonly #slots: number
  readonly #pieces = new Pieces<SliceColumns>()

  constructor(tasks: number, slots: number) {
    this.#tasks = tasks
    this.#slots = slots
  }

  check(columns: SliceColumns, count: number): RowProblem | null {
    const tasks = {
      min: -1,
      max: this.#tasks - 1,
      of: `one of the run’s ${this.#tasks} tasks, counted from 0, or null`,
    }
    const slots = {
      min: 0,
      max: this.#slots - 1,
      of: `one of the run’s ${this.#slots} slots, counted from 0`,
    }
    return (
      findOutside('task', columns.task, count, tasks) ??
      findOutside('slot', columns.slot, count, slots) ??
      findNoMeasure('fromMs', columns.fromMs, count, false) ??
      findNoMeasure('toMs', columns.toMs, count, false) ??
      findNoMeasure('onCpuMs', columns.onCpuMs, count, true) ??
      findNoMeasure('readyMs', columns.readyMs, count, true)
    )
  }

  add(columns: SliceColumns, count: number): void {
    this.#pieces.add(columns, count)
  }

  table(leftOut: number): SliceTable {
    const pieces = this.#pieces
    const { count } = pieces
    const kind = pieces.join(new Uint8Array(count), ({ kind }) => kind)
    for (let row = 0; row < count; row++) kind[row] = (kind[row] as number) + firstSliceCode
    return {
      count,
      kind,
      task: pieces.join(new Int32Array(count), ({ task }) => task),
      slot: pieces.join(new Int16Array(count), ({ slot }) => slot),
      fromMs: pieces.join(new Float64Array(count), ({ fromMs }) => fromMs),
      toMs: pieces.join(new Float64Array(count), ({ toMs }) => toMs),
      onCpuMs: pieces.join(new Float32Array(count), ({ onCpuMs }) => onCpuMs),
      readyMs: pieces.join(new Float32Array(count), ({ readyMs }) => readyMs),
      leftOut,
    }
  }
}
