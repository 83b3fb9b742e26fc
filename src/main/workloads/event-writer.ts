import { eventField, eventKind } from '#shared/model/task-event.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { RingWriter } from '#shared/rings/record-ring.ts'

/** Where a thread's task events go. Times are readings of the thread's own `performance.now()`. */
export interface EventWriter {
  started(task: TaskIndex, nowMs: number): void
  progress(task: TaskIndex, nowMs: number, share: number): void
  /** The parts of the task's time are NaN where they are not known. */
  finished(
    task: TaskIndex,
    nowMs: number,
    checksum: number,
    onCpuMs: number,
    readyMs: number,
    timerMs: number,
    ioMs: number,
  ): void
  /** `kind` is one of `sliceKind`; the task is -1 where it is none's. */
  slice(kind: number, task: TaskIndex, fromMs: number, toMs: number, onCpuMs: number, readyMs: number): void
}

/** Where records are put: a ring in shared memory, or a child process's outgoing batch. */
export type RecordSink = Pick<RingWriter, 'claim' | 'records' | 'publish'>

/** Writes events as records whose times are `nowMs - originMs`. Allocates nothing. */
export class RecordWriter implements EventWriter {
  originMs = 0
  readonly #sink: RecordSink

  constructor(sink: RecordSink) {
    this.#sink = sink
  }

  started(task: TaskIndex, nowMs: number): void {
    this.#write(eventKind.started, task, nowMs, NaN, NaN, NaN, NaN, NaN)
  }

  progress(task: TaskIndex, nowMs: number, share: number): void {
    this.#write(eventKind.progress, task, nowMs, share, NaN, NaN, NaN, NaN)
  }

  finished(
    task: TaskIndex,
    nowMs: number,
    checksum: number,
    onCpuMs: number,
    readyMs: number,
    timerMs: number,
    ioMs: number,
  ): void {
    this.#write(eventKind.finished, task, nowMs, checksum, onCpuMs, readyMs, timerMs, ioMs)
  }

  slice(kind: number, task: TaskIndex, fromMs: number, toMs: number, onCpuMs: number, readyMs: number): void {
    this.#write(kind, task, fromMs, toMs - this.originMs, onCpuMs, readyMs, NaN, NaN)
  }

  #write(
    kind: number,
    task: TaskIndex,
    nowMs: number,
    value: number,
    onCpuMs: number,
    readyMs: number,
    timerMs: number,
    ioMs: number,
  ): void {
    const at = this.#sink.claim()
    if (at < 0) return
    const records = this.#sink.records
    records[at + eventField.kind] = kind
    records[at + eventField.task] = task
    records[at + eventField.atMs] = nowMs - this.originMs
    // A thread knows its place in its pool only; the recorder, which knows whose ring it is, fills in the slot.
    records[at + eventField.slot] = -1
    records[at + eventField.value] = value
    records[at + eventField.onCpuMs] = onCpuMs
    records[at + eventField.readyMs] = readyMs
    records[at + eventField.timerMs] = timerMs
    records[at + eventField.ioMs] = ioMs
    this.#sink.publish()
  }
}
