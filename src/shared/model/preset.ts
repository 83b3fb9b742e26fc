import type { RunOptions } from './run-options.ts'
import type { StrategyId } from './strategy.ts'
import type { TaskKind } from './task.ts'
import type { Milliseconds } from './units.ts'
import type { Parameters, WorkloadId } from './workload.ts'

export const presetSchemaVersion = 1

/** `count` tasks that are alike but for their seed. */
export interface TaskGroup {
  readonly name: string
  readonly kind: TaskKind
  readonly workload: WorkloadId
  readonly count: number
  /** Complete: what the file left out has its standard value. */
  readonly parameters: Parameters
  /** Higher starts first under the `priority` policy. */
  readonly priority: number
  /** Stops the task when it has run longer; null: the run's own limit holds. */
  readonly timeoutMs: Milliseconds | null
  /** Cancels the task this long after it was queued; null: never. */
  readonly cancelAfterMs: Milliseconds | null
}

/** A saved list of tasks and settings, validated. */
export interface Preset {
  readonly id: string
  readonly title: string
  /** What it shows, in a sentence or two. */
  readonly summary: string
  readonly strategy: StrategyId
  /** What this preset wants other than the defaults. */
  readonly options: Partial<RunOptions>
  readonly groups: readonly TaskGroup[]
}
