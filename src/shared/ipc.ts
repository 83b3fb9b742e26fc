import type { Environment } from './model/environment.ts'
import type { ComparisonState, ScalingState } from './model/experiment-state.ts'
import type { RunId } from './model/ids.ts'
import type { Detail, Policy, RunOptions } from './model/run-options.ts'
import type { Run, RunBatch, RunSnapshot } from './model/run.ts'
import type { SweptSize } from './model/scaling.ts'
import type { SelfTestState } from './model/self-test.ts'
import type { StrategyId } from './model/strategy.ts'
import type { TaskKind } from './model/task.ts'

/**
 * The whole contract between the window and the main process. `Requests` are answered once; `Streams` keep coming.
 * What a user can act on comes back as data: an `Error` loses its class and cause on the way.
 */

/** A preset as the picker shows it. */
export interface PresetOffer {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly strategy: StrategyId
  /** What it asks for other than the defaults. */
  readonly options: Partial<RunOptions>
  readonly taskCount: number
  readonly tasksPerKind: Readonly<Record<TaskKind, number>>
}

export interface Catalog {
  readonly version: string
  readonly presets: readonly PresetOffer[]
  readonly defaults: RunOptions
  readonly environment: Environment
  readonly platform: string
}

/** Only what the user set; the preset's own wishes and the defaults fill the rest. */
export interface ChosenOptions {
  readonly cpuWorkers?: number
  readonly blockingThreads?: number
  readonly loopConcurrency?: number
  readonly threadLimit?: number
  readonly taskTimeoutMs?: number | null
  readonly memoryLimitMb?: number
  readonly seed?: number
  readonly policy?: Policy
  readonly sampleHz?: number
  readonly detail?: Detail
  readonly blockedLoopMs?: number
}

export interface RunRequest {
  readonly presetId: string
  readonly strategy: StrategyId
  readonly options: ChosenOptions
}

/** What a comparison and a sweep are both told. */
interface ExperimentRequest {
  readonly presetId: string
  readonly repeats: number
  readonly warmUps: number
  readonly pauseMs: number
}

export interface ComparisonRequest extends ExperimentRequest {
  readonly variants: readonly { readonly strategy: StrategyId; readonly options: ChosenOptions }[]
  /** Position of the variant that the others are compared with; null: the sequential one, else the first. */
  readonly baseline: number | null
}

export interface SweepRequest extends ExperimentRequest {
  readonly strategy: StrategyId
  readonly options: ChosenOptions
  readonly size: SweptSize
  /** Null: the standard ones for this machine. */
  readonly values: readonly number[] | null
}

export const experimentKinds = ['comparison', 'scaling'] as const
export type ExperimentKind = (typeof experimentKinds)[number]

export type StartAnswer =
  { readonly kind: 'started'; readonly runId: RunId } | { readonly kind: 'refused'; readonly message: string }

export type StartSelfTestAnswer =
  { readonly kind: 'started' } | { readonly kind: 'refused'; readonly message: string }

export type StartExperimentAnswer =
  | { readonly kind: 'started' }
  /** The user chose no files. */
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'refused'; readonly message: string }

export type OpenRunAnswer =
  { readonly kind: 'opened' } | { readonly kind: 'refused'; readonly message: string }

export type ChooseBaselineAnswer =
  /** The stream brings the new result. */
  { readonly kind: 'chosen' } | { readonly kind: 'refused'; readonly message: string }

export const experimentFormats = ['json', 'html', 'csv'] as const
export type ExperimentFormat = (typeof experimentFormats)[number]

export type OpenPresetAnswer =
  | { readonly kind: 'opened'; readonly preset: PresetOffer }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'refused'; readonly message: string }

export const exportFormats = ['json', 'html'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type ExportAnswer =
  /** The file's own name, for the message; the window never learns its folder. */
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'refused'; readonly message: string }

/** What the window asks of the main process. Each request takes one argument. */
export interface Requests {
  readCatalog(arg: null): Promise<Catalog>
  /** The run on screen: the current one, or the last that ended. Also tells that the window follows from here. */
  readSnapshot(arg: null): Promise<RunSnapshot | null>
  startRun(arg: RunRequest): Promise<StartAnswer>
  /** Cancels what is under way, also while it is being prepared; nothing to do where nothing is. */
  cancelRun(arg: null): Promise<void>
  /** Measures what observing costs, with so many pairs of runs. The run on screen stays; no other starts meanwhile. */
  startSelfTest(arg: { readonly pairs: number }): Promise<StartSelfTestAnswer>
  /** Cancels the self-test under way; nothing to do where none is. */
  cancelSelfTest(arg: null): Promise<void>
  readSelfTest(arg: null): Promise<SelfTestState>
  /** Begins a comparison; a former one and its runs are gone. How it stands comes by the stream of that name. */
  startComparison(arg: ComparisonRequest): Promise<StartExperimentAnswer>
  startSweep(arg: SweepRequest): Promise<StartExperimentAnswer>
  /** Compares saved runs: lets the user choose the files of each group in the native dialog, group after group. */
  compareSaved(arg: null): Promise<StartExperimentAnswer>
  /** Cancels the comparison or sweep under way; nothing to do where none is. */
  cancelExperiment(arg: null): Promise<void>
  readComparison(arg: null): Promise<ComparisonState>
  readScaling(arg: null): Promise<ScalingState>
  /** Compares with another variant from now on. */
  chooseBaseline(arg: { readonly variant: number }): Promise<ChooseBaselineAnswer>
  /** The columns of a run of the last comparison or sweep; null: it is gone. */
  readExperimentRun(arg: { readonly runId: RunId }): Promise<Run | null>
  /** Makes a run of the last comparison or sweep the run on screen. */
  openExperimentRun(arg: { readonly runId: RunId }): Promise<OpenRunAnswer>
  exportExperiment(arg: {
    readonly kind: ExperimentKind
    readonly format: ExperimentFormat
  }): Promise<ExportAnswer>
  exportRun(arg: { readonly runId: RunId; readonly format: ExportFormat }): Promise<ExportAnswer>
  /** Lets the user choose a preset file in the native dialog. */
  openPreset(arg: null): Promise<OpenPresetAnswer>
  /** The window has applied batches up to this one: the main process holds back what is not asked for. */
  acknowledgeBatch(arg: number): Promise<void>
  /** The first frame is on screen. */
  reportFirstFrame(arg: null): Promise<void>
}

// A record, not an array: a missing or misspelt name is a type error.
export const requestNames = {
  readCatalog: true,
  readSnapshot: true,
  startRun: true,
  cancelRun: true,
  startSelfTest: true,
  cancelSelfTest: true,
  readSelfTest: true,
  startComparison: true,
  startSweep: true,
  compareSaved: true,
  cancelExperiment: true,
  readComparison: true,
  readScaling: true,
  chooseBaseline: true,
  readExperimentRun: true,
  openExperimentRun: true,
  exportExperiment: true,
  exportRun: true,
  openPreset: true,
  acknowledgeBatch: true,
  reportFirstFrame: true,
} as const satisfies Record<keyof Requests, true>

/** What the main process tells the window, again and again. */
export interface Streams {
  /** A run begins (or another window state must be dropped): read the snapshot. */
  runBegun: RunId
  runBatch: RunBatch
  /** A run is being prepared: threads start, work is calibrated. Null: no longer. */
  preparing: string | null
  /** How the self-test stands, at every change. */
  selfTest: SelfTestState
  /** How the comparison stands, at every change. */
  comparison: ComparisonState
  /** How the scaling sweep stands, at every change. */
  scaling: ScalingState
  /** A command from the application menu. */
  menuCommand: MenuCommand
}

export const menuCommands = [
  'run',
  'cancel',
  'export-json',
  'export-html',
  'open-preset',
  'fit',
  'self-test',
  'view-lab',
  'view-compare',
  'view-scaling',
] as const
export type MenuCommand = (typeof menuCommands)[number]

export const streamNames = {
  runBegun: true,
  runBatch: true,
  preparing: true,
  selfTest: true,
  comparison: true,
  scaling: true,
  menuCommand: true,
} as const satisfies Record<keyof Streams, true>

/** `window.api`: the contract as the preload script hands it to the page. */
export interface Api extends Requests {
  /** Follows a stream until the returned function is called. */
  subscribe<Name extends keyof Streams>(name: Name, listener: (value: Streams[Name]) => void): () => void
}
