import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import { inOrder, labelOf } from './trials.ts'
import { trialForJson } from './trial-for-json.ts'

/** Version of the JSON reports of comparisons and sweeps; each change is a heading in `docs/run-format.md`. */
const schemaVersion = 1

/** A document with the fields given, the outline, and the trials one to a line. Numbers that JSON does not have are null. */
export function* experimentJson(
  kind: 'taskscope-comparison' | 'taskscope-scaling',
  result: Readonly<Record<string, unknown>>,
  outline: ExperimentOutline,
  trials: readonly Trial[],
): Generator<string> {
  // Open the object again, to go on after its last field.
  yield JSON.stringify({ schemaVersion, kind, outline, ...result }, null, 2).replace(/\n\}$/, '')
  yield ',\n  "trials": ['
  let before = '\n'
  for (const trial of inOrder(trials)) {
    yield `${before}    ${JSON.stringify(trialForJson(trial, labelOf(outline, trial)))}`
    before = ',\n'
  }
  yield '\n  ]\n}\n'
}
