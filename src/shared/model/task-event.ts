/**
 * A task event is one fixed-size record of doubles, written where the thing happened. Threads write theirs into a
 * ring in shared memory, the scheduler into a log of its own; whoever folds them sees the same layout.
 */
export const eventField = {
  kind: 0,
  task: 1,
  atMs: 2,
  /** -1 where no slot is concerned. */
  slot: 3,
  /** progress: share done; finished: checksum or NaN; settled: state code. */
  value: 4,
  /** finished: CPU time that the thread gave to the task, in ms; NaN where tasks share it or it was not read. */
  onCpuMs: 5,
  /** finished: time that the thread was ready to run but had no core, in ms; NaN likewise. */
  readyMs: 6,
} as const

export const eventWidth = 7

export const eventKind = {
  /** The scheduler took the task. */
  queued: 1,
  /** The thread began it. */
  started: 2,
  progress: 3,
  /** The thread ended it, well or badly. */
  finished: 4,
  /** The scheduler decided its outcome: once for each task. */
  settled: 5,
  /** Its thread died through another task's fault: it waits again. */
  requeued: 6,
} as const
