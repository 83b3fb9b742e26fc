import type { Environment } from './environment.ts'
import type { RunId } from './ids.ts'
import type { JsonSummary } from './json-report.ts'
import type { Measurement } from './measurement.ts'
import type { Plan } from './plan.ts'
import type { Preset } from './preset.ts'
import type { RunOptions } from './run-options.ts'
import type { RunPhase } from './run.ts'
import type { SampleShape } from './sample.ts'
import type { RunOrigin } from './saved-run.ts'
import type { Slot } from './slot.ts'
import type { StrategyId } from './strategy.ts'
import type { Milliseconds, RunMs } from './units.ts'

/** Version of `run.json`; each change is a heading in `docs/run-format.md`, and a step in the upgrades. */
export const runDocumentVersion = 1

/** A run without its columns: `run.json` of a run folder, and what a report carries beside the columns. Knows no NaN. */
export interface RunDocument {
  readonly format: 'taskscope-run'
  readonly schemaVersion: number
  readonly id: RunId
  /** Wall-clock time of run time 0, ISO 8601. */
  readonly startedAt: string
  readonly ending: RunPhase['kind']
  /** What broke it: only where `ending` is `broken`. */
  readonly message?: string
  /** Version of Taskscope that recorded it, or first imported it. */
  readonly taskscope: string
  readonly origin: RunOrigin
  readonly preset: Preset
  readonly plan: Plan
  readonly strategy: StrategyId
  readonly options: RunOptions
  readonly slots: readonly Slot[]
  readonly environment: Environment
  readonly measurement: Measurement
  readonly preparationMs: Milliseconds
  readonly sampleShape: SampleShape
  readonly recordedUntilMs: RunMs
  readonly droppedEvents: number
  readonly slicesLeftOut: number
  /** Rows of each table; null while the run goes on. */
  readonly rows: {
    readonly tasks: number
    readonly slices: number
    readonly samples: number
    readonly failures: number
  } | null
  /** Null while the run goes on. */
  readonly summary: JsonSummary | null
}
