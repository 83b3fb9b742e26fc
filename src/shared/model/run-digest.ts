import type { Accounting } from './account.ts'
import type { Environment } from './environment.ts'
import type { ToldFinding } from './finding.ts'
import type { RunId } from './ids.ts'
import type { RunOptions } from './run-options.ts'
import type { RunPhase } from './run.ts'
import type { StrategyId } from './strategy.ts'
import type { RunSummary } from './summary.ts'
import type { Milliseconds } from './units.ts'

/** What a comparison knows of one run: everything but its columns, so that hundreds of runs fit in memory. */
export interface RunDigest {
  readonly id: RunId
  /** Wall-clock time of run time 0, ISO 8601. */
  readonly startedAt: string
  readonly presetId: string
  readonly presetTitle: string
  readonly strategy: StrategyId
  readonly options: RunOptions
  readonly taskCount: number
  readonly ending: RunPhase['kind']
  readonly environment: Environment
  /** Hash of the plan: two runs with the same one had the same tasks, parameters and seeds to do. */
  readonly work: string
  /** The same with calibrated work as the time that it is to take: equal where only the machine's speed differs. */
  readonly targets: string
  /** What calibrated tasks were given to do for each ms of their target; null: no task was calibrated. */
  readonly iterationsPerMs: number | null
  /** Hash of the checksums of the tasks that were not calibrated. */
  readonly fixedChecksum: string
  /** Hash of the checksums of all tasks that succeeded, in the order of the plan: two runs with the same one did the same. */
  readonly checksum: string
  readonly summary: RunSummary
  /** CPU time of the tasks; null where it was not read. */
  readonly cpuMs: Milliseconds | null
  /** How many cores other programs kept busy, on average; null where it is not known. */
  readonly othersCores: number | null
  readonly accounting: Accounting
  readonly findings: readonly ToldFinding[]
}
