import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import { experimentCsv } from './experiment-csv.ts'
import { trialColumns } from './trial-columns.ts'

/** The measured runs of a comparison as a table (RFC 4180, UTF-8), one row each. */
export function comparisonCsv(outline: ExperimentOutline, trials: readonly Trial[]): Iterable<string> {
  return experimentCsv(trialColumns, outline, trials)
}
