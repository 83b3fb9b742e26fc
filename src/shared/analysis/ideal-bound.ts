import type { Run } from '../model/run.ts'
import type { IdealBound } from '../model/summary.ts'
import type { Milliseconds, RunMs } from '../model/units.ts'

/** Whether a task had its thread to itself: everything but the async form on a loop. */
function heldItsThread(run: Run, task: number): boolean {
  const slot = run.header.slots[run.tasks.slot[task] as number]
  if (slot === undefined) return false
  return (
    !slot.isShared ||
    !Number.isNaN(run.tasks.onCpuMs[task]) ||
    run.header.plan.groups[run.tasks.group[task] as number]?.kind !== 'async'
  )
}

/** The stretches in which one task at a time held a loop, in order of time. */
class HeldTime {
  readonly #fromMs: Float64Array
  readonly #toMs: Float64Array
  /** By stretch: the length of all that come before it. */
  readonly #beforeMs: Float64Array

  constructor(run: Run, tasks: readonly number[]) {
    const ordered = [...tasks].sort(
      (a, b) => (run.tasks.startedMs[a] as number) - (run.tasks.startedMs[b] as number),
    )
    this.#fromMs = Float64Array.from(ordered, (task) => run.tasks.startedMs[task] as number)
    this.#toMs = Float64Array.from(ordered, (task) => run.tasks.finishedMs[task] as number)
    this.#beforeMs = new Float64Array(ordered.length)
    for (let at = 1; at < ordered.length; at++) {
      const lengthMs = (this.#toMs[at - 1] as number) - (this.#fromMs[at - 1] as number)
      this.#beforeMs[at] = (this.#beforeMs[at - 1] as number) + lengthMs
    }
  }

  /** How much of the time between the two the loop was held. */
  within(fromMs: RunMs, toMs: RunMs): Milliseconds {
    return this.#until(toMs) - this.#until(fromMs)
  }

  #until(atMs: RunMs): Milliseconds {
    let low = 0
    let high = this.#fromMs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#fromMs[middle] as number) < atMs) low = middle + 1
      else high = middle
    }
    const last = low - 1
    if (last < 0) return 0
    const intoLastMs = Math.min(atMs, this.#toMs[last] as number) - (this.#fromMs[last] as number)
    return (this.#beforeMs[last] as number) + intoLastMs
  }
}

/** By shared slot. */
function heldTimes(run: Run): Map<number, HeldTime> {
  const { tasks, header } = run
  const holders = new Map<number, number[]>()
  for (let task = 0; task < tasks.count; task++) {
    const slot = tasks.slot[task] as number
    if (header.slots[slot]?.isShared !== true || !heldItsThread(run, task)) continue
    if (!((tasks.finishedMs[task] as number) > (tasks.startedMs[task] as number))) continue
    const list = holders.get(slot)
    if (list === undefined) holders.set(slot, [task])
    else list.push(task)
  }
  return new Map([...holders].map(([slot, list]) => [slot, new HeldTime(run, list)]))
}

/**
 * The least time in which this run's work could have been done on this machine: the larger of its CPU time spread evenly over
 * the usable cores, and its longest single task (Graham's bounds for list scheduling, 1969). A task's own length is its run
 * time less what others took from it: time ready without a core, and time in which another task held its loop.
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
    const readyMs = tasks.readyMs[task] as number
    const taken = heldItsThread(run, task)
      ? Number.isNaN(readyMs)
        ? 0
        : readyMs
      : (held.get(tasks.slot[task] as number)?.within(startedMs, finishedMs) ?? 0)
    longestMs = Math.max(longestMs, runMs - taken)
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
