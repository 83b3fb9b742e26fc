import { stat } from 'node:fs/promises'
import type { Run } from '#shared/model/run.ts'
import type { LibraryEntry } from '#shared/model/saved-run.ts'
import { importRun } from '../main/runs/import/import-run.ts'
import { readRunFolder } from '../main/runs/reading/read-run-folder.ts'
import { findSavedRun } from './find-saved-run.ts'
import { openLibrary } from './open-library.ts'

/** It looks like a file's path, not like a run's id: what is not there is told as a missing file. */
const looksLikePath = (name: string): boolean => /[/\\.]/.test(name)

/**
 * Reads runs as they are named on the command line: a file or a folder where there is one, else a run of the library. The library is
 * looked at when the first one is asked for. Each rejects with an `InputError`.
 */
export function comparedRunReader(runsFolder: string): (name: string) => Promise<Run> {
  const library = openLibrary(runsFolder)
  let entries: Promise<readonly LibraryEntry[]> | null = null
  return async (name) => {
    const isThere = await stat(name).then(
      () => true,
      () => false,
    )
    if (isThere || looksLikePath(name)) return (await importRun(name)).run
    entries ??= library.snapshot().then((snapshot) => snapshot.entries)
    const { id } = findSavedRun(await entries, name)
    return (await readRunFolder(await library.folderOf(id))).run
  }
}
