import {
  createSampleTable,
  sampleColumnNames,
  sampleWidth,
  type SampleShape,
  type SampleTable,
} from '#shared/model/sample.ts'
import { InputError } from '../../engine/input-error.ts'
import { GrowingNumbers } from './growing-numbers.ts'
import {
  asRow,
  measure,
  measureList,
  measureOrNaN,
  refuseCell,
  type Row,
  type RowPlace,
} from './row-cells.ts'

/** Of all samples together: 240 MB, or more than a day of ten samples a second on a small machine. */
const mostCells = 30_000_000
const mostColumns = 32_768

function lengthOf(row: Row, field: string): number {
  const value = row[field]
  return Array.isArray(value) ? value.length : 0
}

/** The rows of `samples` of a report, checked one by one and gathered as columns. */
export class SampleRows {
  readonly #what: string
  readonly #fixed = sampleColumnNames.map((name) => ({ name, column: new GrowingNumbers() }))
  readonly #atMs = this.#fixed.find(({ name }) => name === 'atMs')?.column
  /** As the first row has it; null before that. */
  #shape: SampleShape | null = null
  readonly #coreBusy: GrowingNumbers[] = []
  readonly #coreFrequencyMhz: GrowingNumbers[] = []
  readonly #slotOnCpuMs: GrowingNumbers[] = []
  readonly #slotReadyMs: GrowingNumbers[] = []
  readonly #slotCore: GrowingNumbers[] = []
  #lastMs = -Infinity

  constructor(what: string) {
    this.#what = what
  }

  /** When the last sample was taken; minus infinity: there is none. */
  get lastMs(): number {
    return this.#lastMs
  }

  /** Adds the next row. Throws an `InputError` that names its field. */
  add(position: number, value: unknown): void {
    const place = { what: this.#what, list: 'samples', position }
    const row = asRow(place, value)
    const { cores, slots } = (this.#shape ??= this.#begin(place, row))
    const cells = (position + 1) * sampleWidth({ cores, slots })
    if (cells > mostCells) refuseCell(place, '', `at most ${mostCells} numbers in all samples`, cells)
    const atMs = measure(place, row, 'atMs')
    if (atMs < this.#lastMs) refuseCell(place, 'atMs', `${this.#lastMs} or later, in order of time`, atMs)
    this.#lastMs = atMs
    for (const { name, column } of this.#fixed) column.add(measureOrNaN(place, row, name))
    this.#addList(place, row, 'coreBusy', this.#coreBusy)
    this.#addList(place, row, 'coreFrequencyMhz', this.#coreFrequencyMhz)
    this.#addList(place, row, 'slotOnCpuMs', this.#slotOnCpuMs)
    this.#addList(place, row, 'slotReadyMs', this.#slotReadyMs)
    this.#addList(place, row, 'slotCore', this.#slotCore)
  }

  #begin(place: RowPlace, row: Row): SampleShape {
    const shape = { cores: lengthOf(row, 'coreBusy'), slots: lengthOf(row, 'slotOnCpuMs') }
    const most = Math.max(shape.cores, shape.slots)
    if (most > mostColumns) refuseCell(place, '', `at most ${mostColumns} cores and slots`, most)
    const columns = (count: number): GrowingNumbers[] =>
      Array.from({ length: count }, () => new GrowingNumbers())
    this.#coreBusy.push(...columns(shape.cores))
    this.#coreFrequencyMhz.push(...columns(shape.cores))
    this.#slotOnCpuMs.push(...columns(shape.slots))
    this.#slotReadyMs.push(...columns(shape.slots))
    this.#slotCore.push(...columns(shape.slots))
    return shape
  }

  #addList(place: RowPlace, row: Row, field: string, columns: readonly GrowingNumbers[]): void {
    const cells = measureList(place, row, field, columns.length)
    for (const [at, cell] of cells.entries()) columns[at]?.add(cell)
  }

  /**
   * The table. `said`: its shape in the report's own words, which nothing else tells where there is no sample; null: it says nothing.
   * Throws an `InputError` where that is not the shape of the samples.
   */
  table(said: SampleShape | null): SampleTable {
    const shape = this.#shape ?? said ?? { cores: 0, slots: 0 }
    if (said !== null && (said.cores !== shape.cores || said.slots !== shape.slots)) {
      throw new InputError(
        `${this.#what}: expected samples of ${said.cores} cores and ${said.slots} slots, got some of ${shape.cores} and ${shape.slots}.`,
      )
    }
    const table = createSampleTable(shape, 0)
    for (const { name, column } of this.#fixed) table[name] = column.values
    table.count = this.#atMs?.count ?? 0
    if (table.count === 0) return table
    const single = (columns: readonly GrowingNumbers[]): Float32Array[] =>
      columns.map(({ values }) => Float32Array.from(values))
    table.coreBusy = single(this.#coreBusy)
    table.coreFrequencyMhz = single(this.#coreFrequencyMhz)
    table.slotOnCpuMs = single(this.#slotOnCpuMs)
    table.slotReadyMs = single(this.#slotReadyMs)
    table.slotCore = this.#slotCore.map(({ values }) =>
      Int16Array.from(values, (core) => (core >= 0 && core < shape.cores ? core : -1)),
    )
    return table
  }
}
