import type { TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import type { TaskTime, TaskTimeBasis } from '../model/task-time.ts'
import type { Milliseconds } from '../model/units.ts'

/** Tasks that run for less are not read by themselves: two readings would cost about 1 % of a longer one. */
export const shortestMeasuredMs: Milliseconds = 1

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value

function basisOf(run: Run, task: TaskIndex, runMs: number): TaskTimeBasis {
  const { tasks, header } = run
  const slot = header.slots[tasks.slot[task] as number]
  if (!Number.isNaN(tasks.onCpuMs[task])) {
    const kind = header.plan.groups[tasks.group[task] as number]?.kind
    return slot?.isShared === true && kind === 'async' ? 'loop' : 'thread'
  }
  return runMs < shortestMeasuredMs && header.measurement.slotThreads !== 'none' ? 'slot' : 'unknown'
}

/**
 * Where a task's turnaround went, in ms: queue wait + on CPU + ready + suspended + unexplained = turnaround. A part that is not
 * known is null, and with it the unexplained rest, which is then everything.
 */
export function taskTime(run: Run, task: TaskIndex): TaskTime {
  const { tasks } = run
  const queuedMs = tasks.queuedMs[task] as number
  const startedMs = tasks.startedMs[task] as number
  const finishedMs = tasks.finishedMs[task] as number
  const onCpuMs = known(tasks.onCpuMs[task])
  const readyMs = known(tasks.readyMs[task])
  const timerMs = known(tasks.timerMs[task])
  const ioMs = known(tasks.ioMs[task])
  const suspendedMs = timerMs === null || ioMs === null ? null : timerMs + ioMs
  // A thread's first clock reading may lie a hair before the scheduler's.
  const queueWaitMs = known(Math.max(0, startedMs - queuedMs))
  const turnaroundMs = known(Math.max(queuedMs, finishedMs) - Math.min(queuedMs, startedMs))
  const isWhole =
    turnaroundMs !== null &&
    queueWaitMs !== null &&
    onCpuMs !== null &&
    readyMs !== null &&
    suspendedMs !== null
  return {
    basis: basisOf(run, task, finishedMs - startedMs),
    turnaroundMs,
    queueWaitMs,
    onCpuMs,
    readyMs,
    timerMs,
    ioMs,
    suspendedMs,
    unexplainedMs: isWhole ? turnaroundMs - queueWaitMs - onCpuMs - readyMs - suspendedMs : null,
  }
}
