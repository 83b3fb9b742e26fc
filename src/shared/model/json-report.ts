import type { SlotIndex, TaskIndex } from './ids.ts'
import type { IdealBound, RunSummary } from './summary.ts'
import type { TaskFailure, TaskKind, TaskState } from './task.ts'
import type { WorkloadId } from './workload.ts'

/** Version of the JSON report; each change is a heading in `docs/run-format.md`. */
export const jsonReportSchemaVersion = 1

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
  readonly checksum: number | null
  readonly seed: number
  readonly starts: number
}

/** One of `samples` of the JSON report. */
export interface JsonSample {
  readonly atMs: number | null
  readonly intervalMs: number | null
  readonly latenessMs: number | null
  readonly coreBusy: readonly (number | null)[]
  readonly memoryUsedBytes: number | null
  readonly memoryAvailableBytes: number | null
  readonly processMemoryBytes: number | null
  readonly samplerCpuMs: number | null
}
