import type { Run } from '../model/run.ts'
import type { IdealBound } from '../model/summary.ts'
import type { Milliseconds } from '../model/units.ts'

/** A stretch of run time, `from` inclusive. */
interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

/** Whether a task had its thread to itself: everything but the async form on a loop. */
function heldItsThread(run: Run, task: number): boolean {
  const slot = run.header.slots[run.tasks.slot[task] as number]
  if (slot === undefined) return false
  return !slot.isShared || !Number.isNaN(run.tasks.onCpuMs[task]) || run.header.plan.groups[run.tasks.group[task] as number]?.kind !== 'async'
}

/** For each shared slot, the stretches in which one task held the loop, in order of time. */
function heldStretches(run: Run): Map<number, Stretch[]> {
  const { tasks, header } = run
  const stretches = new Map<number, Stretch[]>()
  for (let task = 0; task < tasks.count; task++) {
    const slot = tasks.slot[task] as number
    if (header.slots[slot]?.isShared !== true || !heldItsThread(run, task)) continue
    const fromMs = tasks.startedMs[task] as number
    const toMs = tasks.finishedMs[task] as number
    if (!(toMs > fromMs)) continue
    const list = stretches.get(slot)
    if (list === undefined) stretches.set(slot, [{ fromMs, toMs }])
    else list.push({ fromMs, toMs })
  }
  for (const list of stretches.values()) list.sort((a, b) => a.fromMs - b.fromMs)
  return stretches
}

function overlap(stretches: readonly Stretch[], fromMs: number, toMs: number): Milliseconds {
  let sum = 0
  for (const stretch of stretches) {
    if (stretch.fromMs >= toMs) break
    sum += Math.max(0, Math.min(toMs, stretch.toMs) - Math.max(fromMs, stretch.fromMs))
  }
  return sum
}

/**
 * The least time in which this run's work could have been done on this machine: the larger of its CPU time spread evenly over
 * the usable cores, and its longest single task (Graham's bounds for list scheduling, 1969). A task's own length is its run
 * time less what others took from it: time ready without a core, and time in which another task held its loop.
 * Null before any task has finished.
 */
export function idealBound(run: Run): IdealBound | null {
  const { tasks, header } = run
  const stretches = heldStretches(run)
  let cpuMs = 0
  let longestMs = 0
  let isMeasured = true
  let finished = 0
  for (let task = 0; task < tasks.count; task++) {
    const startedMs = tasks.startedMs[task] as number
    const finishedMs = tasks.finishedMs[task] as number
    if (Number.isNaN(startedMs) || Number.isNaN(finishedMs)) continue
    finished++
    const runMs = finishedMs - startedMs
    const onCpuMs = tasks.onCpuMs[task] as number
    const kind = header.plan.groups[tasks.group[task] as number]?.kind
    if (!Number.isNaN(onCpuMs)) cpuMs += onCpuMs
    else if (kind === 'cpu') {
      cpuMs += runMs
      // Too short for its CPU time to be read: its run time stands for it, which is what a tiny task is.
      if (runMs >= 1) isMeasured = false
    }
    const readyMs = tasks.readyMs[task] as number
    const taken = heldItsThread(run, task)
      ? Number.isNaN(readyMs) ? 0 : readyMs
      : overlap(stretches.get(tasks.slot[task] as number) ?? [], startedMs, finishedMs)
    longestMs = Math.max(longestMs, runMs - taken)
  }
  if (finished === 0) return null
  const { cores, cpuQuota } = header.environment
  const usableCores = Math.max(1, Math.min(cores, cpuQuota ?? Infinity))
  const coresMs = cpuMs / usableCores
  const basis = isMeasured ? 'thread-cpu' : 'run-time'
  return coresMs > longestMs
    ? { ms: coresMs, binding: 'cores', basis }
    : { ms: longestMs, binding: 'longest-task', basis }
}
