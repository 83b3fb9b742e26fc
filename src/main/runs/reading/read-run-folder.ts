import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { obstacleOf } from '../../engine/file-obstacle.ts'
import { InputError } from '../../engine/input-error.ts'
import { readRun, type SavedRun } from './read-run.ts'
import { folderSource } from './run-source.ts'
import type { WriterConditions } from './writer-alive.ts'

export type { SavedRun } from './read-run.ts'

/** Refuses what is no folder, in a sentence. */
async function checkFolder(folder: string): Promise<void> {
  const name = basename(folder)
  const stats = await stat(folder).catch((error: unknown) => {
    throw new InputError(`${name}: ${obstacleOf(error).replace('a file', 'a folder')}.`, { cause: error })
  })
  if (!stats.isDirectory()) throw new InputError(`${name}: expected the folder of a run, got a file.`)
}

/**
 * The run in a run folder, every file checked by itself and against the others. One whose writer was killed comes out interrupted, with
 * everything that is whole in its files; one that is being written as it stands. Rejects with an `InputError` that names folder and file, and what
 * was expected. `conditions`: who is asked whether a writer is alive.
 */
export async function readRunFolder(folder: string, conditions?: WriterConditions): Promise<SavedRun> {
  await checkFolder(folder)
  try {
    return await readRun(folderSource(folder), conditions)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError(`${basename(folder)}: ${error.message}`, { cause: error })
  }
}
