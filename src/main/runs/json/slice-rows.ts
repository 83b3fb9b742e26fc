import { mostSlices, sliceKind, type SliceKind, type SliceTable } from '#shared/model/slice.ts'
import { GrowingNumbers } from './growing-numbers.ts'
import { asRow, measure, measureOrNaN, refuseCell, wholeNumber, wordIn } from './row-cells.ts'

const kinds = new Map<string, number>(
  (Object.keys(sliceKind) as SliceKind[]).map((name) => [name, sliceKind[name]]),
)
const none = -1

/** The rows of `slices` of a report, checked one by one and gathered as columns. */
export class SliceRows {
  readonly #what: string
  readonly #kind = new GrowingNumbers()
  readonly #task = new GrowingNumbers()
  readonly #slot = new GrowingNumbers()
  readonly #fromMs = new GrowingNumbers()
  readonly #toMs = new GrowingNumbers()
  readonly #onCpuMs = new GrowingNumbers()
  readonly #readyMs = new GrowingNumbers()

  constructor(what: string) {
    this.#what = what
  }

  /** Adds the next row. Throws an `InputError` that names its field. */
  add(position: number, value: unknown): void {
    const place = { what: this.#what, list: 'slices', position }
    const row = asRow(place, value)
    if (position >= mostSlices) refuseCell(place, '', `at most ${mostSlices} slices`, position + 1)
    this.#kind.add(wordIn(place, row, 'kind', kinds))
    this.#task.add(wholeNumber(place, row, 'task', { min: 0, max: 2 ** 31 - 1, ifNull: none }))
    this.#slot.add(wholeNumber(place, row, 'slot', { min: 0, max: 32_767 }))
    this.#fromMs.add(measure(place, row, 'fromMs'))
    this.#toMs.add(measure(place, row, 'toMs'))
    this.#onCpuMs.add(measureOrNaN(place, row, 'onCpuMs'))
    this.#readyMs.add(measureOrNaN(place, row, 'readyMs'))
  }

  /** The table. Throws an `InputError` on a task or slot that the run does not have. */
  table(tasks: number, slots: number, leftOut: number): SliceTable {
    this.#refuseStray('task', this.#task.values, tasks)
    this.#refuseStray('slot', this.#slot.values, slots)
    return {
      count: this.#kind.count,
      kind: Uint8Array.from(this.#kind.values),
      task: Int32Array.from(this.#task.values),
      slot: Int16Array.from(this.#slot.values),
      fromMs: this.#fromMs.values,
      toMs: this.#toMs.values,
      onCpuMs: Float32Array.from(this.#onCpuMs.values),
      readyMs: Float32Array.from(this.#readyMs.values),
      leftOut,
    }
  }

  #refuseStray(field: 'task' | 'slot', values: Float64Array, count: number): void {
    const stray = values.findIndex((value) => value >= count)
    if (stray < 0) return
    const place = { what: this.#what, list: 'slices', position: stray }
    refuseCell(place, field, `one of the run’s ${count} ${field}s, counted from 0`, values[stray])
  }
}
