import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeRun, type DocumentFacts } from '#shared/analysis/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { makeFolder } from '../platform/make-folder.ts'
import { tablePieces } from './folder/table-pieces.ts'
import { documentFile } from './folder/write-files.ts'
import { runFiles, runTables } from './reading/run-files.ts'

export const fakeFacts: DocumentFacts = { origin: { kind: 'measured', by: 'app' }, taskscope: '1.2.3' }

/** The files of a run folder, by name, as a writer makes them. */
export function fakeFiles(run: Run): Map<string, Buffer> {
  const tables = runTables.map(
    (table) => [runFiles[table], Buffer.concat([...tablePieces(run, table)])] as const,
  )
  return new Map([[runFiles.document, Buffer.from(documentFile(describeRun(run, fakeFacts)))], ...tables])
}

/** Writes them as a folder, without waiting for the disk: for tests that need hundreds. */
export function writeFakeFolder(folder: string, run: Run): string {
  makeFolder(folder)
  for (const [name, bytes] of fakeFiles(run)) writeFileSync(join(folder, name), bytes)
  return folder
}
