import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { CsvValue } from '../csv/csv-row.ts'
import { labelOf } from './trials.ts'

/** A column of the table of runs. Its name has the unit. */
export type TrialColumn = readonly [
  name: string,
  value: (trial: Trial, outline: ExperimentOutline) => CsvValue,
]

/** What every experiment knows of each of its runs. */
export const trialColumns: readonly TrialColumn[] = [
  ['variant', (trial, outline) => labelOf(outline, trial)],
  ['round', ({ round }) => round],
  ['place', ({ place }) => place],
  ['run_id', ({ run }) => run.id],
  ['started_at', ({ run }) => run.startedAt],
  ['ending', ({ run }) => run.ending],
  ['preset', ({ run }) => run.presetId],
  ['strategy', ({ run }) => run.strategy],
  ['cpu_workers', ({ run }) => run.options.cpuWorkers],
  ['blocking_threads', ({ run }) => run.options.blockingThreads],
  ['loop_concurrency', ({ run }) => run.options.loopConcurrency],
  ['thread_limit', ({ run }) => run.options.threadLimit],
  ['policy', ({ run }) => run.options.policy],
  ['seed', ({ run }) => run.options.seed],
  ['tasks', ({ run }) => run.taskCount],
  ['makespan_ms', ({ run }) => run.summary.makespanMs],
  ['ideal_bound_ms', ({ run }) => run.summary.ideal?.ms ?? null],
  ['throughput_per_second', ({ run }) => run.summary.throughputPerSecond],
  ['queue_wait_p50_ms', ({ run }) => run.summary.queueWait.p50Ms],
  ['queue_wait_p95_ms', ({ run }) => run.summary.queueWait.p95Ms],
  ['queue_wait_max_ms', ({ run }) => run.summary.queueWait.maxMs],
  ['run_time_p50_ms', ({ run }) => run.summary.runTime.p50Ms],
  ['run_time_p95_ms', ({ run }) => run.summary.runTime.p95Ms],
  ['run_time_max_ms', ({ run }) => run.summary.runTime.maxMs],
  ['cpu_ms', ({ run }) => run.cpuMs],
  ['loop_blocked_ms', ({ run }) => run.summary.loopBlockedMs],
  ['cores_busy', ({ run }) => run.summary.coresBusy],
  ['others_cores', ({ run }) => run.othersCores],
  ['peak_memory_bytes', ({ run }) => run.summary.peakProcessMemoryBytes],
  ['peak_system_memory_bytes', ({ run }) => run.summary.peakSystemMemoryBytes],
  ['own_share', ({ run }) => run.summary.own?.shareOfMachine ?? null],
  ['succeeded', ({ run }) => run.summary.outcomes.succeeded],
  ['failed', ({ run }) => run.summary.outcomes.failed],
  ['cancelled', ({ run }) => run.summary.outcomes.cancelled],
  ['timed_out', ({ run }) => run.summary.outcomes['timed-out']],
  ['unfinished', ({ run }) => run.summary.unfinished],
  ['dropped_records', ({ run }) => run.summary.droppedEvents],
  ['cpu_model', ({ run }) => run.environment.cpuModel],
  ['cores', ({ run }) => run.environment.cores],
  ['work', ({ run }) => run.work],
  ['checksum', ({ run }) => run.checksum],
]
