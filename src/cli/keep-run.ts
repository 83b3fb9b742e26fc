import { tmpdir } from 'node:os'
import process from 'node:process'
import type { Run } from '#shared/model/run.ts'
import type { RunOrigin, SavingState } from '#shared/model/saved-run.ts'
import { RunWriters, type FollowedRun } from '../main/runs/folder/run-writers.ts'
import type { RunSaving } from '../main/runs/folder/run-saving.ts'
import { keepElsewhere } from './keep-elsewhere.ts'
import { keepWithinLimit } from './keep-within-limit.ts'
import { plainText } from './plain-text.ts'
import type { Surroundings } from './surroundings.ts'

/** Where runs of the command line come from, as their documents say it. */
export const ownOrigin: RunOrigin = { kind: 'measured', by: 'command-line' }

/** Keeps a run in the library while it goes on. Whatever keeps it from that is told on standard error, and costs the run nothing. */
export class RunKeeper {
  readonly #surroundings: Surroundings
  readonly #writers: RunWriters
  readonly #clearLine: () => void
  #saving: RunSaving | null = null

  private constructor(surroundings: Surroundings, clearLine: () => void) {
    this.#surroundings = surroundings
    this.#writers = new RunWriters(surroundings.folders.entries)
    this.#clearLine = clearLine
  }

  /** `clearLine` makes room on the terminal before something is told. */
  static async open(surroundings: Surroundings, clearLine: () => void): Promise<RunKeeper> {
    const keeper = new RunKeeper(surroundings, clearLine)
    // Before the run: its start shall cost the run nothing.
    await keeper.#writers.ready()
    return keeper
  }

  /** To be called before the run's first batch. */
  readonly keep = (recorder: FollowedRun): void => {
    const { runsFolder, version } = this.#surroundings
    const saving = this.#writers.save(recorder, {
      folder: runsFolder,
      facts: { origin: ownOrigin, taskscope: version },
    })
    this.#saving = saving
    saving.onChange((state) => this.#tell(state))
    // It may have failed before anybody listened.
    this.#tell(saving.state)
  }

  /**
   * Resolves when the run that is over is in the library, or cannot be; gives which of the two. In the latter case it is written elsewhere, and it is told
   * where. Never rejects.
   */
  async finish(run: Run): Promise<SavingState> {
    const { runsFolder, version } = this.#surroundings
    const state = (await this.#saving?.finished) ?? { kind: 'idle' }
    await this.#writers.close()
    if (state.kind === 'saved') await keepWithinLimit(runsFolder, [state.runId])
    if (state.kind === 'failed')
      this.#write(await keepElsewhere(run, { origin: ownOrigin, taskscope: version }, tmpdir()))
    return state
  }

  /** Ends its thread, also where no run has come of it. May be called again. */
  async close(): Promise<void> {
    this.#saving?.close()
    await this.#writers.close()
  }

  #tell(state: SavingState): void {
    if (state.kind !== 'failed') return
    this.#write(state.message)
  }

  #write(sentence: string): void {
    this.#clearLine()
    process.stderr.write(plainText(`${sentence}\n`))
  }
}

/** Makes a run that the keeper keeps; null: none does. Rejects where it could not begin, and then leaves no thread behind that would keep the command from ending. */
export async function keptRun(
  keeper: RunKeeper | null,
  make: (keep: RunKeeper['keep'] | undefined) => Promise<Run>,
): Promise<Run> {
  try {
    return await make(keeper?.keep)
  } catch (error) {
    await keeper?.close()
    throw error
  }
}
