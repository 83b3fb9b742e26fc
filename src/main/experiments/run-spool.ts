import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RunId } from '#shared/model/ids.ts'
import { messageOf } from '#shared/message-of.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunOrigin } from '#shared/model/saved-run.ts'
import { InputError } from '../engine/input-error.ts'
import { makeOwnFolder, type OwnFolder } from '../platform/own-folders.ts'
import { writeRunFolder } from '../runs/folder/write-run-folder.ts'
import { readRunFolder } from '../runs/reading/read-run-folder.ts'
import type { RecordWish } from './host-messages.ts'

/** Begins the names of the temporary folders; the process that they belong to follows. */
const folderPrefix = 'taskscope-experiment-'

/** Where records are to last. */
export interface SpoolLibrary {
  /** A library's folder. */
  readonly folder: string
  /** Taskscope's own version. */
  readonly taskscope: string
}

/**
 * The whole records of an experiment's runs, as run folders: hundreds of them would not fit in memory. In a library, where they stay, or in a
 * temporary folder, which goes when nobody wants them any more. That takes those, too, that cannot go into the library.
 */
export class RunSpool {
  readonly #library: string | null
  readonly #taskscope: string
  readonly #temporary: OwnFolder | null
  readonly #problems = new Map<RunId, string>()
  readonly #kept = new Set<RunId>()

  private constructor(library: string | null, taskscope: string, temporary: OwnFolder | null) {
    this.#library = library
    this.#taskscope = taskscope
    this.#temporary = temporary
  }

  /** In a library; null: in a temporary folder. Rejects where none is to be had. */
  static async open(library: SpoolLibrary | null = null): Promise<RunSpool> {
    if (library === null) return new RunSpool(null, '', await makeOwnFolder(folderPrefix))
    // It is only for what the library does not take.
    const temporary = await makeOwnFolder(folderPrefix).catch(() => null)
    return new RunSpool(library.folder, library.taskscope, temporary)
  }

  /** How run hosts are to write a record. */
  recordOf(origin: RunOrigin): RecordWish {
    return {
      library: this.#library,
      temporary: this.#temporary?.path ?? null,
      facts: { origin, taskscope: this.#taskscope },
    }
  }

  /** Notes why a run's record is not there, as a sentence: whoever asks for it is told. */
  noteProblem(runId: RunId, problem: string): void {
    this.#problems.set(runId, problem)
  }

  /** Keeps a run that was read from elsewhere; one that is there already stays. What keeps it from being written is told to whoever asks for it. */
  async keep(run: Run): Promise<void> {
    const { id } = run.header
    if (this.#kept.has(id)) return
    this.#kept.add(id)
    try {
      const { library, temporary, facts } = this.recordOf({ kind: 'imported', fileName: '' })
      await writeRunFolder(library ?? temporary ?? '', run, facts)
    } catch (error) {
      this.noteProblem(id, whyNotKept(error))
    }
  }

  /** The whole record of a run. Rejects with a sentence where it is gone. */
  async read(runId: RunId): Promise<Run> {
    const problem = this.#problems.get(runId)
    if (problem !== undefined) throw new Error(problem)
    try {
      return (await readRunFolder(this.#folderOf(runId))).run
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      throw new Error(`The record of run ${runId} is gone: ${error.message}`, { cause: error })
    }
  }

  /** The records of those runs that are there. */
  async readAll(runIds: readonly RunId[]): Promise<Map<RunId, Run>> {
    const runs = new Map<RunId, Run>()
    for (const runId of runIds) {
      // One that is gone is left out: the others can still be shown.
      const run = await this.read(runId).catch(() => null)
      if (run !== null) runs.set(runId, run)
    }
    return runs
  }

  /** One that the library did not take whole may have left a part there. */
  #folderOf(runId: RunId): string {
    const temporary = this.#temporary === null ? null : join(this.#temporary.path, runId)
    if (temporary !== null && existsSync(temporary)) return temporary
    return join(this.#library ?? '', runId)
  }

  /** Removes temporary records; those in a library stay. */
  async close(): Promise<void> {
    await this.#temporary?.remove()
  }
}

/** Why a run's record could not be written, as a sentence. */
export function whyNotKept(error: unknown): string {
  return `The record of this run could not be kept: ${messageOf(error).replace(/\.$/, '')}.`
}
