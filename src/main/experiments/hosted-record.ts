import type { Run } from '#shared/model/run.ts'
import type { RunSaving } from '../runs/folder/run-saving.ts'
import type { FollowedRun, RunWriters } from '../runs/folder/run-writers.ts'
import { writeRunFolder } from '../runs/folder/write-run-folder.ts'
import type { RecordOutcome, RecordWish } from './host-messages.ts'
import { whyNotKept } from './run-spool.ts'

/** The record of one run that a host makes: saved while it goes on where it is to last, so that one that is killed is not lost. */
export class HostedRecord {
  readonly #writers: Pick<RunWriters, 'ready' | 'save'>
  readonly #wish: RecordWish | null
  #saving: RunSaving | null = null

  /** Null: nobody wants it. */
  constructor(writers: Pick<RunWriters, 'ready' | 'save'>, wish: RecordWish | null) {
    this.#writers = writers
    this.#wish = wish
  }

  /** Waited for before the run, the start of whatever writes it costs the run nothing. Never rejects. */
  async ready(): Promise<void> {
    if (this.#lastingIn() !== null) await this.#writers.ready()
  }

  /** To be called before the run's first batch. */
  begin(recorder: FollowedRun): void {
    const folder = this.#lastingIn()
    if (folder === null || this.#wish === null) return
    this.#saving = this.#writers.save(recorder, { folder, facts: this.#wish.facts })
  }

  /** Resolves when the run that is over is written, or cannot be: in the library, else for a while. Never rejects. */
  async finish(run: Run): Promise<RecordOutcome> {
    const wish = this.#wish
    if (wish === null) return { savingProblem: '', recordProblem: '' }
    const state = await this.#saving?.finished
    if (state?.kind === 'saved') return { savingProblem: '', recordProblem: '' }
    const savingProblem = state?.kind === 'failed' ? state.message : ''
    if (wish.temporary === null) return { savingProblem, recordProblem: savingProblem }
    const recordProblem = await writeRunFolder(wish.temporary, run, wish.facts).then(() => '', whyNotKept)
    return { savingProblem, recordProblem }
  }

  /** For a run that has no record: leaves what is written of it as it stands. Does nothing where it is finished. */
  close(): void {
    this.#saving?.close()
  }

  #lastingIn(): string | null {
    return this.#wish?.library ?? null
  }
}
