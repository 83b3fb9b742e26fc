import type { PlannedGroup } from '../../model/plan.ts'
import type { Run } from '../../model/run.ts'
import type { ExecutorId, Strategy } from '../../model/strategy.ts'
import type { Milliseconds } from '../../model/units.ts'
import { percentile } from '../percentile.ts'
import { capacityOf, sizesOf } from './replay-sizes.ts'

/** What handing tasks to an executor cost in a run. */
export interface DispatchCost {
  /** From the first task queued to the executor's first start. */
  readonly beginMs: Milliseconds
  /** From a place becoming free to the start of the task that took it while tasks waited: the median. */
  readonly gapMs: Milliseconds
  /** CPU time that an event loop's thread uses for each task, apart from the tasks' own. */
  readonly turnMs: Milliseconds
}

/** The tasks of one executor. */
interface Handed {
  readonly tasks: number[]
  cpuMs: Milliseconds
}

/** The smallest number of a column, NaN left aside. */
const least = (column: Float64Array): number =>
  column.reduce((low, value) => (value < low ? value : low), Infinity)
/** The largest, likewise. */
const most = (column: Float64Array): number =>
  column.reduce((high, value) => (value > high ? value : high), -Infinity)

/** The median time that a place stood free: the k-th end makes the place that the (capacity + k)-th start takes. */
function medianGapMs(run: Run, tasks: readonly number[], capacity: number): Milliseconds {
  const starts = Float64Array.from(tasks, (task) => run.tasks.startedMs[task] as number).sort()
  const ends = Float64Array.from(tasks, (task) => run.tasks.finishedMs[task] as number).sort()
  const gaps = starts.slice(capacity).map((start, at) => Math.max(0, start - (ends[at] as number)))
  return percentile(gaps.sort(), 0.5) ?? 0
}

/** CPU time that the threads of an executor's slots used within the run, as sampled; NaN where it was not. */
function sampledCpuMs(run: Run, executor: ExecutorId): Milliseconds {
  const { samples, header, tasks } = run
  const lastFinishedMs = most(tasks.finishedMs)
  let sumMs = NaN
  for (const slot of header.slots) {
    if (slot.executor !== executor) continue
    for (let row = 0; row < samples.count; row++) {
      const endMs = samples.atMs[row] as number
      const isWithin = endMs > 0 && endMs - (samples.intervalMs[row] as number) < lastFinishedMs
      const onCpuMs = samples.slotOnCpuMs[slot.index]?.[row] ?? NaN
      if (isWithin && !Number.isNaN(onCpuMs)) sumMs = (Number.isNaN(sumMs) ? 0 : sumMs) + onCpuMs
    }
  }
  return sumMs
}

/**
 * By executor, what handing tasks to it cost. `taskOf` and `cpuMs` are by row of the replay, as the groups. An event loop has no
 * gap: its starts take turns with everything else on the loop, and what they cost its thread is its own, `turnMs`. Where the
 * scheduler's thread was what tasks waited for, a place's gap held a turn of every other place, too: that part is not the place's.
 */
export function dispatchCosts(
  run: Run,
  groups: readonly PlannedGroup[],
  strategy: Strategy,
  taskOf: Int32Array,
  cpuMs: Float64Array,
  schedulerMs: Milliseconds,
): ReadonlyMap<ExecutorId, DispatchCost> {
  const sizes = sizesOf(run)
  const handed = new Map<ExecutorId, Handed>()
  for (const { kind, firstTask, count } of groups) {
    const { executor } = strategy.placement[kind]
    const list = handed.get(executor) ?? { tasks: [], cpuMs: 0 }
    handed.set(executor, list)
    for (let row = firstTask; row < firstTask + count; row++) {
      list.tasks.push(taskOf[row] as number)
      list.cpuMs += cpuMs[row] as number
    }
  }
  const firstQueuedMs = least(run.tasks.queuedMs)
  const costOf = (executor: ExecutorId, { tasks, cpuMs: ownMs }: Handed): DispatchCost => {
    const capacity = capacityOf(executor, sizes)
    const firstStartedMs = least(Float64Array.from(tasks, (task) => run.tasks.startedMs[task] as number))
    const turnMs = executor === 'loop' ? (sampledCpuMs(run, executor) - ownMs) / tasks.length : 0
    return {
      beginMs: Math.max(0, firstStartedMs - firstQueuedMs),
      gapMs:
        executor === 'loop' ? 0 : Math.max(0, medianGapMs(run, tasks, capacity) - capacity * schedulerMs),
      turnMs: turnMs > 0 ? turnMs : 0,
    }
  }
  return new Map([...handed].map(([executor, list]) => [executor, costOf(executor, list)]))
}

/** The main thread must have been busy for this share of the time before it is taken for what held tasks up. */
const busyShare = 0.5

/**
 * What the scheduler's thread needs for one task, where it was what tasks waited for: its CPU time within the run over the number
 * of starts, if the samples say that it was busy for more than half of the time. Else 0: its cost is then in the gaps.
 */
export function schedulerCostMs(run: Run, starts: number): Milliseconds {
  const { count, atMs, mainThreadCpuMs } = run.samples
  const lastFinishedMs = most(run.tasks.finishedMs)
  let first = -1
  let last = -1
  for (let row = 0; row < count; row++) {
    if (Number.isNaN(mainThreadCpuMs[row])) continue
    // The last reading before the run and the first one after it: the nearest that hold all of it.
    if (first < 0 || (atMs[row] as number) <= 0) first = row
    if (last < 0 || (atMs[last] as number) < lastFinishedMs) last = row
  }
  const passedMs = (atMs[last] ?? NaN) - (atMs[first] ?? NaN)
  const cpuMs = (mainThreadCpuMs[last] ?? NaN) - (mainThreadCpuMs[first] ?? NaN)
  return starts > 0 && cpuMs > busyShare * passedMs ? cpuMs / starts : 0
}
