import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { Scaling } from '#shared/model/scaling.ts'
import { experimentJson } from './experiment-json.ts'

/** The sweep as a JSON document (`docs/run-format.md`), piece by piece. */
export function scalingJson(
  scaling: Scaling,
  outline: ExperimentOutline,
  trials: readonly Trial[],
): Iterable<string> {
  return experimentJson('taskscope-scaling', { scaling }, outline, trials)
}
