/**
 * A task event is one fixed-size record of doubles, written where the thing happened. Threads write theirs into a
 * ring in shared memory, the scheduler into a log of its own; whoever folds them sees the same layout.
 */
export const eventField = {
  kind: 0,
  /** -1 where no task is concerned: garbage collection. */
  task: 1,
  /** When it happened; slices: when it began. */
  atMs: 2,
  /** -1 where no slot is concerned. */
  slot: 3,
  /** progress: share done; finished: checksum or NaN; settled: state code; slices: when it ended. */
  value: 4,
  /** finished, slices: CPU time that the thread gave to the task, in ms; NaN where it was not or could not be read. */
  onCpuMs: 5,
  /** finished, slices: time ready to run, but held up (no core, or another task had the loop), in ms; NaN likewise. */
  readyMs: 6,
  /** finished: time suspended by a timer, in ms; NaN likewise. */
  timerMs: 7,
  /** finished: time suspended for input or output, in ms; NaN likewise. */
  ioMs: 8,
} as const

export const eventWidth = 9

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
  // From here on: slices, which have a length. See `slice.ts`.
  ran: 7,
  computed: 8,
  timerWait: 9,
  ioWait: 10,
  minorCollection: 11,
  majorCollection: 12,
} as const

/** True for the records that `foldSlices` takes; `foldTaskEvents` takes the others. */
export function isSliceKind(kind: number): boolean {
  return kind >= eventKind.ran
}
