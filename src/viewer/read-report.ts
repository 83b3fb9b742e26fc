import { unpackRun } from '#shared/columns/unpack-run.ts'
import type { RunDocument } from '#shared/model/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { noLabels, type RunLabels } from '#shared/model/saved-run.ts'
import { inflateBase64 } from './inflate.ts'

/** What a page has inside. */
export interface Report {
  readonly run: Run
  readonly document: RunDocument
  /** What people wrote on the run. */
  readonly labels: RunLabels
}

/** The text of one of the page's blocks of data; null: the page has no such block. */
export type ReadBlock = (id: string) => string | null

/** The run that the page carries. Its blocks were written together with this script: what does not fit together is a damaged file. */
export async function readReport(readBlock: ReadBlock): Promise<Report> {
  const document = readBlock('taskscope-run')
  const columns = readBlock('taskscope-columns')
  const labels = readBlock('taskscope-labels')
  if (document === null || columns === null) throw new Error('the run is missing from this file')
  const described = JSON.parse(document) as RunDocument
  return {
    document: described,
    run: unpackRun(described, await inflateBase64(columns)),
    labels: labels === null ? noLabels : (JSON.parse(labels) as RunLabels),
  }
}
