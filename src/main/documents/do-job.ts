import { basename } from 'node:path'
import { assertNever } from '#shared/assert-never.ts'
import { messageOf } from '#shared/message-of.ts'
import type { Run } from '#shared/model/run.ts'
import { InputError, messageInSentence } from '../engine/input-error.ts'
import type { ExportFacts, Exporters } from '../reports/exporter.ts'
import { importInto } from '../runs/import/import-into.ts'
import { readRunFolder } from '../runs/reading/read-run-folder.ts'
import type { DocumentJob, DocumentResult, ExportSource, ImportOutcome } from './document-job.ts'
import { exportFiles } from './export-files.ts'
import type { Draw, OnFormatProgress } from './export-order.ts'

/** What jobs are done with. */
export interface JobParts {
  readonly exporters: Exporters
  readonly draw: Draw
  readonly onProgress: OnFormatProgress
  readonly signal: AbortSignal
}

/** The run to be exported, read where it is in a folder. Rejects with an `InputError` where it cannot be read. */
async function runOf(source: ExportSource): Promise<{ readonly run: Run; readonly facts: ExportFacts }> {
  if (source.kind === 'run') return source
  const { run, document, labels } = await readRunFolder(source.folder)
  const { origin, taskscope } = document
  return { run, facts: { labels, origin, taskscope, exportedAt: source.exportedAt } }
}

async function importAll(
  libraryFolder: string,
  files: readonly string[],
  taskscope: string,
): Promise<ImportOutcome> {
  const outcome = {
    runIds: [] as ImportOutcome['runIds'][number][],
    problems: [] as string[],
    refusedFiles: [] as string[],
  }
  for (const file of files) {
    try {
      const { id } = await importInto(libraryFolder, file, { taskscope })
      if (!outcome.runIds.includes(id)) outcome.runIds.push(id)
    } catch (error) {
      outcome.refusedFiles.push(file)
      outcome.problems.push(
        error instanceof InputError
          ? error.message
          : `${basename(file)} could not be imported: ${messageInSentence(error)}.`,
      )
    }
  }
  return outcome
}

async function resultOf(
  job: DocumentJob,
  { exporters, draw, onProgress, signal }: JobParts,
): Promise<DocumentResult> {
  switch (job.kind) {
    case 'export': {
      const { run, facts } = await runOf(job.source)
      const tools = {
        exporters,
        draw: job.whyNotDrawn === null ? draw : { whyNot: job.whyNotDrawn },
        token: job.token,
        workFolder: job.workFolder,
        textFormat: job.textFormat,
      }
      return {
        kind: 'exported',
        outcomes: await exportFiles(run, facts, job.order, tools, onProgress, signal),
      }
    }
    case 'read':
      return { kind: 'read', saved: await readRunFolder(job.folder) }
    case 'import':
      return { kind: 'imported', outcome: await importAll(job.libraryFolder, job.files, job.taskscope) }
    default:
      return assertNever(job)
  }
}

/** Does a job. Never rejects: what keeps it from being done is its result. */
export async function doJob(job: DocumentJob, parts: JobParts): Promise<DocumentResult> {
  try {
    return await resultOf(job, parts)
  } catch (error) {
    return { kind: 'failed', message: messageOf(error), isInput: error instanceof InputError }
  }
}
