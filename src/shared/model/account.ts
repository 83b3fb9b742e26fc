import type { ExecutorId } from './strategy.ts'
import type { Milliseconds } from './units.ts'

/** What time is spent on. The order is that of the bar, useful first. */
export const accountEntries = [
  /** On CPU, for tasks, without garbage collection. */
  'cpu',
  'garbage-collection',
  /** Ready, but without a core or without the loop. */
  'ready',
  /** Ready without a core because Taskscope itself was on one; in the account of cores, all that Taskscope used. */
  'own-cost',
  'input-output',
  'timer',
  /** Waiting for a slot. */
  'queue',
  /** Threads were being started, at the beginning or after one died. */
  'start-up',
  /** A slot was free and a task waited for it: the time that handing over takes. */
  'scheduling',
  /** Nothing to do. */
  'idle',
  /** Used by other programs. */
  'others',
  /** What the rest does not add up to. Negative where it adds up to more. */
  'unexplained',
] as const
export type AccountEntry = (typeof accountEntries)[number]

/** Time divided among entries. They sum to `totalMs`: what is not known is unexplained, not spread around. */
export interface Account {
  readonly totalMs: Milliseconds
  readonly parts: Readonly<Record<AccountEntry, Milliseconds>>
}

/** Where a run's time went, seen in three ways. */
export interface Accounting {
  /** Preparation and makespan, along the critical chain: what the one who waits for the end waited for. */
  readonly wall: Account
  /** Makespan times slots. */
  readonly slots: Account
  readonly executors: readonly {
    readonly executor: ExecutorId
    readonly slots: number
    readonly account: Account
  }[]
  /** Makespan times cores of the machine; null where cores or threads were not sampled. */
  readonly cores: Account | null
}
