import type { Run } from '../model/run.ts'
import type { SlotIndex, TaskIndex } from '../model/ids.ts'
import type { IdealBound } from '../model/summary.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'
import { CoveredTime } from './covered-time.ts'
import { loopHolds, sharesItsLoop } from './loop-holds.ts'

/** By shared slot: when it is known to have been held. */
function heldTimes(run: Run): ReadonlyMap<SlotIndex, CoveredTime> {
  return new Map([...loopHolds(run)].map(([slot, { fromMs, toMs }]) => [slot, new CoveredTime(fromMs, toMs)]))
}

/**
 * How much of a task's run time others took from it. On a loop whose tasks were not told apart, that is the time in which a
 * task is known to have held it.
 */
function takenMs(
  run: Run,
  held: ReadonlyMap<SlotIndex, CoveredTime>,
  task: TaskIndex,
  startedMs: RunMs,
  finishedMs: RunMs,
): Milliseconds {
  const readyMs = run.tasks.readyMs[task] as number
  if (!Number.isNaN(readyMs)) return readyMs
  if (!sharesItsLoop(run, task)) return 0
  return held.get(run.tasks.slot[task] as number)?.within(startedMs, finishedMs) ?? 0
}

/**
 * The least time in which this run's work could have been done on this machine: the larger of its CPU time spread evenly over
 * the usable cores, and its longest single task (Graham's bounds for list scheduling, 1969). A task's own length is its run
 * time less what others took from it: time ready without a core, and time in which another task held its loop. No task of a plan
 * waits for another, so the longest task is the longest chain, too.
 * Null before any task has finished.
 */
export function idealBound(run: Run): IdealBound | null {
  const { tasks, header } = run
  const held = heldTimes(run)
  let firstStartedMs = Infinity
  let lastFinishedMs = -Infinity
  let cpuMs = 0
  let longestMs = 0
  let isMeasured = true
  let finished = 0
  for (let task = 0; task < tasks.count; task++) {
    const startedMs = tasks.startedMs[task] as number
    const finishedMs = tasks.finishedMs[task] as number
    if (Number.isNaN(startedMs) || Number.isNaN(finishedMs)) continue
    finished++
    firstStartedMs = Math.min(firstStartedMs, startedMs)
    lastFinishedMs = Math.max(lastFinishedMs, finishedMs)
    const runMs = finishedMs - startedMs
    const onCpuMs = tasks.onCpuMs[task] as number
    const kind = header.plan.groups[tasks.group[task] as number]?.kind
    if (!Number.isNaN(onCpuMs)) cpuMs += onCpuMs
    else if (kind === 'cpu') {
      cpuMs += runMs
      // Too short for its CPU time to be read: its run time stands for it, which is what a tiny task is.
      if (runMs >= 1) isMeasured = false
    }
    longestMs = Math.max(longestMs, runMs - takenMs(run, held, task, startedMs, finishedMs))
  }
  if (finished === 0) return null
  const { cores, cpuQuota } = header.environment
  const usableCores = Math.max(1, Math.min(cores, cpuQuota ?? Infinity))
  // Run times that stand in for CPU time count waits for a core, too, and a quota allows bursts: the cores can't have given
  // more than the whole span.
  const coresMs = Math.min(cpuMs / usableCores, lastFinishedMs - firstStartedMs)
  const basis = isMeasured ? 'thread-cpu' : 'run-time'
  return coresMs > longestMs
    ? { ms: coresMs, binding: 'cores', basis }
    : { ms: longestMs, binding: 'longest-task', basis }
}
