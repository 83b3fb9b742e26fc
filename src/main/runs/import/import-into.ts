import { lstat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { RunId } from '#shared/model/ids.ts'
import { isOver, type Run } from '#shared/model/run.ts'
import type { RunOrigin } from '#shared/model/saved-run.ts'
import { InputError } from '../../engine/input-error.ts'
import { writeRunFolder } from '../folder/write-run-folder.ts'
import { readRunFolder } from '../reading/read-run-folder.ts'
import { importRun } from './import-run.ts'
import { isSameRun } from './same-run.ts'

/** A run that was to come into a library, and under which name it is there. */
export interface ImportOutcome {
  /** `known`: it was there already, and nothing was written. */
  readonly kind: 'added' | 'known'
  readonly id: RunId
}

export interface ImportFacts {
  /** Taskscope's own version. */
  readonly taskscope: string
}

const longestId = 64
const mostOfOneId = 1_000

/** The run's own id, then others made of it. */
function* namesFor(id: RunId): Generator<RunId> {
  yield id
  for (let number = 2; number <= mostOfOneId; number++) {
    const end = `-${number}`
    // Letters, digits and a hyphen, as an id is.
    yield (id.slice(0, longestId - end.length) + end) as RunId
  }
}

/** What stands under a name in the library: nothing, this very run, or another (one that cannot be read, too). */
async function standing(library: string, id: RunId, run: Run): Promise<'nothing' | 'same' | 'another'> {
  const folder = join(library, id)
  if ((await lstat(folder).catch(() => null)) === null) return 'nothing'
  try {
    return isSameRun((await readRunFolder(folder)).run, run) ? 'same' : 'another'
  } catch (error) {
    if (error instanceof InputError) return 'another'
    throw error
  }
}

function originOf(path: string): RunOrigin {
  const fileName = basename(path)
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 300)
  return { kind: 'imported', fileName }
}

/**
 * Imports the run in a file (`importRun`) into a library's folder, which is made where it is missing. A run that is there already is not doubled;
 * another of the same id gets one with a number at its end. Rejects with an `InputError`, also where it cannot be written.
 */
export async function importInto(library: string, path: string, facts: ImportFacts): Promise<ImportOutcome> {
  const { run, labels, document } = await importRun(path)
  if (!isOver(run.phase))
    throw new InputError(`${basename(path)}: expected a run that is over, got one that is being recorded.`)
  // It says who recorded it; a report does not.
  const { taskscope } = document ?? facts
  for (const id of namesFor(run.header.id)) {
    const found = await standing(library, id, run)
    if (found === 'same') return { kind: 'known', id }
    if (found === 'another') continue
    const named = { ...run, header: { ...run.header, id } }
    await writeRunFolder(library, named, { origin: originOf(path), taskscope }, labels)
    return { kind: 'added', id }
  }
  throw new InputError(
    `${basename(path)}: expected at most ${mostOfOneId} runs called ${run.header.id}, got more.`,
  )
}
