import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { Run } from '#shared/model/run.ts'
import { InputError } from '../engine/input-error.ts'
import { readSavedGroups } from './read-saved-groups.ts'
import type { RunSpool } from './run-spool.ts'
import { savedGroupLabels } from './saved-group-labels.ts'
import { savedTrials } from './saved-groups.ts'

/** What is compared when nothing is run: saved runs, group by group. */
export interface SavedExperiment {
  readonly outline: ExperimentOutline
  readonly trials: readonly Trial[]
}

/** Reads the files of all groups, and keeps their runs so that they can be opened. Rejects with an `InputError` that names the file. */
export async function takeSavedRuns(
  files: readonly (readonly string[])[],
  readSavedRun: (file: string) => Promise<Run>,
  runs: Pick<RunSpool, 'keep'>,
): Promise<SavedExperiment> {
  const groups = await readSavedGroups(files, readSavedRun, runs)
  const labels = savedGroupLabels(groups)
  const variants = groups.map((group, at) => {
    const [first] = group.runs
    if (first === undefined) throw new InputError('Expected saved runs in every group, got none.')
    return { label: labels[at] ?? '', strategy: first.strategy }
  })
  const trials = savedTrials(groups)
  const first = groups[0]?.runs[0]
  const outline: ExperimentOutline = {
    presetId: first?.presetId ?? '',
    presetTitle: first?.presetTitle ?? '',
    variants,
    repeats: Math.max(...groups.map((group) => group.runs.length)),
    warmUps: 0,
    pauseMs: 0,
    origin: 'saved',
    sweep: null,
  }
  return { outline, trials }
}
