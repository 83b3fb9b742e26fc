import type { WaitReason } from './held-watch.ts'
import type { Parameters } from '#shared/model/workload.ts'

/** What a task is given beside its parameters. */
export interface TaskContext {
  /** The task's own seed: the same plan gives the same work. */
  readonly seed: number
  /** Exists, belongs to this run, and is removed after it. */
  readonly temporaryFolder: string
  /** Where the built-in content server answers, such as `http://127.0.0.1:40123`; null when it does not run. */
  readonly contentOrigin: string | null
  /** Aborted when the task is to stop. A loop that holds its thread learns of it at its checkpoints only. */
  readonly signal: AbortSignal
  /**
   * Reports the share that is done, 0 to 1, and throws the signal's reason when the task is to stop. Costs well under
   * a microsecond; a computing workload calls it every millisecond or so.
   */
  checkpoint(share: number): void
  /** Calls what will hold the thread for input or output (or hold it up), so that the time is known for what it is. */
  inputOutput<Result>(action: () => Result): Result
  /** Holds the thread for that long; throws the signal's reason, at once, when the task is to stop. */
  sleepHoldingThread(ms: number): void
}

/**
 * A kind of work, in one form or both. The result is a checksum: a whole number below 2^53 that depends on the parameters
 * and the seed only, so that strategies can be compared, and on all of the work, so that none is optimised away.
 */
export interface Workload {
  /** What its async form waits for; input or output where it does not say. */
  readonly waitsFor?: WaitReason
  /** Gives its thread away while it waits. */
  readonly async?: (parameters: Parameters, context: TaskContext) => Promise<number>
  /** Holds its thread until it is done: by waiting or by computing. */
  readonly blocking?: (parameters: Parameters, context: TaskContext) => number
}

/** A numeric parameter. Presets are validated before they are planned, so anything else is a bug. */
export function numberOf(parameters: Parameters, name: string): number {
  const value = parameters[name]
  if (typeof value !== 'number') throw new Error(`Expected the number "${name}", got ${String(value)}`)
  return value
}
