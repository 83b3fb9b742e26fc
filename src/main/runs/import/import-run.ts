import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { RunDocument } from '#shared/model/run-document.ts'
import type { Run } from '#shared/model/run.ts'
import { noLabels, type RunLabels } from '#shared/model/saved-run.ts'
import { obstacleOf } from '../../engine/file-obstacle.ts'
import { InputError } from '../../engine/input-error.ts'
import { readArchive } from '../archive/read-archive.ts'
import { readSavedRun } from '../json/read-saved-run.ts'
import { readFileBytes } from '../reading/file-bytes.ts'
import { readRunFolder } from '../reading/read-run-folder.ts'
import { runFiles } from '../reading/run-files.ts'
import { fileHead } from './file-head.ts'
import { fileKindOf } from './file-kind.ts'
import { readHtmlRun } from './html-run.ts'

export interface ImportedRun {
  readonly run: Run
  readonly labels: RunLabels
  /** Null: the file had none (a JSON report). */
  readonly document: RunDocument | null
}

/** Larger files are refused unread: a million tasks make a tenth of it. */
const mostBytes = 1 << 30

async function bytesOf(path: string): Promise<Buffer> {
  const found = await readFileBytes(path, mostBytes)
  if (found === null) throw new InputError(`${basename(path)}: expected a file, got nothing of that name.`)
  return found.bytes
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw new InputError(`${basename(path)}: ${obstacleOf(error)}.`, { cause: error })
  }
}

/**
 * The run in a file: an archive, an HTML report, a JSON report (version 1 or 2), a run folder or its `run.json`, told apart by what is in
 * it, not by its name. Rejects with an `InputError` that says what was expected and what the file looks like.
 */
export async function importRun(path: string): Promise<ImportedRun> {
  if (await isFolder(path)) return readRunFolder(path)
  const name = basename(path)
  const found = fileKindOf(await fileHead(path))
  switch (found.kind) {
    case 'archive':
      return readArchive(name, await bytesOf(path))
    case 'html':
      return readHtmlRun(name, await bytesOf(path))
    case 'run-document':
      // Under another name it lies beside some other run's tables, or none.
      if (name !== runFiles.document) {
        throw new InputError(
          `${name}: expected a run, got the document of one without its tables: choose the ${runFiles.document} in its folder.`,
        )
      }
      return readRunFolder(dirname(path))
    case 'json-report':
      return { run: await readSavedRun(path), labels: noLabels, document: null }
    case 'foreign':
      throw new InputError(
        `${name}: expected a run (a Taskscope archive, HTML or JSON report, or run folder), got what looks like ${found.looks}.`,
      )
  }
}
