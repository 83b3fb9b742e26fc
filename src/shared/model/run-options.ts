import type { Hertz, Milliseconds } from './units.ts'

/** In which order queued tasks start: as submitted, by priority (higher first), or by estimated length, either way. */
export const policies = ['fifo', 'priority', 'shortest-first', 'longest-first'] as const
export type Policy = (typeof policies)[number]

/**
 * How closely tasks are looked at. full: everything. no-anatomy: async tasks on the loop are not told apart. stamps: start and
 * finish only, no CPU times, no garbage collection.
 */
export const details = ['full', 'no-anatomy', 'stamps'] as const
export type Detail = (typeof details)[number]

/** Everything about a run that is not its tasks. All sizes are whole numbers. */
export interface RunOptions {
  /** Threads (or processes) for computing tasks. Default: one per core. */
  readonly cpuWorkers: number
  /** Threads for blocking tasks. Default: min(32, cores + 4). */
  readonly blockingThreads: number
  /** Most tasks that the loop holds at once. Default: 10,000. */
  readonly loopConcurrency: number
  /** Most threads under the `threads` strategy, which wants one for each task. Default: 64. */
  readonly threadLimit: number
  /** A task that has run longer is stopped and counted as timed-out; null: no limit. */
  readonly taskTimeoutMs: Milliseconds | null
  /** JavaScript heap that one thread or process may use, in MiB. */
  readonly memoryLimitMb: number
  /** Seeds the plan: task seeds and download jitter. The same seed gives the same plan. */
  readonly seed: number
  readonly policy: Policy
  /** Samples per second, up to 50; 0: nothing is sampled. */
  readonly sampleHz: Hertz
  readonly detail: Detail
  /** A task that holds the loop for longer than this is said to block it. */
  readonly blockedLoopMs: Milliseconds
}

/** What is used where neither the user nor the preset says otherwise. Sizes follow `unsync` and Python's pools. */
export function defaultRunOptions(cores: number): RunOptions {
  return {
    cpuWorkers: cores,
    blockingThreads: Math.min(32, cores + 4),
    loopConcurrency: 10_000,
    threadLimit: 64,
    taskTimeoutMs: null,
    memoryLimitMb: 1024,
    seed: 1,
    policy: 'fifo',
    sampleHz: 10,
    detail: 'full',
    blockedLoopMs: 20,
  }
}

export type NumberOption = Exclude<keyof RunOptions, 'policy' | 'detail'>

/** The bounds of every size, for whoever asks for one: a preset file, the command line, the window. Inclusive. */
export const runOptionBounds = {
  cpuWorkers: { min: 1, max: 256 },
  blockingThreads: { min: 1, max: 256 },
  loopConcurrency: { min: 1, max: 1_000_000 },
  threadLimit: { min: 1, max: 256 },
  taskTimeoutMs: { min: 1, max: 86_400_000 },
  memoryLimitMb: { min: 16, max: 65_536 },
  seed: { min: 0, max: 4_294_967_295 },
  sampleHz: { min: 0, max: 50 },
  blockedLoopMs: { min: 1, max: 60_000 },
} as const satisfies Readonly<Record<NumberOption, { readonly min: number; readonly max: number }>>
