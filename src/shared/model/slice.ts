import { eventKind } from './task-event.ts'

/**
 * A slice is a stretch of a slot's time whose use was measured: row = slice, in no order. The slices of a task need not
 * cover its run time (short ones are merged or left out); its totals in the task table do.
 */
export interface SliceTable {
  count: number
  /** Code of a `SliceKind`. */
  kind: Uint8Array
  /** -1: no task's (garbage collection). */
  task: Int32Array
  slot: Int16Array
  fromMs: Float64Array
  toMs: Float64Array
  /** CPU time within the slice; NaN where it is not known. */
  onCpuMs: Float32Array
  /**
   * computed: time within the slice ready, but without a core. ran: time *before* the slice in which it was ready, or may have
   * been, but another task had the loop. NaN where it is not known.
   */
  readyMs: Float32Array
  /** Slices that came after the table was full. Totals of tasks are not affected. */
  leftOut: number
}

export const sliceKind = {
  /** The task's code ran on the loop. */
  ran: eventKind.ran,
  /** The task held its thread and did not wait by its own will, between two of its checkpoints. */
  computed: eventKind.computed,
  /** Suspended by a timer. */
  timerWait: eventKind.timerWait,
  /** Suspended for input or output. */
  ioWait: eventKind.ioWait,
  /** The thread's garbage collector, young generation: part of whatever ran there. */
  minorCollection: eventKind.minorCollection,
  /** Likewise, whole heap. */
  majorCollection: eventKind.majorCollection,
} as const
export type SliceKind = keyof typeof sliceKind

/** A run keeps so many slices (17 MB); more are counted. */
export const mostSlices = 500_000

/** An empty slice table that grows as it is appended to. */
export function createSliceTable(room = 256): SliceTable {
  return {
    count: 0,
    kind: new Uint8Array(room),
    task: new Int32Array(room),
    slot: new Int16Array(room),
    fromMs: new Float64Array(room),
    toMs: new Float64Array(room),
    onCpuMs: new Float32Array(room),
    readyMs: new Float32Array(room),
    leftOut: 0,
  }
}
