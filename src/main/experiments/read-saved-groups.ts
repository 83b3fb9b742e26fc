import { basename } from 'node:path'
import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunDigest } from '#shared/model/run-digest.ts'
import { InputError } from '../engine/input-error.ts'
import type { RunSpool } from './run-spool.ts'
import type { SavedGroup } from './saved-groups.ts'

/** Reads the runs of each group, one after the other; only their digests stay in memory. Rejects with an `InputError` that names the file. */
export async function readSavedGroups(
  groups: readonly (readonly string[])[],
  readSavedRun: (file: string) => Promise<Run>,
  runs: Pick<RunSpool, 'keep'>,
): Promise<SavedGroup[]> {
  const read: SavedGroup[] = []
  for (const files of groups) {
    const digests: RunDigest[] = []
    for (const file of files) {
      const run = await readSavedRun(file)
      const { strategy, id } = run.header
      const [first] = digests
      if (first !== undefined && first.strategy !== strategy) {
        throw new InputError(
          `${basename(file)}: expected runs of one strategy in a group (${first.strategy}), got ${strategy} (run ${id}).`,
        )
      }
      await runs.keep(run)
      digests.push(digestRun(run))
    }
    read.push({ files, runs: digests })
  }
  return read
}
