import type { TaskIndex } from '../../model/ids.ts'
import type { Plan, PlannedGroup } from '../../model/plan.ts'
import type { Policy } from '../../model/run-options.ts'
import type { Run } from '../../model/run.ts'
import { strategies, type ExecutorId, type Strategy } from '../../model/strategy.ts'
import type { Milliseconds } from '../../model/units.ts'
import { shortestMeasuredMs } from '../task-time.ts'
import { dispatchCosts, schedulerCostMs, type DispatchCost } from './dispatch-cost.ts'
import { machineLoad, type MachineLoad } from './machine-load.ts'
import { piecesOf, type Pieces } from './task-pieces.ts'

/** What a run's tasks needed, apart from what they had to wait for: all that a replay has to know. */
export interface ReplayDemands {
  /** Tasks of the run; those that never started have no demand and are not replayed. */
  readonly taskCount: number
  /** Row of the replay → task. */
  readonly taskOf: Int32Array
  /** The tasks that started, without time limits: what a limit cut off is not known. */
  readonly plan: Plan
  readonly strategy: Strategy
  /** The run's own. */
  readonly policy: Policy
  /** By row: computing and waiting by its own will. */
  readonly lengthMs: Float64Array
  readonly pieces: Pieces
  readonly dispatch: ReadonlyMap<ExecutorId, DispatchCost>
  /** CPU time of the scheduler's thread for each start; 0 where it did not matter. */
  readonly schedulerMs: Milliseconds
  readonly load: MachineLoad
}

const orZero = (ms: number | undefined): Milliseconds => (ms === undefined || Number.isNaN(ms) ? 0 : ms)

/**
 * What one task needed, in ms. Its CPU time and declared waits as measured, and what else kept it off the CPU though it was not
 * ready. Where CPU time is not known: the run time of computing tasks, and of those on a loop that were too short to be measured,
 * is computing; that of others is waiting. Tasks that were stopped keep what they used.
 */
function needOf(run: Run, task: TaskIndex): { cpuMs: Milliseconds; waitMs: Milliseconds } {
  const { tasks, header } = run
  const runMs = Math.max(0, orZero((tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)))
  const cpuMs = tasks.onCpuMs[task] as number
  const readyMs = tasks.readyMs[task] as number
  const kind = header.plan.groups[tasks.group[task] as number]?.kind
  if (Number.isNaN(cpuMs)) {
    const isTinyOnLoop =
      kind === 'async' &&
      header.slots[tasks.slot[task] as number]?.isShared === true &&
      runMs < shortestMeasuredMs
    return kind === 'cpu' || isTinyOnLoop ? { cpuMs: runMs, waitMs: 0 } : { cpuMs: 0, waitMs: runMs }
  }
  const declaredMs = orZero(tasks.timerMs[task]) + orZero(tasks.ioMs[task])
  // Where time without a core is not known, the rest of a computing task is taken for that.
  const restMs = Number.isNaN(readyMs) && kind === 'cpu' ? 0 : runMs - cpuMs - declaredMs - orZero(readyMs)
  return { cpuMs, waitMs: declaredMs + Math.max(0, restMs) }
}

/** The plan's groups with only their tasks that started, and which those are. */
function startedTasks(run: Run): { groups: PlannedGroup[]; taskOf: Int32Array } {
  const { tasks, header } = run
  const groups: PlannedGroup[] = []
  const taskOf: number[] = []
  for (const group of header.plan.groups) {
    const firstTask = taskOf.length
    for (let task = group.firstTask; task < group.firstTask + group.count; task++) {
      if (!Number.isNaN(tasks.startedMs[task]) && !Number.isNaN(tasks.finishedMs[task])) taskOf.push(task)
    }
    const count = taskOf.length - firstTask
    if (count > 0) groups.push({ ...group, firstTask, count, timeoutMs: null, cancelAfterMs: null })
  }
  return { groups, taskOf: Int32Array.from(taskOf) }
}

/** What the run's tasks needed. O(n log n) in tasks and slices. */
export function demandsOf(run: Run): ReplayDemands {
  const { header, tasks } = run
  const strategy = strategies[header.strategy]
  const { groups, taskOf } = startedTasks(run)
  const needs = { cpuMs: new Float64Array(taskOf.length), waitMs: new Float64Array(taskOf.length) }
  for (const [row, task] of taskOf.entries()) {
    const { cpuMs, waitMs } = needOf(run, task)
    needs.cpuMs[row] = cpuMs
    needs.waitMs[row] = waitMs
  }
  const schedulerMs = schedulerCostMs(run, taskOf.length)
  const dispatch = dispatchCosts(run, groups, strategy, taskOf, needs.cpuMs, schedulerMs)
  let tasksMs = schedulerMs * taskOf.length
  for (const { kind, firstTask, count } of groups) {
    tasksMs += (dispatch.get(strategy.placement[kind].executor)?.turnMs ?? 0) * count
    for (let row = firstTask; row < firstTask + count; row++) tasksMs += needs.cpuMs[row] as number
  }
  return {
    taskCount: tasks.count,
    taskOf,
    plan: { seed: header.plan.seed, taskCount: taskOf.length, groups },
    strategy,
    policy: header.options.policy,
    lengthMs: needs.cpuMs.map((cpuMs, row) => cpuMs + (needs.waitMs[row] as number)),
    pieces: piecesOf(run, taskOf, needs),
    dispatch,
    schedulerMs,
    load: machineLoad(run, tasksMs),
  }
}
