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
  /** What sets it. No task waits for another: the longest task is the longest chain, too. */
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

/** What Taskscope itself used while the run's tasks were in its hands. */
export interface OwnCost {
  /** CPU time of the main thread: scheduler, recorder, and whatever the app does there. */
  readonly mainThreadMs: Milliseconds
  readonly samplerMs: Milliseconds
  /** CPU time of the app's other processes; null: there are none. */
  readonly windowMs: Milliseconds | null
  /** All of these. */
  readonly totalMs: Milliseconds
  /**
   * What telling the async tasks of the loop apart took of the loop's thread: not part of the total, because the tasks' thread used
   * it. Null: nobody did that.
   */
  readonly anatomyMs: Milliseconds | null
  /** How long it was watched: the part of the run that samples cover. */
  readonly passedMs: Milliseconds
  /** CPU time / time passed: 1 is one core. */
  readonly shareOfCore: Fraction
  /** The same, shared among all cores of the machine. */
  readonly shareOfMachine: Fraction
}

/** Garbage collections of the threads that run tasks. */
export interface GarbageTotals {
  readonly count: number
  /** How many of them went through the whole heap. */
  readonly majorCount: number
  readonly totalMs: Milliseconds
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
  /** Sum of all stretches in which one task held a loop for longer than the run's `blockedLoopMs`; null: there was no loop. */
  readonly loopBlockedMs: Milliseconds | null
  /** Time ready / run time, of the tasks of which both are known; null: of none. */
  readonly readyShare: Fraction | null
  /** Changes of core of the slots' threads, at least; null where threads were not sampled. */
  readonly migrations: number | null
  /** Null where it was not recorded. */
  readonly garbage: GarbageTotals | null
  readonly own: OwnCost | null
  /** How long the machine slept during the run, which its times leave out; null: nothing was sampled. */
  readonly asleepMs: Milliseconds | null
  /** How often the machine held its processors back for heat during the run; null: it does not tell. */
  readonly throttles: number | null
  readonly droppedEvents: number
  readonly sampler: SamplerSummary
}
