import {
  createSampleTable,
  sampleColumnNames,
  type SampleShape,
  type SampleTable,
} from '#shared/model/sample.ts'
import type { Columns, TableSpec } from '../arrow/column-spec.ts'
import { sampleColumns, type SampleColumns } from '../arrow/run-columns.ts'
import { findNoMeasure, type RowProblem } from './column-checks.ts'
import { Pieces } from './pieces.ts'
import type { RowBytes, TableTaker } from './read-table.ts'

type Batch = Columns<SampleColumns & TableSpec>

/** Eight for each value of its own, four or two for each of a core's or slot's. */
export function sampleRowBytes({ cores, slots }: SampleShape): RowBytes {
  const values = sampleColumnNames.length * 8 + cores * 8 + slots * 10
  return { least: values, most: values * 4 + 4096 }
}

const listNames = ['coreBusy', 'coreFrequencyMhz', 'slotOnCpuMs', 'slotReadyMs'] as const

/** Takes the rows of `samples.arrows`. */
export class SampleTaker implements TableTaker<SampleColumns & TableSpec> {
  readonly spec: SampleColumns & TableSpec
  readonly #shape: SampleShape
  readonly #pieces = new Pieces<Batch>()
  #lastMs = -Infinity

  constructor(shape: SampleShape) {
    this.#shape = shape
    this.spec = sampleColumns(shape)
  }

  /** When the last sample was taken; minus infinity: there is none. */
  get lastMs(): number {
    return this.#lastMs
  }

  check(columns: Batch, count: number): RowProblem | null {
    for (const name of sampleColumnNames) {
      const problem = findNoMeasure(name, columns[name], count, name !== 'atMs')
      if (problem !== null) return problem
    }
    for (const name of listNames) {
      const lists = columns[name]
      if (lists === undefined || count === 0) continue
      const length = lists.length / count
      const problem = findNoMeasure(name, lists, lists.length, true)
      if (problem !== null) return { ...problem, row: Math.floor(problem.row / length) }
    }
    return this.#findEarlier(columns.atMs, count)
  }

  #findEarlier(atMs: Float64Array, count: number): RowProblem | null {
    let lastMs = this.#lastMs
    for (let row = 0; row < count; row++) {
      const got = atMs[row] as number
      if (got < lastMs) return { row, field: 'atMs', expected: `${lastMs} or later, in order of time`, got }
      lastMs = got
    }
    return null
  }

  add(columns: Batch, count: number): void {
    this.#pieces.add(columns, count)
    this.#lastMs = columns.atMs[count - 1] ?? this.#lastMs
  }

  table(): SampleTable {
    const { cores, slots } = this.#shape
    const pieces = this.#pieces
    const { count } = pieces
    const table = createSampleTable(this.#shape, 0)
    table.count = count
    for (const name of sampleColumnNames)
      table[name] = pieces.join(new Float64Array(count), (batch) => batch[name])
    if (count === 0) return table
    const floats = (name: (typeof listNames)[number], length: number): Float32Array[] =>
      Array.from({ length }, (_, place) =>
        pieces.joinPlace(new Float32Array(count), length, place, (batch) => batch[name]),
      )
    table.coreBusy = floats('coreBusy', cores)
    table.coreFrequencyMhz = floats('coreFrequencyMhz', cores)
    table.slotOnCpuMs = floats('slotOnCpuMs', slots)
    table.slotReadyMs = floats('slotReadyMs', slots)
    table.slotCore = Array.from({ length: slots }, (_, place) => {
      const column = pieces.joinPlace(new Int16Array(count), slots, place, (batch) => batch.slotCore)
      // A core that the samples do not have is as good as not known.
      return column.map((core) => (core >= 0 && core < cores ? core : -1))
    })
    return table
  }
}
