import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import { experimentCsv } from './experiment-csv.ts'
import { trialColumns, type TrialColumn } from './trial-columns.ts'

/** What was varied, and to which value in this run. */
const sweepColumns: readonly TrialColumn[] = [
  ['swept', (_trial, { sweep }) => sweep?.size ?? null],
  ['size', ({ variant }, { sweep }) => sweep?.values[variant] ?? null],
]

/** The measured runs of a sweep as a table (RFC 4180, UTF-8), one row each. */
export function scalingCsv(outline: ExperimentOutline, trials: readonly Trial[]): Iterable<string> {
  return experimentCsv([...sweepColumns, ...trialColumns], outline, trials)
}
