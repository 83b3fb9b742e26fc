import { join } from 'node:path'
import { describeRun, type DocumentFacts } from '#shared/analysis/run-document.ts'
import type { RunDocument } from '#shared/model/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { runFiles, runTables } from '../reading/run-files.ts'
import type { FileLayer } from './file-layer.ts'
import { tablePieces } from './table-pieces.ts'

/** The suffix of what is not whole yet: it takes its own name when it is. */
const unfinishedSuffix = '.new'

/** `run.json` as its bytes. */
export function documentFile(document: RunDocument): Uint8Array {
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`, 'utf8')
}

/**
 * Writes a file whole, on the disk, or not at all, in the place of one that may be there. Hands over between its pieces, so that others have
 * their turn. Throws the system's error.
 */
function* replaceFile(files: FileLayer, path: string, pieces: Iterable<Uint8Array>): Generator<undefined> {
  const unfinished = path + unfinishedSuffix
  try {
    const file = files.create(unfinished)
    try {
      for (const piece of pieces) {
        file.append(piece)
        yield
      }
      file.sync()
    } finally {
      file.close()
    }
    files.rename(unfinished, path)
  } catch (error) {
    files.remove(unfinished)
    throw error
  }
}

/** Writes everything about a run that is over into a folder, its document last. Hands over between pieces of about a megabyte. */
export function* writeFinishedFiles(
  files: FileLayer,
  folder: string,
  run: Run,
  facts: DocumentFacts,
): Generator<undefined> {
  for (const table of runTables)
    yield* replaceFile(files, join(folder, runFiles[table]), tablePieces(run, table))
  yield* replaceFile(files, join(folder, runFiles.document), [documentFile(describeRun(run, facts))])
  files.syncFolder(folder)
}
