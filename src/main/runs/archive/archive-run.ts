import { describeRun, type DocumentFacts } from '#shared/analysis/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunLabels } from '#shared/model/saved-run.ts'
import { tablePieces } from '../folder/table-pieces.ts'
import { documentFile } from '../folder/write-files.ts'
import { isUnlabelled, labelsText } from '../reading/labels.ts'
import { runFiles, runTables } from '../reading/run-files.ts'
import { zipOf, type ZipEntry } from './write-zip.ts'

export interface ArchiveFacts extends DocumentFacts {
  readonly labels: RunLabels
}

/**
 * A run that is over as a `.taskscope` archive, piece by piece: a zip of the very files of its run folder, so that nothing about it is lost.
 * The same run with the same facts gives the same bytes.
 */
export function archiveRun(run: Run, { labels, ...facts }: ArchiveFacts): AsyncIterable<Uint8Array> {
  const entries: ZipEntry[] = [
    // First, so that whoever reads from the front knows at once what it is.
    { name: runFiles.document, pieces: [documentFile(describeRun(run, facts))] },
    ...runTables.map((table) => ({ name: runFiles[table], pieces: tablePieces(run, table) })),
  ]
  if (!isUnlabelled(labels))
    entries.push({ name: runFiles.labels, pieces: [Buffer.from(labelsText(labels), 'utf8')] })
  return zipOf(entries, new Date(run.header.startedAt))
}
