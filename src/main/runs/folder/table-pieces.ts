import type { Run } from '#shared/model/run.ts'
import { openStream, type ArrowStream } from '../arrow/arrow-stream.ts'
import type { Columns, TableSpec } from '../arrow/column-spec.ts'
import { failureColumns, sampleColumns, sliceColumns, taskColumns } from '../arrow/run-columns.ts'
import type { RunTableName } from '../reading/run-files.ts'
import { failureRows, sampleRange, sliceRange, taskRange } from './table-rows.ts'

/** Rows of one batch of a run that is over: pieces of about a megabyte. */
const batchRows = 8192

function* rangePieces<Spec extends TableSpec>(
  stream: ArrowStream<Spec>,
  count: number,
  range: (from: number, to: number) => Columns<Spec>,
): Generator<Uint8Array> {
  yield stream.header()
  for (let from = 0; from < count; from += batchRows) {
    const to = Math.min(from + batchRows, count)
    yield stream.batch(range(from, to), to - from)
  }
  yield stream.end()
}

/** A table's file of a run that is over, in pieces: the same bytes for the same run, always. */
export function tablePieces(run: Run, table: RunTableName): Generator<Uint8Array> {
  const { tasks, slices, samples } = run
  switch (table) {
    case 'tasks':
      return rangePieces(openStream(taskColumns), tasks.count, (from, to) => taskRange(tasks, from, to))
    case 'slices':
      return rangePieces(openStream(sliceColumns), slices.count, (from, to) => sliceRange(slices, from, to))
    case 'samples':
      return rangePieces(openStream(sampleColumns(samples)), samples.count, (from, to) =>
        sampleRange(samples, from, to),
      )
    case 'failures': {
      const failures = [...run.failures]
      return rangePieces(openStream(failureColumns), failures.length, (from, to) =>
        failureRows(failures.slice(from, to)),
      )
    }
  }
}
