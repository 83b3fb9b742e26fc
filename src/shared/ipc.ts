import type { ActionId } from './actions.ts'
import type { AppSettings, SettingsState } from './model/app-settings.ts'
import type { Environment } from './model/environment.ts'
import type { ComparisonState, ScalingState } from './model/experiment-state.ts'
import type { ExperimentKind } from './model/experiment.ts'
import type { ExportState } from './model/export-state.ts'
import type { RunId } from './model/ids.ts'
import type { Preparation } from './model/preparation.ts'
import type { Detail, Policy, RunOptions } from './model/run-options.ts'
import type { ReportFormat } from './model/report-format.ts'
import type { Run, RunBatch, RunSnapshot } from './model/run.ts'
import type { LibraryChange, LibrarySnapshot, RunLabels, SavingState } from './model/saved-run.ts'
import type { SweptSize } from './model/scaling.ts'
import type { SelfTestState } from './model/self-test.ts'
import type { StrategyId } from './model/strategy.ts'
import type { TaskKind } from './model/task.ts'
import type { Bytes, Milliseconds } from './model/units.ts'

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
  /** Roughly, to know what one lets oneself in for; null or left out: nobody can know. */
  readonly roughLength?: RoughLength | null
}

/** How long a preset's tasks take, by estimate. */
export interface RoughLength {
  /** One after the other. */
  readonly oneByOneMs: Milliseconds
  /** With all that can overlap overlapping: the computing spread over the cores, or the longest task. */
  readonly atBestMs: Milliseconds
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

/** What came of an export of a comparison or sweep. */
export type ExportAnswer =
  /** The file's own name, for the message; the window never learns its folder. */
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'refused'; readonly message: string }

export interface RunExportRequest {
  /** Of the run on screen, or of one in the library. */
  readonly runId: RunId
  /** At least one, each once. */
  readonly formats: readonly ReportFormat[]
  /** With the names of host and user, and with paths. */
  readonly isPrivateShown: boolean
}

export type StartExportAnswer =
  /** The stream `export` tells how it goes on. */
  | { readonly kind: 'started' }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'refused'; readonly message: string }

/** What came of something that was done to saved runs. */
export type LibraryAnswer =
  /** The stream `libraryChange` brings what has changed. */
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string }

export type ImportAnswer =
  | {
      readonly kind: 'imported'
      /** Also those that were in the library already. */
      readonly runIds: readonly RunId[]
      /** What could not be read, a sentence each. */
      readonly problems: readonly string[]
    }
  | { readonly kind: 'dismissed' }

export type ReuseAnswer =
  /** What the run was asked for; its preset is among the presets from now on. */
  | { readonly kind: 'offered'; readonly preset: PresetOffer; readonly request: RunRequest }
  | { readonly kind: 'refused'; readonly message: string }

/** A change of some settings; the run folder is only ever chosen in the native dialog. */
export type SettingsChange = Partial<Omit<AppSettings, 'runsFolder'>>

export type SettingsAnswer =
  /** The stream `settings` brings the new state, to every part of the window. */
  | { readonly kind: 'done' }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'refused'; readonly message: string }

/** Something opened not long ago, best known by its name: the window never learns its folder. */
export interface RecentFile {
  readonly id: string
  readonly name: string
  readonly what: 'preset' | 'runs'
}

/** What came of something that the system, another start of the app or the list of recent files asked to open. */
export type OpenedFile =
  | { readonly kind: 'preset'; readonly preset: PresetOffer }
  /** Brought into the library; a single one is the run on screen, unless one is under way. */
  | {
      readonly kind: 'runs'
      readonly runIds: readonly RunId[]
      readonly isShown: boolean
      readonly problems: readonly string[]
    }
  | { readonly kind: 'refused'; readonly message: string }

/** What the app is made of, for whoever asks. */
export interface AboutFacts {
  readonly version: string
  /** Such as `{ electron: '45.4.1', chromium: '…', node: '…', v8: '…' }`. */
  readonly runtime: Readonly<Record<string, string>>
  readonly operatingSystem: string
  readonly architecture: string
  /** Runs on an older runtime that is for development and tests. */
  readonly isFallbackRuntime: boolean
  /** The licences of the software inside; null or left out: they are not beside the app. */
  readonly notices?: string | null
}

/** What the machine lives on; null: it does not tell. */
export interface PowerState {
  readonly isOnBattery: boolean | null
  /** The machine is kept awake for what is under way. */
  readonly isKeptAwake: boolean
}

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
  /** Lets the user choose where to, in the native dialog, then writes there. One export at a time. */
  startExport(arg: RunExportRequest): Promise<StartExportAnswer>
  /** Cancels the export under way; nothing to do where none is. What has been written whole stays. */
  cancelExport(arg: null): Promise<void>
  readExport(arg: null): Promise<ExportState>
  /** Shows the files of the last export in the system's file manager. */
  revealExport(arg: null): Promise<void>
  readSaving(arg: null): Promise<SavingState>
  /** Lets the user choose a folder for the run that could not be saved, and writes it there; the library is not moved. */
  saveElsewhere(arg: null): Promise<StartExportAnswer>
  readLibrary(arg: null): Promise<LibrarySnapshot>
  /** Makes a saved run the run on screen. */
  openRun(arg: { readonly runId: RunId }): Promise<OpenRunAnswer>
  labelRun(arg: { readonly runId: RunId; readonly labels: RunLabels }): Promise<LibraryAnswer>
  /** To the system's trash. */
  deleteRuns(arg: { readonly runIds: readonly RunId[] }): Promise<LibraryAnswer>
  /** In the system's file manager. */
  revealRun(arg: { readonly runId: RunId }): Promise<LibraryAnswer>
  /** The settings of a saved run, to run it again. */
  reuseRun(arg: { readonly runId: RunId }): Promise<ReuseAnswer>
  /** Lets the user choose files in the native dialog. */
  importRuns(arg: null): Promise<ImportAnswer>
  limitLibrary(arg: { readonly limitBytes: Bytes | null }): Promise<LibraryAnswer>
  /** Lets the user choose a preset file in the native dialog. */
  openPreset(arg: null): Promise<OpenPresetAnswer>
  readSettings(arg: null): Promise<SettingsState>
  changeSettings(arg: SettingsChange): Promise<SettingsAnswer>
  /** Lets the user choose the folder that runs are kept in, in the native dialog. */
  chooseRunsFolder(arg: null): Promise<SettingsAnswer>
  /** The standard folder again. */
  resetRunsFolder(arg: null): Promise<SettingsAnswer>
  /** Shows the settings file in the system's file manager. */
  revealSettings(arg: null): Promise<void>
  readRecent(arg: null): Promise<readonly RecentFile[]>
  /** What comes of it is told by the stream `opened`. */
  openRecent(arg: { readonly id: string }): Promise<void>
  readAbout(arg: null): Promise<AboutFacts>
  readPower(arg: null): Promise<PowerState>
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
  startExport: true,
  cancelExport: true,
  readExport: true,
  revealExport: true,
  readSaving: true,
  saveElsewhere: true,
  readLibrary: true,
  openRun: true,
  labelRun: true,
  deleteRuns: true,
  revealRun: true,
  reuseRun: true,
  importRuns: true,
  limitLibrary: true,
  openPreset: true,
  readSettings: true,
  changeSettings: true,
  chooseRunsFolder: true,
  resetRunsFolder: true,
  revealSettings: true,
  readRecent: true,
  openRecent: true,
  readAbout: true,
  readPower: true,
  acknowledgeBatch: true,
  reportFirstFrame: true,
} as const satisfies Record<keyof Requests, true>

/** What the main process tells the window, again and again. */
export interface Streams {
  /** A run begins (or another window state must be dropped): read the snapshot. */
  runBegun: RunId
  runBatch: RunBatch
  /** A run is being prepared: threads start, work is calibrated. Null: no longer. */
  preparing: Preparation | null
  /** How the self-test stands, at every change. */
  selfTest: SelfTestState
  /** How the comparison stands, at every change. */
  comparison: ComparisonState
  /** How the scaling sweep stands, at every change. */
  scaling: ScalingState
  /** How the export under way, or the last one, stands, at every change. */
  export: ExportState
  /** Where the run under way, or the last one, is being kept, at every change. */
  saving: SavingState
  libraryChange: LibraryChange
  /** At every change, whoever made it. */
  settings: SettingsState
  recent: readonly RecentFile[]
  opened: OpenedFile
  power: PowerState
  /** An action from the application menu. */
  action: ActionId
}

export const streamNames = {
  runBegun: true,
  runBatch: true,
  preparing: true,
  selfTest: true,
  comparison: true,
  scaling: true,
  export: true,
  saving: true,
  libraryChange: true,
  settings: true,
  recent: true,
  opened: true,
  power: true,
  action: true,
} as const satisfies Record<keyof Streams, true>

/** Carries paths of dropped files from the preload script to the main process; nothing else of the page reaches it. */
export const droppedFilesChannel = 'dropped-files'

/** A `File` of the page, of which this contract knows nothing more. */
export type DroppedFile = object

/** `window.api`: the contract as the preload script hands it to the page. */
export interface Api extends Requests {
  /** Imports files that the user has dropped on the window: the page holds them, but never learns where they are. */
  importDropped(files: readonly DroppedFile[]): Promise<ImportAnswer>
  /** Follows a stream until the returned function is called. */
  subscribe<Name extends keyof Streams>(name: Name, listener: (value: Streams[Name]) => void): () => void
}
