import { messageOf } from '#shared/message-of.ts'
import type { ExperimentOutline, ExperimentState, TrialPoint } from '#shared/model/experiment-state.ts'
import type { Experiment, ExperimentProgress, Trial } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import { inEnglish, isStandardFormat, textFormatInUse } from '#shared/texts/language.ts'
import { runExperiment, type ExperimentOutcome, type ExperimentParts } from './run-experiment.ts'
import type { RunSpool } from './run-spool.ts'
import { ToldRarely, type After } from './told-rarely.ts'

/** Turns what was measured into a result. */
export type Analyse<Result> = (trials: readonly Trial[], isComplete: boolean) => Result

/** What is kept of an experiment when it is over. */
interface Kept<Result> {
  readonly outline: ExperimentOutline
  readonly trials: readonly Trial[]
  readonly runs: RunSpool
  readonly analyse: Analyse<Result>
  /** Why runs of it are not in the library, as a sentence; left out: they are, or need not be. */
  readonly savingProblem?: string
}

/** How an experiment ended. */
export type ExperimentEnding = Pick<ExperimentOutcome, 'ending' | 'message'>

function pointOf({ variant, round, run }: Trial): TrialPoint {
  return { variant, round, makespanMs: run.summary.makespanMs }
}

/** The experiment under way, or the last that was made: one of each sort is kept. */
export class LastExperiment<Result> {
  readonly #told: ToldRarely<ExperimentState<Result>>
  #state: ExperimentState<Result> = { kind: 'idle' }
  #kept: Kept<Result> | null = null

  /** `tell` hears of every change, a few times a second at most. */
  constructor(tell: (state: ExperimentState<Result>) => void, after: After) {
    this.#told = new ToldRarely(tell, after)
  }

  get state(): ExperimentState<Result> {
    return this.#state
  }

  /** What was measured so far; null: nothing was ever begun. */
  get kept(): Omit<Kept<Result>, 'analyse'> | null {
    return this.#kept
  }

  hasRun(runId: RunId): boolean {
    return this.#kept?.trials.some(({ run }) => run.id === runId) ?? false
  }

  /**
   * Runs an experiment, and says so from the moment of the call. Whoever called has `end` told how it ended. Former runs are to be
   * forgotten first.
   */
  async measure(
    experiment: Experiment,
    outline: ExperimentOutline,
    parts: ExperimentParts & { readonly runs: RunSpool },
    analyse: Analyse<Result>,
    signal: AbortSignal,
  ): Promise<ExperimentEnding> {
    const trials: Trial[] = []
    this.#kept = { outline, trials, runs: parts.runs, analyse }
    let progress: ExperimentProgress | null = null
    const show = (): void => {
      if (progress === null) return
      const kind = signal.aborted ? 'cancelling' : 'running'
      const isNew = this.#state.kind !== kind
      this.#state = { kind, outline, progress, trials: trials.map(pointOf), ...this.#problem() }
      if (isNew) this.#told.tellNow(this.#state)
      else this.#told.tell(this.#state)
    }
    signal.addEventListener('abort', show)
    const ending = await runExperiment(experiment, parts, {
      signal,
      onProgress: (now) => {
        progress = now
        show()
      },
      onTrial: (trial) => void trials.push(trial),
      onSavingProblem: (savingProblem) => {
        if (this.#kept === null) return
        this.#kept = { ...this.#kept, savingProblem }
        show()
      },
    })
    signal.removeEventListener('abort', show)
    return ending
  }

  /** Takes runs that were made before. Former runs are to be forgotten first. */
  take(kept: Kept<Result>): void {
    this.#kept = kept
    this.end({ ending: 'completed', message: '' })
  }

  /** Another result from the same runs, once they are there. */
  analyseAnew(analyse: Analyse<Result>): void {
    if (this.#kept === null) return
    this.#kept = { ...this.#kept, analyse }
    if (this.#state.kind === 'over') this.end(this.#state)
  }

  /** The same result in other words, where the language has changed. */
  sayAnew(): void {
    if (this.#kept !== null && this.#state.kind === 'over' && this.#state.result !== null)
      this.end(this.#state)
  }

  /** The result as it is told to machines; null: there is none. */
  resultForMachines(): Result | null {
    if (this.#kept === null || this.#state.kind !== 'over' || this.#state.result === null) return null
    const { analyse, trials } = this.#kept
    const { ending, result } = this.#state
    return isStandardFormat(textFormatInUse())
      ? result
      : inEnglish(() => analyse(trials, ending === 'completed'))
  }

  /** Removes the records of the runs. */
  async forget(): Promise<void> {
    const runs = this.#kept?.runs
    this.#kept = null
    await runs?.close()
  }

  #problem(): Pick<Kept<Result>, 'savingProblem'> {
    const problem = this.#kept?.savingProblem
    return problem === undefined ? {} : { savingProblem: problem }
  }

  /** Turns what was measured into a result, and says that it is over. */
  end({ ending, message }: ExperimentEnding): void {
    const kept = this.#kept
    if (kept === null) throw new Error('Expected an experiment that is over to have begun')
    const { outline, trials, analyse } = kept
    const points = trials.map(pointOf)
    let result: Result | null = null
    let failure: string | null = null
    try {
      if (trials.length > 0) result = analyse(trials, ending === 'completed')
    } catch (error) {
      failure = messageOf(error)
    }
    const measured = { kind: 'over', outline, trials: points, result, ...this.#problem() } as const
    this.#state =
      failure === null
        ? { ...measured, ending, message }
        : { ...measured, ending: 'failed', message: failure }
    this.#told.tellNow(this.#state)
  }
}
