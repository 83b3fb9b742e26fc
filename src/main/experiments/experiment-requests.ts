import type {
  ChooseBaselineAnswer,
  ExperimentFormat,
  ExportAnswer,
  StartExperimentAnswer,
} from '#shared/ipc.ts'
import type { ExperimentKind } from '#shared/model/experiment.ts'
import type { ComparisonState, ScalingState } from '#shared/model/experiment-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import type { SweptSize } from '#shared/model/scaling.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { TextFormat } from '#shared/texts/language.ts'

/** Between the main process and the comparison process: the whole contract. All of it is data that can be cloned. */

/** What a comparison and a sweep are both told. */
interface ExperimentWish {
  readonly preset: Preset
  /** The preset as the window knows it. */
  readonly presetId: string
  readonly repeats: number
  readonly warmUps: number
  readonly pauseMs: Milliseconds
  /** What the user has settled for runs that do not say otherwise. */
  readonly settled?: Partial<RunOptions>
  /** Taskscope's own processes beside the comparison process: what they cost belongs to each run's own cost. */
  readonly otherProcessIds: readonly number[]
}

export interface ComparisonWish extends ExperimentWish {
  readonly variants: readonly { readonly strategy: StrategyId; readonly options: Partial<RunOptions> }[]
  /** Null: the sequential one, else the first. */
  readonly baseline: number | null
}

export interface SweepWish extends ExperimentWish {
  readonly strategy: StrategyId
  readonly options: Partial<RunOptions>
  readonly size: SweptSize
  /** Null: the standard ones for this machine. */
  readonly values: readonly number[] | null
}

/** A run of the last comparison or sweep, or the reason why it is not to be had. */
export type ReadRunAnswer =
  { readonly kind: 'read'; readonly run: Run } | { readonly kind: 'refused'; readonly message: string }

/** What the main process asks of the comparison process. Each takes one argument. */
export interface ExperimentCalls {
  startComparison(wish: ComparisonWish): Promise<StartExperimentAnswer>
  startSweep(wish: SweepWish): Promise<StartExperimentAnswer>
  /** One list of files for each group. */
  compareSaved(groups: readonly (readonly string[])[]): Promise<StartExperimentAnswer>
  cancel(arg: null): Promise<void>
  chooseBaseline(variant: number): Promise<ChooseBaselineAnswer>
  readRun(runId: RunId): Promise<ReadRunAnswer>
  export(arg: {
    readonly kind: ExperimentKind
    readonly format: ExperimentFormat
    readonly file: string
  }): Promise<ExportAnswer>
  /** How the window writes: results are worded so, also those that are there. */
  useTextFormat(format: TextFormat): Promise<void>
  /** Ends what runs and removes what was kept. */
  close(arg: null): Promise<void>
}
export type ExperimentCallName = keyof ExperimentCalls

/** A question; its answer carries the same number. */
export interface ExperimentQuestion {
  readonly number: number
  readonly name: ExperimentCallName
  readonly argument: unknown
}

export type ExperimentEvent =
  | { readonly kind: 'comparison'; readonly state: ComparisonState }
  | { readonly kind: 'scaling'; readonly state: ScalingState }

export type ExperimentMessage =
  | ExperimentEvent
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  /** It could not be answered: a bug, in its own words. */
  | { readonly kind: 'failed'; readonly number: number; readonly message: string }
