import { InputError } from '../../engine/input-error.ts'
import type { Columns, TableSpec } from '../arrow/column-spec.ts'
import { readStream } from '../arrow/read-stream.ts'
import type { RowProblem } from './column-checks.ts'
import { mostBytes, type RunSource } from './run-source.ts'

/** What takes a table's rows, batch by batch. */
export interface TableTaker<Spec extends TableSpec> {
  readonly spec: Spec
  /** What is wrong with a batch, which then is not added; null: nothing. */
  check(columns: Columns<Spec>, count: number): RowProblem | null
  add(columns: Columns<Spec>, count: number): void
}

/** How much of a table there has to be: all that the document tells of, or, where its writer did not come to its end, what is whole. */
export type TableExpectation =
  | { readonly kind: 'all'; readonly rows: number; readonly rowBytes: RowBytes }
  | { readonly kind: 'what-is-whole'; readonly mostRows: number }

/** What a row takes in a file, so that its size and the document's word are held against each other before anything is made of either. */
export interface RowBytes {
  readonly least: number
  /** With its share of what stands before a batch. */
  readonly most: number
}

/** What a stream has beside its rows, at most: schema, words, and as many batches as anybody would make of them. */
const spareBytes = 1 << 24

/** Ends the reading of a stream at a batch that is not added. */
class Stopped extends Error {}

function sentence(file: string, row: number, { field, expected, got }: RowProblem): string {
  return `${file}, row ${row}, ${field}: expected ${expected}, got ${got}.`
}

function checkRoom(file: string, bytes: number, expectation: TableExpectation): void {
  if (expectation.kind !== 'all') return
  const { rows, rowBytes } = expectation
  if (bytes < rows * rowBytes.least)
    throw new InputError(`${file}: expected ${rows} rows, got a file of ${bytes} bytes.`)
}

/** A table as far as it could be read. */
export interface ReadTable<Taker> {
  readonly taker: Taker
  /** A sentence about what of it is not whole, where that is no error. */
  readonly problem: string | null
}

/**
 * Reads one table of a run into what `makeTaker` gives: asked for once the file is known to have room for the rows that it is said to have. Rejects
 * with an `InputError` that names the file.
 */
export async function readTable<Spec extends TableSpec, Taker extends TableTaker<Spec>>(
  source: RunSource,
  file: string,
  expectation: TableExpectation,
  makeTaker: () => Taker & { readonly spec: Spec },
): Promise<ReadTable<Taker>> {
  const most =
    expectation.kind === 'all' ? expectation.rows * expectation.rowBytes.most + spareBytes : Infinity
  const found = await source.read(file, Math.min(most, mostBytes.table))
  if (found === null) {
    if (expectation.kind === 'all')
      throw new InputError(`${file}: expected a file, got nothing of that name.`)
    return { taker: makeTaker(), problem: null }
  }
  checkRoom(file, found.bytes.byteLength, expectation)
  const taker = makeTaker()
  const { rows, problem } = takeRows(file, found.bytes, expectation, taker)
  if (expectation.kind === 'all') {
    if (problem !== null) throw new InputError(problem)
    if (rows !== expectation.rows)
      throw new InputError(`${file}: expected ${expectation.rows} rows, got ${rows}.`)
  }
  return { taker, problem }
}

function takeRows<Spec extends TableSpec>(
  file: string,
  bytes: Uint8Array,
  expectation: TableExpectation,
  taker: TableTaker<Spec>,
): { readonly rows: number; readonly problem: string | null } {
  const mostRows = expectation.kind === 'all' ? expectation.rows : expectation.mostRows
  let rows = 0
  let wrong: string | null = null
  try {
    const end = readStream(taker.spec, bytes, (columns, count) => {
      if (rows + count > mostRows) wrong = `${file}: expected at most ${mostRows} rows, got more.`
      else {
        const problem = taker.check(columns, count)
        if (problem !== null) wrong = sentence(file, rows + problem.row, problem)
      }
      if (wrong !== null) throw new Stopped()
      taker.add(columns, count)
      rows += count
    })
    if (end.problem !== null) return { rows, problem: `${file} ${end.problem}.` }
    const breaksOff = !end.isComplete && expectation.kind === 'all'
    return { rows, problem: breaksOff ? `${file} breaks off after ${rows} rows.` : null }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    return { rows, problem: wrong }
  }
}
