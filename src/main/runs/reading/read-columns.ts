import type { RunDocument } from '#shared/model/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { mostSlices } from '#shared/model/slice.ts'
import { InputError } from '../../engine/input-error.ts'
import { FailureTaker, failureRowBytes } from './failure-taker.ts'
import { lastStampMs } from './last-stamp.ts'
import { readTable, type RowBytes, type TableExpectation } from './read-table.ts'
import { runFiles } from './run-files.ts'
import type { RunSource } from './run-source.ts'
import { SampleTaker, sampleRowBytes } from './sample-taker.ts'
import { sliceRowBytes, SliceTaker } from './slice-taker.ts'
import { taskRowBytes, TaskTaker } from './task-taker.ts'

/** What the tables of a run say. */
export interface RunColumns extends Pick<Run, 'tasks' | 'slices' | 'samples' | 'failures'> {
  /** The last time in them. */
  readonly lastMs: number
  /** Sentences about what of them is not whole. */
  readonly problems: readonly string[]
}

/** How many rows there have to be, or, of a run that did not come to its end, may be. */
function expected(
  document: RunDocument,
  table: keyof NonNullable<RunDocument['rows']>,
  rowBytes: RowBytes,
): TableExpectation {
  const { rows } = document
  if (rows !== null) return { kind: 'all', rows: rows[table], rowBytes }
  // Tasks have a row for each change.
  return { kind: 'what-is-whole', mostRows: table === 'slices' ? mostSlices : Infinity }
}

/** Reads the tables of a run, each checked by itself and against its document. Rejects with an `InputError` that names the file. */
export async function readColumns(
  source: RunSource,
  document: RunDocument,
  slicesLeftOut: number,
): Promise<RunColumns> {
  const { plan, slots, sampleShape, rows } = document
  if (rows !== null && rows.slices > mostSlices) {
    throw new InputError(
      `${runFiles.document}, rows.slices: expected at most ${mostSlices}, got ${rows.slices}.`,
    )
  }
  const tasks = await readTable(
    source,
    runFiles.tasks,
    expected(document, 'tasks', taskRowBytes),
    () => new TaskTaker(plan, slots.length, rows !== null),
  )
  const slices = await readTable(
    source,
    runFiles.slices,
    expected(document, 'slices', sliceRowBytes),
    () => new SliceTaker(plan.taskCount, slots.length),
  )
  const samples = await readTable(
    source,
    runFiles.samples,
    expected(document, 'samples', sampleRowBytes(sampleShape)),
    () => new SampleTaker(sampleShape),
  )
  const failures = await readTable(
    source,
    runFiles.failures,
    expected(document, 'failures', failureRowBytes),
    () => new FailureTaker(plan.taskCount),
  )
  const { table } = tasks.taker
  const problems = [tasks, slices, samples, failures].map(({ problem }) => problem)
  return {
    tasks: table,
    slices: slices.taker.table(slicesLeftOut),
    samples: samples.taker.table(),
    failures: failures.taker.failures,
    lastMs: lastStampMs(table, samples.taker.lastMs),
    problems: problems.filter((problem) => problem !== null),
  }
}
