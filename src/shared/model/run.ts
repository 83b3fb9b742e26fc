import type { Environment } from './environment.ts'
import type { RunId, TaskIndex } from './ids.ts'
import type { Measurement } from './measurement.ts'
import type { Plan } from './plan.ts'
import type { Preset } from './preset.ts'
import type { RunOptions } from './run-options.ts'
import type { SampleTable } from './sample.ts'
import type { SliceTable } from './slice.ts'
import type { Slot } from './slot.ts'
import type { StrategyId } from './strategy.ts'
import type { TaskFailure } from './task.ts'
import type { TaskTable } from './task-table.ts'
import type { Milliseconds, RunMs } from './units.ts'

/** What is fixed about a run before its first task is queued. */
export interface RunHeader {
  readonly id: RunId
  /** Wall-clock time of run time 0, ISO 8601. */
  readonly startedAt: string
  readonly preset: Preset
  readonly plan: Plan
  readonly strategy: StrategyId
  readonly options: RunOptions
  readonly slots: readonly Slot[]
  readonly environment: Environment
  readonly measurement: Measurement
  /** How long it took to start the threads and calibrate, before run time 0. */
  readonly preparationMs: Milliseconds
}

export type RunPhase =
  | { readonly kind: 'running' }
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'completed' }
  | { readonly kind: 'cancelled' }
  /** The engine itself could not go on; what was recorded is kept. */
  | { readonly kind: 'broken'; readonly message: string }
  /** The process that recorded it ended before the run did, and can say no more: only a run that was read from disk is that. */
  | { readonly kind: 'interrupted' }

/** True once nothing more will be recorded. */
export function isOver(phase: RunPhase): boolean {
  return phase.kind !== 'running' && phase.kind !== 'cancelling'
}

/** A run as recorded so far, or for good. */
export interface Run {
  readonly header: RunHeader
  readonly tasks: TaskTable
  readonly slices: SliceTable
  readonly samples: SampleTable
  /** Only tasks that failed have an entry. */
  readonly failures: ReadonlyMap<TaskIndex, TaskFailure>
  readonly phase: RunPhase
  /** Run time up to which this is complete. */
  readonly nowMs: RunMs
  /** Records that found their ring full: task events and samples. */
  readonly droppedEvents: number
}

/** What was recorded since the batch before. Applied by `applyBatch`, on either side of the contract. */
export interface RunBatch {
  readonly runId: RunId
  /** 1, 2, 3 …: a gap means that a snapshot is needed. */
  readonly sequence: number
  /** Task event records, `eventWidth` doubles each. */
  readonly events: Float64Array
  /** Sample records, `sampleWidth(shape)` doubles each. */
  readonly samples: Float64Array
  readonly failures: readonly (readonly [TaskIndex, TaskFailure])[]
  readonly phase: RunPhase
  readonly nowMs: RunMs
  readonly droppedEvents: number
}

/** A run whole, for a window that is late or was reloaded; the next batch to apply is `sequence + 1`. */
export interface RunSnapshot {
  readonly sequence: number
  readonly run: Run
}
