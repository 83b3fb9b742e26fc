import type { TaskTable } from '../model/task-table.ts'
import type { RunMs } from '../model/units.ts'

/** A value over time that changes in steps: `value[i]` holds from `atMs[i]` to `atMs[i + 1]`. Before that it is 0. */
export interface Steps {
  readonly atMs: Float64Array
  readonly value: Int32Array
  readonly peak: number
}

export const noSteps: Steps = { atMs: new Float64Array(0), value: new Int32Array(0), peak: 0 }

/** In place. Times of a queue mostly come in order, and looking is much cheaper than sorting. */
function sortTimes(times: Float64Array): void {
  for (let at = 1; at < times.length; at++) {
    if ((times[at] as number) >= (times[at - 1] as number)) continue
    times.sort()
    return
  }
}

/** How many intervals are open at any time, from the times at which they begin and end, in any order. */
function openIntervals(begins: Float64Array, ends: Float64Array): Steps {
  sortTimes(begins)
  sortTimes(ends)
  const atMs = new Float64Array(begins.length + ends.length)
  const value = new Int32Array(begins.length + ends.length)
  let length = 0
  let peak = 0
  let begin = 0
  let end = 0
  while (begin < begins.length || end < ends.length) {
    const at = Math.min(begins[begin] ?? Infinity, ends[end] ?? Infinity)
    while (begin < begins.length && (begins[begin] as number) <= at) begin++
    while (end < ends.length && (ends[end] as number) <= at) end++
    const open = begin - end
    if (open === (length === 0 ? 0 : value[length - 1])) continue
    atMs[length] = at
    value[length] = open
    length++
    if (open > peak) peak = open
  }
  return { atMs: atMs.slice(0, length), value: value.slice(0, length), peak }
}

/** Tasks that wait for a slot: queued, and not started, or ended before they could start. */
export function queueDepth(tasks: TaskTable): Steps {
  const begins = new Float64Array(tasks.count)
  const ends = new Float64Array(tasks.count)
  let begun = 0
  let ended = 0
  for (let task = 0; task < tasks.count; task++) {
    const queuedMs = tasks.queuedMs[task] as number
    if (Number.isNaN(queuedMs)) continue
    begins[begun++] = queuedMs
    const startedMs = tasks.startedMs[task] as number
    const leftMs = Number.isNaN(startedMs) ? (tasks.finishedMs[task] as number) : startedMs
    // A thread's first clock reading may lie a hair before the scheduler's.
    if (!Number.isNaN(leftMs)) ends[ended++] = Math.max(queuedMs, leftMs)
  }
  return openIntervals(begins.subarray(0, begun), ends.subarray(0, ended))
}

/** How many of the ascending values are at or before `limit`. */
export function countUpTo(ascending: Float64Array, limit: number, length = ascending.length): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** The value that holds at a time. */
export function stepAt(steps: Steps, atMs: RunMs): number {
  const position = countUpTo(steps.atMs, atMs) - 1
  return position < 0 ? 0 : (steps.value[position] as number)
}
