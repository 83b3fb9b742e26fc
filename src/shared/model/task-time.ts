import type { Milliseconds } from './units.ts'

/**
 * How a task's CPU time is known. thread: read by its own thread, which it had to itself. loop: summed over its stretches
 * on the loop. slot: it was too short to be read by itself; its slot's account covers it. unknown: not at all.
 */
export type TaskTimeBasis = 'thread' | 'loop' | 'slot' | 'unknown'

/** Where one task's turnaround went. Null: not known, or it did not come to that. */
export interface TaskTime {
  readonly basis: TaskTimeBasis
  /** Queued to finished. */
  readonly turnaroundMs: Milliseconds | null
  readonly queueWaitMs: Milliseconds | null
  readonly onCpuMs: Milliseconds | null
  readonly readyMs: Milliseconds | null
  readonly timerMs: Milliseconds | null
  readonly ioMs: Milliseconds | null
  /** Timer and input/output together. */
  readonly suspendedMs: Milliseconds | null
  /** Turnaround less all of the above, where they are known; negative where they add up to more. */
  readonly unexplainedMs: Milliseconds | null
}
