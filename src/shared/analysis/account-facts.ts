import type { TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import { strategies, type ExecutorId } from '../model/strategy.ts'
import type { RunMs } from '../model/units.ts'
import { CoveredTime } from './covered-time.ts'
import { isCollection } from './garbage.ts'
import { orderBy } from './order-by.ts'
import { OwnCpuCurve } from './own-cpu-curve.ts'
import type { RunExtent } from './run-extent.ts'

/** What several accounts of one run need, gathered once. */
export interface AccountFacts {
  readonly run: Run
  readonly extent: RunExtent
  /** By slot: the tasks that it ran, in order of start. */
  readonly tasksOf: readonly Int32Array[]
  /** By slot: when its thread collected garbage. */
  readonly collectionsOf: readonly CoveredTime[]
  /** By slot: when its thread was being replaced, as far as that was recorded. */
  readonly replacedOf: readonly CoveredTime[]
  /** By executor: when at least one of its tasks waited in the queue. */
  readonly waiting: ReadonlyMap<ExecutorId, CoveredTime>
  /** By executor: when a task of it may have been running of which a later start has wiped the record. */
  readonly wiped: ReadonlyMap<ExecutorId, CoveredTime>
  /** What Taskscope itself used, and when. */
  readonly own: OwnCpuCurve
}

class Stretches {
  readonly #fromMs: number[] = []
  readonly #toMs: number[] = []

  add(fromMs: RunMs, toMs: RunMs): void {
    if (!(toMs > fromMs)) return
    this.#fromMs.push(fromMs)
    this.#toMs.push(toMs)
  }

  covered(): CoveredTime {
    return new CoveredTime(this.#fromMs, this.#toMs)
  }
}

/** Whose task it is: its slot's, or, before it has one, whose its strategy says. */
function executorOf(run: Run, task: TaskIndex): ExecutorId | undefined {
  const { tasks, header } = run
  const slot = header.slots[tasks.slot[task] as number]
  if (slot !== undefined) return slot.executor
  const kind = header.plan.groups[tasks.group[task] as number]?.kind
  return kind === undefined ? undefined : strategies[header.strategy].placement[kind].executor
}

/** Until when a task that ended, or has not yet, was in progress. */
export function endOf(run: Run, task: TaskIndex, extent: RunExtent): RunMs {
  const finishedMs = run.tasks.finishedMs[task] as number
  return Number.isNaN(finishedMs) ? Math.max(run.nowMs, extent.toMs) : finishedMs
}

function tasksBySlot(run: Run): Int32Array[] {
  const { tasks, header } = run
  const lists = header.slots.map((): number[] => [])
  for (let task = 0; task < tasks.count; task++)
    if (!Number.isNaN(tasks.startedMs[task])) lists[tasks.slot[task] as number]?.push(task)
  return lists.map((list) => orderBy(Int32Array.from(list), tasks.startedMs))
}

function collectionsBySlot(run: Run): CoveredTime[] {
  const { slices, header } = run
  const lists = header.slots.map(() => new Stretches())
  for (let row = 0; row < slices.count; row++) {
    if (!isCollection(slices.kind[row] as number)) continue
    lists[slices.slot[row] as number]?.add(slices.fromMs[row] as number, slices.toMs[row] as number)
  }
  return lists.map((list) => list.covered())
}

/** What a failure is called where the thread ended with the task. */
const threadEnds: ReadonlySet<string> = new Set(['ThreadEnded', 'OutOfMemory'])

/**
 * From a thread's end until its slot ran a task again. Known where a task failed with its thread, and on executors of one slot,
 * where a task that was put back says when the thread ended.
 */
function replacedBySlot(run: Run, tasksOf: readonly Int32Array[]): CoveredTime[] {
  const { tasks, header } = run
  const lists = header.slots.map(() => new Stretches())
  tasksOf.forEach((onSlot, slot) => {
    for (let at = 1; at < onSlot.length; at++) {
      const before = onSlot[at - 1] as number
      if (!threadEnds.has(run.failures.get(before)?.name ?? '')) continue
      lists[slot]?.add(tasks.finishedMs[before] as number, tasks.startedMs[onSlot[at] as number] as number)
    }
  })
  for (const { index, executor } of header.slots) {
    if (header.slots.filter((slot) => slot.executor === executor).length > 1) continue
    for (const task of tasksOf[index] ?? [])
      lists[index]?.add(tasks.requeuedMs[task] as number, tasks.startedMs[task] as number)
  }
  return lists.map((list) => list.covered())
}

/** Gathers them. */
export function gatherAccountFacts(run: Run, extent: RunExtent): AccountFacts {
  const { tasks, header } = run
  const executors = [...new Set(header.slots.map(({ executor }) => executor))]
  const waiting = new Map(executors.map((executor) => [executor, new Stretches()]))
  const wiped = new Map(executors.map((executor) => [executor, new Stretches()]))
  for (let task = 0; task < tasks.count; task++) {
    const executor = executorOf(run, task)
    if (executor === undefined) continue
    const queuedMs = tasks.queuedMs[task] as number
    const requeuedMs = tasks.requeuedMs[task] as number
    const startedMs = tasks.startedMs[task] as number
    const untilMs = Number.isNaN(startedMs) ? endOf(run, task, extent) : startedMs
    if (Number.isNaN(requeuedMs)) waiting.get(executor)?.add(queuedMs, untilMs)
    else {
      wiped.get(executor)?.add(queuedMs, requeuedMs)
      waiting.get(executor)?.add(requeuedMs, untilMs)
    }
  }
  const tasksOf = tasksBySlot(run)
  const covered = (of: ReadonlyMap<ExecutorId, Stretches>): ReadonlyMap<ExecutorId, CoveredTime> =>
    new Map([...of].map(([executor, stretches]) => [executor, stretches.covered()]))
  return {
    run,
    extent,
    tasksOf,
    collectionsOf: collectionsBySlot(run),
    replacedOf: replacedBySlot(run, tasksOf),
    waiting: covered(waiting),
    wiped: covered(wiped),
    own: new OwnCpuCurve(run.samples),
  }
}
