import type { RunId } from '#shared/model/ids.ts'
import { messageOf } from '#shared/message-of.ts'
import type { Run } from '#shared/model/run.ts'
import { makeOwnFolder, type OwnFolder } from '../platform/own-folders.ts'
import { readRunRecord, writeRunRecord } from './run-record.ts'

/** Begins the names of the folders; the process that they belong to follows. */
const folderPrefix = 'taskscope-experiment-'

/** The whole records of an experiment's runs, in files: hundreds of them would not fit in memory. */
export class RunSpool {
  readonly #folder: OwnFolder
  readonly #problems = new Map<RunId, string>()

  private constructor(folder: OwnFolder) {
    this.#folder = folder
  }

  /** Rejects where no temporary folder is to be had. */
  static async open(): Promise<RunSpool> {
    return new RunSpool(await makeOwnFolder(folderPrefix))
  }

  /** Where run hosts write records to. */
  get folder(): string {
    return this.#folder.path
  }

  /** Notes why a run's record is not there, as a sentence: whoever asks for it is told. */
  noteProblem(runId: RunId, problem: string): void {
    this.#problems.set(runId, problem)
  }

  /** Keeps a run that was read from elsewhere. What keeps it from being written is told to whoever asks for it. */
  async keep(run: Run): Promise<void> {
    try {
      await writeRunRecord(this.folder, run)
    } catch (error) {
      this.noteProblem(run.header.id, whyNotKept(error))
    }
  }

  /** The whole record of a run. Rejects with a sentence where it is gone. */
  async read(runId: RunId): Promise<Run> {
    const problem = this.#problems.get(runId)
    if (problem !== undefined) throw new Error(problem)
    try {
      return await readRunRecord(this.folder, runId)
    } catch (error) {
      throw new Error(`The record of run ${runId} is gone: ${messageOf(error)}.`, { cause: error })
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

  /** Removes all records. */
  async close(): Promise<void> {
    await this.#folder.remove()
  }
}

/** Why a run's record could not be written, as a sentence. */
export function whyNotKept(error: unknown): string {
  return `The record of this run could not be kept: ${messageOf(error)}.`
}
