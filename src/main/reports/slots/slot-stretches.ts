import { loopHolds, sharesItsLoop, type LoopHolds } from '#shared/analysis/loop-holds.ts'
import { orderBy } from '#shared/analysis/order-by.ts'
import type { SlotIndex, TaskIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunMs } from '#shared/model/units.ts'

/**
 * What held a slot, one stretch after the other: in order of time, none before the end of the one before. Row = stretch; times in
 * whole nanoseconds since run time 0.
 */
export interface SlotStretches {
  readonly count: number
  readonly task: Int32Array
  readonly fromNs: Float64Array
  readonly toNs: Float64Array
  /** Tasks that had the slot while another had it, for longer than two clocks can differ: they are in no row. */
  readonly apart: readonly TaskIndex[]
}

/** A thread's clock and that of whoever replaced it, or of a child process, may disagree by so much. */
const clockErrorNs = 1e6

/** Run time in whole nanoseconds: rounding keeps the order of times, so that what did not overlap before does not after. */
export function nanosecondsOf(ms: RunMs): number {
  return Math.round(ms * 1e6)
}

/** When a task left its slot; one that has not is taken to have it up to now. */
export function leftMs({ tasks, nowMs }: Run, task: TaskIndex): RunMs {
  const finishedMs = tasks.finishedMs[task] as number
  const startedMs = tasks.startedMs[task] as number
  return Math.max(startedMs, Number.isNaN(finishedMs) ? nowMs : finishedMs)
}

/** The started tasks of each slot, in order of their starts. */
function startedTasks({ tasks, header }: Run): Int32Array[] {
  const isStarted = (task: TaskIndex): boolean =>
    header.slots[tasks.slot[task] as number] !== undefined && !Number.isNaN(tasks.startedMs[task])
  const counts = new Int32Array(header.slots.length)
  for (let task = 0; task < tasks.count; task++)
    if (isStarted(task)) counts[tasks.slot[task] as number] = (counts[tasks.slot[task] as number] ?? 0) + 1
  const lists = Array.from(counts, (count) => new Int32Array(count))
  counts.fill(0)
  for (let task = 0; task < tasks.count; task++) {
    if (!isStarted(task)) continue
    const slot = tasks.slot[task] as number
    const taken = counts[slot] as number
    ;(lists[slot] as Int32Array)[taken] = task
    counts[slot] = taken + 1
  }
  return lists.map((list) => orderBy(list, tasks.startedMs))
}

/**
 * Begins each stretch where the one before ended, should it have begun earlier. That may be done to a whole task by no more than clocks
 * can differ; to a part of one by as much as it must, down to nothing.
 */
function oneAfterTheOther(
  length: number,
  stretch: (row: number) => readonly [task: TaskIndex, fromMs: RunMs, toMs: RunMs],
  isWhole: (task: TaskIndex) => boolean,
): SlotStretches {
  const task = new Int32Array(length)
  const fromNs = new Float64Array(length)
  const toNs = new Float64Array(length)
  const apart: TaskIndex[] = []
  let count = 0
  let freeNs = -Infinity
  for (let row = 0; row < length; row++) {
    const [which, fromMs, toMs] = stretch(row)
    const beganNs = nanosecondsOf(fromMs)
    const endedNs = nanosecondsOf(toMs)
    if (isWhole(which)) {
      if (freeNs - beganNs > clockErrorNs) {
        apart.push(which)
        continue
      }
    } else if (endedNs <= freeNs) continue
    task[count] = which
    fromNs[count] = Math.max(beganNs, freeNs)
    freeNs = Math.max(fromNs[count] as number, endedNs)
    toNs[count] = freeNs
    count++
  }
  return { count, task, fromNs, toNs, apart }
}

function holdsOf(run: Run, { task, fromMs, toMs }: LoopHolds): SlotStretches {
  return oneAfterTheOther(
    task.length,
    (row) => [task[row] as number, fromMs[row] as number, toMs[row] as number],
    (which) => !sharesItsLoop(run, which),
  )
}

/**
 * What held each slot, by slot. Slots that run one task at a time: their tasks. Loops: the stretches in which async tasks ran, where
 * they were recorded, and all other tasks whole.
 */
export function slotStretches(run: Run): ReadonlyMap<SlotIndex, SlotStretches> {
  const { tasks, header } = run
  const lists = startedTasks(run)
  const holds = loopHolds(run)
  return new Map(
    header.slots.map(({ index }) => {
      const ofLoop = holds.get(index)
      if (ofLoop !== undefined) return [index, holdsOf(run, ofLoop)]
      const list = lists[index] ?? new Int32Array(0)
      const stretch = (row: number): [TaskIndex, RunMs, RunMs] => {
        const task = list[row] as number
        return [task, tasks.startedMs[task] as number, leftMs(run, task)]
      }
      return [index, oneAfterTheOther(list.length, stretch, () => true)]
    }),
  )
}
