import { basename } from 'node:path'
import type { Trial } from '#shared/model/experiment.ts'
import type { RunDigest } from '#shared/model/run-digest.ts'
import { InputError } from '../engine/input-error.ts'

/** Runs that were read from files, to be compared with other such groups. */
export interface SavedGroup {
  readonly files: readonly string[]
  /** In the order of the files. */
  readonly runs: readonly RunDigest[]
}

/**
 * The runs of all groups as trials, in the order in which they were started. Throws an `InputError` where a run is there twice: it
 * would be compared with itself.
 */
export function savedTrials(groups: readonly SavedGroup[]): Trial[] {
  const seen = new Set<string>()
  const trials = groups.flatMap(({ files, runs }, variant) =>
    runs.map((run, round) => {
      if (seen.has(run.id)) {
        throw new InputError(
          `${basename(files[round] ?? '')}: expected each run once, got run ${run.id} twice.`,
        )
      }
      seen.add(run.id)
      return { variant, round, run }
    }),
  )
  return trials
    .sort((one, other) => Date.parse(one.run.startedAt) - Date.parse(other.run.startedAt))
    .map((trial, place) => ({ ...trial, place }))
}
