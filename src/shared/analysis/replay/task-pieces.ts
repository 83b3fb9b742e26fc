import type { Run } from '../../model/run.ts'
import { sliceKind, type SliceTable } from '../../model/slice.ts'
import type { Milliseconds } from '../../model/units.ts'

/** What a task needs, piece after piece, in columns: row = piece. */
export interface Pieces {
  /** By task of the replay, and one more: its first piece; its last is before the next one's first. */
  readonly first: Int32Array
  /** 1: computes; 0: waits by its own will. */
  readonly computes: Uint8Array
  readonly lengthMs: Float64Array
}

/** How much of either each task needs in all, by task of the replay. */
export interface Needs {
  readonly cpuMs: Float64Array
  readonly waitMs: Float64Array
}

const noSlice = 0
const waits = 1
const computes = 2

/** What a slice says of its task; collections are part of whatever ran. */
function meaningOf(kind: number): number {
  if (kind === sliceKind.ran || kind === sliceKind.computed) return computes
  return kind === sliceKind.timerWait || kind === sliceKind.ioWait ? waits : noSlice
}

/** The slices of each task, in order of time: those of task t are `rows[first[t]]` to before `rows[first[t + 1]]`. */
function slicesByTask(slices: SliceTable, taskCount: number): { first: Int32Array; rows: Int32Array } {
  const first = new Int32Array(taskCount + 1)
  const isOfTask = (row: number): boolean =>
    meaningOf(slices.kind[row] as number) !== noSlice &&
    (slices.task[row] as number) >= 0 &&
    (slices.task[row] as number) < taskCount
  for (let row = 0; row < slices.count; row++) {
    if (!isOfTask(row)) continue
    const next = (slices.task[row] as number) + 1
    first[next] = (first[next] as number) + 1
  }
  for (let task = 0; task < taskCount; task++)
    first[task + 1] = (first[task + 1] as number) + (first[task] as number)
  const rows = new Int32Array(first[taskCount] as number)
  const filled = first.slice()
  for (let row = 0; row < slices.count; row++) {
    if (!isOfTask(row)) continue
    const task = slices.task[row] as number
    rows[filled[task] as number] = row
    filled[task] = (filled[task] as number) + 1
  }
  for (let task = 0; task < taskCount; task++) {
    rows
      .subarray(first[task], first[task + 1])
      .sort((a, b) => (slices.fromMs[a] as number) - (slices.fromMs[b] as number))
  }
  return { first, rows }
}

/** Pieces under construction. Neighbours of one sort become one. */
class PieceList {
  readonly computes: number[] = []
  readonly lengthMs: number[] = []

  add(computing: 0 | 1, ms: Milliseconds, ofTaskFrom: number): void {
    if (!(ms > 0)) return
    const last = this.lengthMs.length - 1
    if (last >= ofTaskFrom && this.computes[last] === computing)
      this.lengthMs[last] = (this.lengthMs[last] as number) + ms
    else {
      this.computes.push(computing)
      this.lengthMs.push(ms)
    }
  }
}

/**
 * How the tasks' computing and waiting took turns. Their slices give the order and the proportions; the totals (`needs`) are
 * the task table's, which are exact where slices were merged or left out. A task without slices of a sort has all of that in one
 * piece: waiting first, computing last, as a task that fetches something and then works on it.
 */
export function piecesOf(run: Run, taskOf: Int32Array, needs: Needs): Pieces {
  const { slices, tasks } = run
  const byTask = slicesByTask(slices, tasks.count)
  const first = new Int32Array(taskOf.length + 1)
  const list = new PieceList()
  const lengthOf = (row: number): Milliseconds => {
    const wholeMs = (slices.toMs[row] as number) - (slices.fromMs[row] as number)
    const onCpuMs = slices.onCpuMs[row] as number
    return meaningOf(slices.kind[row] as number) === computes && !Number.isNaN(onCpuMs) ? onCpuMs : wholeMs
  }
  for (let at = 0; at < taskOf.length; at++) {
    const task = taskOf[at] as number
    const from = byTask.first[task] as number
    const to = byTask.first[task + 1] as number
    let slicedCpuMs = 0
    let slicedWaitMs = 0
    for (let index = from; index < to; index++) {
      const row = byTask.rows[index] as number
      if (meaningOf(slices.kind[row] as number) === computes) slicedCpuMs += lengthOf(row)
      else slicedWaitMs += lengthOf(row)
    }
    const cpuMs = needs.cpuMs[at] as number
    const waitMs = needs.waitMs[at] as number
    const ofTaskFrom = list.lengthMs.length
    if (!(slicedWaitMs > 0)) list.add(0, waitMs, ofTaskFrom)
    for (let index = from; index < to; index++) {
      const row = byTask.rows[index] as number
      if (meaningOf(slices.kind[row] as number) === computes)
        list.add(1, (lengthOf(row) * cpuMs) / slicedCpuMs, ofTaskFrom)
      else list.add(0, (lengthOf(row) * waitMs) / slicedWaitMs, ofTaskFrom)
    }
    if (!(slicedCpuMs > 0)) list.add(1, cpuMs, ofTaskFrom)
    first[at + 1] = list.lengthMs.length
  }
  return {
    first,
    computes: Uint8Array.from(list.computes),
    lengthMs: Float64Array.from(list.lengthMs),
  }
}
