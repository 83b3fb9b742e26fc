import { basename } from 'node:path'
import type { CompareWish } from '#shared/analysis/comparison/compare-trials.ts'
import type { SweepWish as AnalyseSweepWish } from '#shared/analysis/scaling/analyse-sweep.ts'
import type {
  ChooseBaselineAnswer,
  ExperimentFormat,
  ExportAnswer,
  StartExperimentAnswer,
} from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import type { Comparison } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { Scaling } from '#shared/model/scaling.ts'
import { useTextFormat, type TextFormat } from '#shared/texts/language.ts'
import { texts } from '#shared/texts/texts.ts'
import { whyNotWritten } from '../reports/why-not-written.ts'
import { writeReport } from '../reports/write-report.ts'
import { comparisonReport, scalingReport } from './experiment-report.ts'
import {
  type ComparisonWish,
  type ExperimentCalls,
  type ExperimentEvent,
  type ReadRunAnswer,
  type SweepWish,
} from './experiment-requests.ts'
import { LastExperiment, type Analyse } from './last-experiment.ts'
import { planComparison, planSweep, type PlannedExperiment } from './plan-experiment.ts'
import type { ExperimentParts } from './run-experiment.ts'
import type { RunSpool } from './run-spool.ts'
import { takeSavedRuns } from './take-saved-runs.ts'
import type { After } from './told-rarely.ts'

/** What experiments are made with, and turned into results by. */
export interface ExperimentsParts {
  /** lasting: the records stay when the experiment is forgotten. */
  readonly openSpool: (kind: 'lasting' | 'temporary') => Promise<RunSpool>
  readonly launch: (runs: RunSpool, otherProcessIds: readonly number[]) => ExperimentParts
  /** Rejects with an `InputError` where the file is no saved run. */
  readonly readSavedRun: (file: string) => Promise<Run>
  readonly compareTrials: (wish: CompareWish) => Comparison
  readonly analyseSweep: (wish: AnalyseSweepWish) => Scaling
  readonly tell: (event: ExperimentEvent) => void
  readonly after: After
}

type Kept<Result> = NonNullable<LastExperiment<Result>['kept']>

/** The last comparison and the last sweep, and what can be done with them. One experiment at a time: two would measure each other. */
export class Experiments implements ExperimentCalls {
  readonly #parts: ExperimentsParts
  readonly #comparison: LastExperiment<Comparison>
  readonly #scaling: LastExperiment<Scaling>
  #underWay: { readonly cancelling: AbortController; readonly over: Promise<void> } | null = null
  #isBeginning = false

  constructor(parts: ExperimentsParts) {
    const { tell, after } = parts
    this.#parts = parts
    this.#comparison = new LastExperiment((state) => tell({ kind: 'comparison', state }), after)
    this.#scaling = new LastExperiment((state) => tell({ kind: 'scaling', state }), after)
  }

  startComparison(wish: ComparisonWish): Promise<StartExperimentAnswer> {
    return this.#beginning(() => {
      const plan = planComparison(wish)
      return this.#measure(this.#comparison, plan, this.#comparing(plan.outline, plan.baseline), wish)
    })
  }

  startSweep(wish: SweepWish): Promise<StartExperimentAnswer> {
    return this.#beginning(() => {
      const plan = planSweep(wish)
      const { strategy, size, repeats } = wish
      const { presetId, presetTitle } = plan.outline
      const about = { presetId, presetTitle, strategy, size, values: plan.values }
      const expectedRuns = plan.values.length * repeats
      const analyse: Analyse<Scaling> = (trials, isComplete) =>
        this.#parts.analyseSweep({ ...about, trials, isComplete, expectedRuns })
      return this.#measure(this.#scaling, plan, analyse, wish)
    })
  }

  compareSaved(groups: readonly (readonly string[])[]): Promise<StartExperimentAnswer> {
    return this.#beginning(async () => {
      const runs = await this.#parts.openSpool('temporary')
      try {
        const { outline, trials } = await takeSavedRuns(groups, this.#parts.readSavedRun, runs)
        await this.#comparison.forget()
        this.#comparison.take({ outline, trials, runs, analyse: this.#comparing(outline, 0) })
      } catch (error) {
        await runs.close()
        throw error
      }
    })
  }

  cancel(): Promise<void> {
    this.#underWay?.cancelling.abort()
    return Promise.resolve()
  }

  chooseBaseline(variant: number): Promise<ChooseBaselineAnswer> {
    const outline = this.#comparison.kept?.outline
    if (outline === undefined)
      return Promise.resolve({ kind: 'refused', message: texts().refusals.resultIsLost })
    if (outline.variants[variant] === undefined)
      return Promise.resolve({ kind: 'refused', message: texts().refusals.noSuchVariant })
    this.#comparison.analyseAnew(this.#comparing(outline, variant))
    return Promise.resolve({ kind: 'chosen' })
  }

  async readRun(runId: RunId): Promise<ReadRunAnswer> {
    const its = [this.#comparison, this.#scaling].find((last) => last.hasRun(runId))?.kept
    if (its === undefined || its === null)
      return { kind: 'refused', message: texts().refusals.runForgotten(runId) }
    try {
      return { kind: 'read', run: await its.runs.read(runId) }
    } catch (error) {
      return { kind: 'refused', message: messageOf(error) }
    }
  }

  async export({ kind, format, file }: Parameters<ExperimentCalls['export']>[0]): Promise<ExportAnswer> {
    const pieces =
      kind === 'comparison'
        ? this.#reportOf(this.#comparison, format, comparisonReport)
        : this.#reportOf(this.#scaling, format, scalingReport)
    if (pieces === null) return { kind: 'refused', message: texts().refusals.resultIsLost }
    try {
      await writeReport(file, await pieces)
      return { kind: 'saved', fileName: basename(file) }
    } catch (error) {
      return { kind: 'refused', message: whyNotWritten(file, error) }
    }
  }

  useTextFormat(format: TextFormat): Promise<void> {
    useTextFormat(format)
    this.#comparison.sayAnew()
    this.#scaling.sayAnew()
    return Promise.resolve()
  }

  async close(): Promise<void> {
    await this.cancel()
    await this.#underWay?.over
    await this.#comparison.forget()
    await this.#scaling.forget()
  }

  #comparing(outline: ExperimentOutline, baseline: number): Analyse<Comparison> {
    const { variants, origin, repeats } = outline
    const how =
      origin === 'measured'
        ? ({ pairing: 'rounds', expectedRuns: variants.length * repeats } as const)
        : ({ pairing: 'none' } as const)
    return (trials, isComplete) =>
      this.#parts.compareTrials({ variants, trials, baseline, isComplete, ...how })
  }

  #reportOf<Result>(
    last: LastExperiment<Result>,
    format: ExperimentFormat,
    report: (result: Result, kept: Kept<Result>, format: ExperimentFormat) => Promise<Iterable<string>>,
  ): Promise<Iterable<string>> | null {
    const { state, kept } = last
    if (state.kind !== 'over' || kept === null) return null
    const result = format === 'html' ? state.result : last.resultForMachines()
    return result === null ? null : report(result, kept, format)
  }

  /** Does what begins an experiment, unless one is under way. What keeps it from beginning is said in a sentence. */
  async #beginning(begin: () => Promise<void>): Promise<StartExperimentAnswer> {
    if (this.#isBeginning || this.#underWay !== null)
      return { kind: 'refused', message: texts().refusals.busy.experiment }
    this.#isBeginning = true
    try {
      await begin()
      return { kind: 'started' }
    } catch (error) {
      return { kind: 'refused', message: messageOf(error) }
    } finally {
      this.#isBeginning = false
    }
  }

  /** Begins to measure; resolves as soon as it is under way. */
  async #measure<Result>(
    last: LastExperiment<Result>,
    { experiment, outline }: PlannedExperiment,
    analyse: Analyse<Result>,
    { otherProcessIds }: ComparisonWish | SweepWish,
  ): Promise<void> {
    const runs = await this.#parts.openSpool('lasting')
    await last.forget()
    const cancelling = new AbortController()
    const parts = { ...this.#parts.launch(runs, otherProcessIds), runs }
    const over = last.measure(experiment, outline, parts, analyse, cancelling.signal).then((ending) => {
      // Told last: whoever hears that it is over may start the next one.
      this.#underWay = null
      last.end(ending)
    })
    this.#underWay = { cancelling, over }
  }
}
