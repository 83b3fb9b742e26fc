import type { SlotIndex, TaskIndex } from './ids.ts'
import type { sampleField } from './sample.ts'
import type { SliceKind } from './slice.ts'
import type { IdealBound, RunSummary } from './summary.ts'
import type { TaskTimeBasis } from './task-time.ts'
import type { TaskFailure, TaskKind, TaskState } from './task.ts'
import type { WorkloadId } from './workload.ts'

/** Version of the JSON report; each change is a heading in `docs/run-format.md`. */
export const jsonReportSchemaVersion = 2

/** `summary` of the JSON report. */
export interface JsonSummary extends Omit<RunSummary, 'outcomes' | 'unfinished' | 'ideal'> {
  readonly idealBoundMs: number | null
  readonly idealBinding: IdealBound['binding'] | null
  readonly idealBasis: IdealBound['basis'] | null
  readonly tasks: {
    readonly succeeded: number
    readonly failed: number
    readonly cancelled: number
    readonly timedOut: number
    readonly unfinished: number
  }
}

/** One of `tasks` of the JSON report. Null: not known, or it did not come to that. */
export interface JsonTask {
  readonly id: TaskIndex
  readonly name: string
  readonly kind: TaskKind
  readonly workload: WorkloadId
  readonly outcome: TaskState
  readonly failure: TaskFailure | null
  readonly slot: SlotIndex | null
  readonly queuedMs: number | null
  readonly startedMs: number | null
  readonly finishedMs: number | null
  readonly onCpuMs: number | null
  readonly readyMs: number | null
  readonly timerMs: number | null
  readonly ioMs: number | null
  readonly suspendedMs: number | null
  readonly unexplainedMs: number | null
  readonly timeBasis: TaskTimeBasis
  readonly checksum: number | null
  readonly seed: number
  readonly starts: number
  /** When it was last put back in the queue; null: never. */
  readonly requeuedMs: number | null
  /** 0 to 1. */
  readonly progress: number
}

/** One of `slices` of the JSON report. */
export interface JsonSlice {
  readonly kind: SliceKind
  /** Null: no task's (garbage collection). */
  readonly task: TaskIndex | null
  readonly slot: SlotIndex
  readonly fromMs: number
  readonly toMs: number
  readonly onCpuMs: number | null
  readonly readyMs: number | null
}

/** One of `samples` of the JSON report. Null: could not be read. */
export interface JsonSample extends Readonly<Record<keyof typeof sampleField, number | null>> {
  /** By core. */
  readonly coreBusy: readonly (number | null)[]
  readonly coreFrequencyMhz: readonly (number | null)[]
  /** By slot. */
  readonly slotOnCpuMs: readonly (number | null)[]
  readonly slotReadyMs: readonly (number | null)[]
  readonly slotCore: readonly (number | null)[]
}
