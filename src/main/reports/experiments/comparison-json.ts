import type { Comparison } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import { experimentJson } from './experiment-json.ts'

/** The comparison as a JSON document (`docs/run-format.md`), piece by piece. */
export function comparisonJson(
  comparison: Comparison,
  outline: ExperimentOutline,
  trials: readonly Trial[],
): Iterable<string> {
  return experimentJson('taskscope-comparison', { comparison }, outline, trials)
}
