import type { TaskIndex } from '../model/ids.ts'
import { eventField, eventKind, eventWidth, isSliceKind } from '../model/task-event.ts'
import { stateCode } from '../model/task.ts'
import type { TaskTable } from '../model/task-table.ts'
import type { RunMs } from '../model/units.ts'

const running = stateCode.running
const queued = stateCode.queued
const succeeded = stateCode.succeeded

/** Whether a thread's record is from before the task was put back or started anew: it belongs to a thread that is gone. */
function isOfEarlierStart(table: TaskTable, task: TaskIndex, atMs: RunMs): boolean {
  return atMs < (table.requeuedMs[task] as number) || atMs < (table.startedMs[task] as number)
}

/**
 * Applies task event records to the columns, in place. Threads and scheduler are drained one after the other, so
 * records of one task may arrive in any order between sources; the result does not depend on it.
 * Allocates nothing. Throws on a record that names a task which the table does not have.
 */
export function foldTaskEvents(table: TaskTable, events: Float64Array, length = events.length): void {
  for (let at = 0; at < length; at += eventWidth) {
    if (isSliceKind(events[at + eventField.kind] as number)) continue
    const task = events[at + eventField.task] as number
    if (!(task >= 0 && task < table.count))
      throw new Error(`Expected a task 0–${table.count - 1}, got ${task}`)
    const atMs = events[at + eventField.atMs] as number
    const state = table.state[task] as number
    switch (events[at + eventField.kind]) {
      case eventKind.queued:
        table.queuedMs[task] = atMs
        if (state < queued) table.state[task] = queued
        break
      case eventKind.started:
        table.starts[task] = (table.starts[task] as number) + 1
        if (isOfEarlierStart(table, task, atMs)) break
        table.startedMs[task] = atMs
        table.slot[task] = events[at + eventField.slot] as number
        if (state < running) table.state[task] = running
        if (state !== succeeded) table.progress[task] = 0
        break
      case eventKind.progress:
        if (isOfEarlierStart(table, task, atMs) || state === succeeded) break
        table.progress[task] = events[at + eventField.value] as number
        break
      case eventKind.finished:
        table.finishedMs[task] = atMs
        table.checksum[task] = events[at + eventField.value] as number
        table.onCpuMs[task] = events[at + eventField.onCpuMs] as number
        table.readyMs[task] = events[at + eventField.readyMs] as number
        table.timerMs[task] = events[at + eventField.timerMs] as number
        table.ioMs[task] = events[at + eventField.ioMs] as number
        break
      case eventKind.settled: {
        const outcome = events[at + eventField.value] as number
        table.state[task] = outcome
        if (outcome === succeeded) table.progress[task] = 1
        // A thread's own stamp is the better one; where the thread died or never had the task, this is all there is.
        if (Number.isNaN(table.finishedMs[task])) table.finishedMs[task] = atMs
        break
      }
      case eventKind.requeued:
        table.requeuedMs[task] = atMs
        if ((table.startedMs[task] as number) < atMs) {
          table.startedMs[task] = NaN
          table.slot[task] = -1
          table.progress[task] = 0
          if (state < succeeded) table.state[task] = queued
        }
        break
      default:
        throw new Error(`Expected a task event kind, got ${String(events[at + eventField.kind])}`)
    }
  }
}
