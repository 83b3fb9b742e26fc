/** Entry of every child process: one task at a time, its events sent to the parent as batches of records. */
import process from 'node:process'
import type { Detail } from '#shared/model/run-options.ts'
import { eventWidth } from '#shared/model/task-event.ts'
import { configureDownloads } from './download.ts'
import { RecordWriter, type RecordSink } from './event-writer.ts'
import { runTask, type TaskThread } from './run-task.ts'
import { afterTurn } from './after-turn.ts'
import { detailVariable, type ProcessReport, type TaskOrder, type TurnCall } from './task-order.ts'
import { connectToParent } from '../platform/parent-link.ts'
import { monotonicOffsetMs } from '../platform/monotonic-clock.ts'
import { openThreadCpuClock, silentCpuClock } from '../platform/thread-cpu-clock.ts'
import { CpuMeter } from './cpu-meter.ts'
import { observeGarbage } from './garbage-observer.ts'
import { HeldWatch } from './held-watch.ts'

const say = connectToParent({
  // Only `process-executor.ts` has the other end.
  heard: (message) => obey(message as TaskOrder | TurnCall),
  // Nobody wants the result.
  lost: () => process.exit(0),
})
const report = (message: ProcessReport): void => say(message)

/** Shared memory does not reach another process, so each record is sent at once: what it last did is known if it dies. */
class ReportSink implements RecordSink {
  readonly records = new Float64Array(eventWidth)
  claim(): number {
    return 0
  }
  publish(): void {
    report({ kind: 'events', records: this.records })
  }
}

// Both processes' high-resolution clocks are the machine's monotonic clock; their `performance.now()` differ in origin.
const clockOffsetMs = monotonicOffsetMs()

const parentId = process.ppid
const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
const events = new RecordWriter(new ReportSink())
const isMeasured = process.env[detailVariable] !== ('stamps' satisfies Detail)
const meter = new CpuMeter(isMeasured ? openThreadCpuClock() : silentCpuClock())
/** On the writer's clock: what was collected before the first task is nobody's. */
let firstOrderMs = Infinity

const thread: TaskThread = {
  events,
  watch: isMeasured ? new HeldWatch(events, meter) : null,
  anatomy: null,
  nowMs: () => performance.now() + clockOffsetMs,
  // A process that computes hears nothing: the parent stops it by ending it. But when the parent has been killed, nobody will.
  isToldToStop: () => (process.ppid === parentId ? false : process.exit(0)),
  holdThread: (_task, ms) => void Atomics.wait(never, 0, 0, ms),
  noteRunning: () => undefined,
  inProgress: new Map(),
}

configureDownloads(import.meta.dirname)
if (isMeasured)
  observeGarbage(
    events,
    (atMs) => atMs + clockOffsetMs,
    () => firstOrderMs,
  )

function obey(order: TaskOrder | TurnCall): void {
  if ('kind' in order) {
    afterTurn(() => report({ kind: 'turned' }))
    return
  }
  firstOrderMs = Math.min(firstOrderMs, thread.nowMs())
  void runTask(order, thread).then((ending) => report({ kind: 'ended', task: order.task, ending }))
}

// Ctrl-C in a terminal reaches every process of the command. Only the parent decides what it means.
process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)

report({ kind: 'ready' })
