import type { TaskOutcome } from './task.ts'
import type { Bytes, Fraction, Hertz, Milliseconds } from './units.ts'

/** Of a set of durations; null where no task has one. */
export interface DurationSummary {
  readonly p50Ms: Milliseconds | null
  readonly p95Ms: Milliseconds | null
  readonly maxMs: Milliseconds | null
}

/** The least time that this work could take on this machine. */
export interface IdealBound {
  readonly ms: Milliseconds
  /** What sets it. */
  readonly binding: 'cores' | 'longest-task'
  /** Where the CPU time came from: the threads' own accounting, or, where there is none, run times. */
  readonly basis: 'thread-cpu' | 'run-time'
}

export interface SamplerSummary {
  readonly hz: Hertz
  readonly samples: number
  readonly latenessP99Ms: Milliseconds | null
  /** CPU time of the sampler's thread as a share of one core; null where it could not be read. */
  readonly ownCpuFraction: Fraction | null
}

/** A run in a handful of numbers; the same while it runs and after. */
export interface RunSummary {
  /** First queued to last finished; null before anything finished. */
  readonly makespanMs: Milliseconds | null
  readonly ideal: IdealBound | null
  /** Makespan / ideal bound, 1 or more. */
  readonly idealRatio: number | null
  readonly outcomes: Readonly<Record<TaskOutcome, number>>
  readonly unfinished: number
  readonly queueWait: DurationSummary
  readonly runTime: DurationSummary
  /** Tasks that came to their own end, well or badly, per second of makespan: not those that were stopped. */
  readonly throughputPerSecond: number | null
  /** Sum of run times / makespan: how much work was in progress at once, on average. */
  readonly speedUp: number | null
  readonly coreMean: readonly (Fraction | null)[]
  readonly corePeak: readonly (Fraction | null)[]
  /** Mean over all cores, weighted by time. */
  readonly coresBusy: Fraction | null
  readonly peakProcessMemoryBytes: Bytes | null
  readonly peakSystemMemoryBytes: Bytes | null
  readonly droppedEvents: number
  readonly sampler: SamplerSummary
}
