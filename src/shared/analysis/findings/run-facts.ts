import type { Run } from '../../model/run.ts'
import type { OwnCost, RunSummary } from '../../model/summary.ts'
import type { Milliseconds } from '../../model/units.ts'
import { blockedIntervals, type BlockedInterval } from '../blocked-loop.ts'
import { garbageCollection, type Garbage } from '../garbage.ts'
import { loopHolds } from '../loop-holds.ts'
import type { RunExtent } from '../run-extent.ts'
import { sumWithin } from '../sampled-time.ts'
import { summarize } from '../summary.ts'
import { executorFacts, type ExecutorFacts } from './executor-facts.ts'
import { createPredictor } from './prediction.ts'

/** What several findings need to know about a run of which something has finished, gathered once. */
export interface RunFacts {
  readonly run: Run
  readonly summary: RunSummary
  readonly extent: RunExtent
  /** More than 0. */
  readonly makespanMs: Milliseconds
  /** Cores that the run may use at once: a quota may allow less than the machine has. At least 1. */
  readonly usableCores: number
  readonly executors: readonly ExecutorFacts[]
  /** By slot: how long it was in use. A loop is in use while one of its tasks holds it. */
  readonly slotBusyMs: Float64Array
  /** CPU time of all tasks: the higher of what they and what their slots were seen to use. Null: neither was seen. */
  readonly taskCpuMs: Milliseconds | null
  readonly blocked: readonly BlockedInterval[]
  readonly ownCost: OwnCost | null
  readonly garbage: Garbage
  readonly predict: ReturnType<typeof createPredictor>
}

function busyBySlot(run: Run): Float64Array {
  const { tasks, header } = run
  const busyMs = new Float64Array(header.slots.length)
  for (let task = 0; task < tasks.count; task++) {
    const slot = tasks.slot[task] as number
    if (header.slots[slot]?.isShared !== false) continue
    const runMs = (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)
    if (!Number.isNaN(runMs)) busyMs[slot] = (busyMs[slot] as number) + runMs
  }
  for (const [slot, { fromMs, toMs }] of loopHolds(run)) {
    let heldMs = 0
    for (let row = 0; row < fromMs.length; row++) heldMs += (toMs[row] as number) - (fromMs[row] as number)
    busyMs[slot] = heldMs
  }
  return busyMs
}

/** Tasks whose CPU time is known must make up so much of all run time, else that time says too little. */
const leastKnownShare = 0.5

function taskCpu(
  { samples }: Run,
  extent: RunExtent,
  executors: readonly ExecutorFacts[],
): Milliseconds | null {
  const ofSlots = samples.slotOnCpuMs.map((column) =>
    sumWithin(samples, extent, (row) => column[row] as number),
  )
  const ofTasksMs = executors.reduce((sum, { known }) => sum + known.onCpuMs, 0)
  if (ofSlots.some(({ knownMs }) => knownMs > 0)) {
    return Math.max(
      ofTasksMs,
      ofSlots.reduce((sum, { usedMs }) => sum + usedMs, 0),
    )
  }
  const runMs = executors.reduce((sum, executor) => sum + executor.runMs, 0)
  const knownMs = executors.reduce((sum, { known }) => sum + known.runMs, 0)
  return knownMs > 0 && knownMs >= runMs * leastKnownShare ? ofTasksMs : null
}

/** Null before anything has finished, and for a run that took no time at all. */
export function gatherFacts(run: Run): RunFacts | null {
  const summary = summarize(run)
  const { makespanMs } = summary
  if (makespanMs === null || !(makespanMs > 0)) return null
  const { tasks, header } = run
  let fromMs = Infinity
  for (const queuedMs of tasks.queuedMs) if (queuedMs < fromMs) fromMs = queuedMs
  const extent = { fromMs, toMs: fromMs + makespanMs }
  const executors = executorFacts(run)
  const { cores, cpuQuota } = header.environment
  return {
    run,
    summary,
    extent,
    makespanMs,
    usableCores: Math.max(1, Math.min(cores, cpuQuota ?? Infinity)),
    executors,
    slotBusyMs: busyBySlot(run),
    taskCpuMs: taskCpu(run, extent, executors),
    blocked: blockedIntervals(run),
    ownCost: summary.own,
    garbage: garbageCollection(run),
    predict: createPredictor(run),
  }
}
