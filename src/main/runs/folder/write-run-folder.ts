import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { DocumentFacts } from '#shared/analysis/run-document.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { RunLabels } from '#shared/model/saved-run.ts'
import { InputError } from '../../engine/input-error.ts'
import { isUnlabelled, writeLabels } from '../reading/labels.ts'
import { systemFiles, type FileLayer } from './file-layer.ts'
import { whyNotSaved } from './why-not-saved.ts'
import { writeFinishedFiles } from './write-files.ts'

/**
 * Writes a run that is over as a run folder of its id into a library's folder (made where it is missing), and gives the folder's path. Its
 * tables are the bytes that recording the same run would have left. Whole or not at all: it is written beside its place and then takes
 * its name, which begins with a dot until then. Rejects with an `InputError` that says why it cannot be written, such as that a run of its id is
 * there already.
 */
export async function writeRunFolder(
  library: string,
  run: Run,
  facts: DocumentFacts,
  labels?: RunLabels,
  files: FileLayer = systemFiles,
): Promise<string> {
  const { id } = run.header
  if (!isOver(run.phase)) throw new Error(`Expected a run that is over, got one that is ${run.phase.kind}`)
  const folder = join(library, id)
  const unfinished = join(library, `.${id}.${randomBytes(4).toString('hex')}.part`)
  const expectNone = (): void => {
    // Renaming would replace an empty folder, and it may be somebody's who is about to write.
    if (existsSync(folder)) throw new InputError(`${folder}: expected no run of that name yet, got one.`)
  }
  try {
    files.makeLibrary(library)
    expectNone()
    files.makeFolder(unfinished)
    const steps = writeFinishedFiles(files, unfinished, run, facts)
    while (steps.next().done !== true) await setImmediate()
    if (labels !== undefined && !isUnlabelled(labels)) await writeLabels(unfinished, labels)
    expectNone()
    files.rename(unfinished, folder)
    files.syncFolder(library)
    return folder
  } catch (error) {
    // What keeps it from being taken away is what kept it from being written.
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
    throw error instanceof InputError ? error : new InputError(whyNotSaved(library, error), { cause: error })
  }
}
