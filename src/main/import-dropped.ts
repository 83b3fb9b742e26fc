import { basename } from 'node:path'
import type { ImportAnswer } from '#shared/ipc.ts'
import { texts } from '#shared/texts/texts.ts'
import type { ImportOutcome } from './documents/document-job.ts'
import { isCalledImportable, runFileOf } from './runs/import/importable.ts'

/**
 * Imports files by the paths that the window's process says were dropped. A process that somebody has broken into can name any: so only what is called
 * as files with runs are is opened, and of what is refused nothing is said but its own name and which of two kinds of refusal it is.
 */
export async function importDropped(
  paths: readonly string[],
  bring: (files: readonly string[]) => Promise<ImportOutcome>,
): Promise<ImportAnswer> {
  const given = paths.map((path) => ({ name: basename(path), file: runFileOf(path) }))
  const taken = given.map(({ file }) => file).filter(isCalledImportable)
  const { runIds, refusedFiles } = await bring(taken).catch(
    (): Pick<ImportOutcome, 'runIds' | 'refusedFiles'> => ({ runIds: [], refusedFiles: taken }),
  )
  const { droppedType, droppedContent } = texts().refusals
  const problems = given.flatMap(({ name, file }) => {
    if (!isCalledImportable(file)) return droppedType(name)
    return refusedFiles.includes(file) ? droppedContent(name) : []
  })
  return { kind: 'imported', runIds, problems }
}
