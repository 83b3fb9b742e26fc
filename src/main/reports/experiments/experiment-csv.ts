import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import { csvRow } from '../csv/csv-row.ts'
import type { TrialColumn } from './trial-columns.ts'
import { inOrder } from './trials.ts'

/** A table of the measured runs (RFC 4180), one row each, in the order in which they ran, below a row of names. */
export function* experimentCsv(
  columns: readonly TrialColumn[],
  outline: ExperimentOutline,
  trials: readonly Trial[],
): Generator<string> {
  yield csvRow(columns.map(([name]) => name))
  for (const trial of inOrder(trials)) yield csvRow(columns.map(([, value]) => value(trial, outline)))
}
