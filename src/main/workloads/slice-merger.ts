import type { TaskIndex } from '#shared/model/ids.ts'
import { sliceKind } from '#shared/model/slice.ts'
import type { EventWriter } from './event-writer.ts'

/** Shorter slices are not worth a record: they join a neighbour of their kind, or are left to the task's totals. */
export const shortestSliceMs = 0.25
/** A slice is written when it has become this long, so that a picture of the run under way does not lag. */
const longestMergeMs = 100
/**
 * On the loop, neighbours are several turns: a task that gives the loop away now and then must not look as if it held it in one
 * piece.
 */
const longestMergeOnLoopMs = 1

/** One task's slices on their way into the record: neighbours of a kind become one. */
export class SliceMerger {
  readonly #events: EventWriter
  #task: TaskIndex = -1
  #kind = 0
  #fromMs = 0
  #toMs = 0
  #onCpuMs = 0
  #readyMs = 0

  constructor(events: EventWriter) {
    this.#events = events
  }

  /** What follows is this task's. */
  begin(task: TaskIndex): void {
    this.#task = task
    this.#kind = 0
  }

  /** `readyBeforeMs`: the stretch just before it in which it was ready, if that is how the kind's `readyMs` is meant. */
  add(
    kind: number,
    fromMs: number,
    toMs: number,
    onCpuMs: number,
    readyMs: number,
    readyBeforeMs: number,
  ): void {
    const isShort = toMs - fromMs < shortestSliceMs && readyBeforeMs < shortestSliceMs
    const continues =
      kind === this.#kind &&
      readyBeforeMs < shortestSliceMs &&
      fromMs - this.#toMs < shortestSliceMs &&
      toMs - this.#fromMs < (kind === sliceKind.ran ? longestMergeOnLoopMs : longestMergeMs)
    if (continues) {
      this.#toMs = toMs
      this.#onCpuMs += onCpuMs
      this.#readyMs += readyMs
    } else if (!isShort) {
      this.flush()
      this.#kind = kind
      this.#fromMs = fromMs
      this.#toMs = toMs
      this.#onCpuMs = onCpuMs
      this.#readyMs = readyMs
    }
  }

  /** Writes what waits. */
  flush(): void {
    if (this.#kind === 0) return
    this.#events.slice(this.#kind, this.#task, this.#fromMs, this.#toMs, this.#onCpuMs, this.#readyMs)
    this.#kind = 0
  }
}
