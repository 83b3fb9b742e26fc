import type { SlotIndex } from '../../model/ids.ts'
import type { Run } from '../../model/run.ts'
import { strategies, type ExecutorId } from '../../model/strategy.ts'
import type { Milliseconds } from '../../model/units.ts'

/** What the tasks of one executor went through, in sums. */
export interface ExecutorFacts {
  readonly executor: ExecutorId
  readonly slots: readonly SlotIndex[]
  readonly isShared: boolean
  /** Tasks that have run to an end, whatever that was. */
  readonly ended: number
  /** The sum of their run times. */
  readonly runMs: Milliseconds
  /** The length of the time in which at least one task waited for a slot. */
  readonly waitingMs: Milliseconds
  /** The sum of the waits. */
  readonly queueWaitMs: Milliseconds
  /** Most tasks that waited or were in progress at once. */
  readonly mostWanted: number
  /** Of the tasks whose CPU time is known: sums of their times. Ready and suspended time count as far as they are known. */
  readonly known: {
    readonly tasks: number
    readonly runMs: Milliseconds
    readonly onCpuMs: Milliseconds
    readonly readyMs: Milliseconds
    readonly timerMs: Milliseconds
    readonly ioMs: Milliseconds
  }
}

const orZero = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value)

/** For how long at least one of some intervals was open, and how many were at most. Sorts what it is given, in place. */
export function openTime(
  begins: Float64Array,
  ends: Float64Array,
): { readonly anyMs: Milliseconds; readonly most: number } {
  begins.sort()
  ends.sort()
  let anyMs = 0
  let most = 0
  let begun = 0
  let openedMs = 0
  for (let ended = 0; ended < ends.length; ended++) {
    const endMs = ends[ended] as number
    // What begins as another ends does not meet it.
    while (begun < begins.length && ((begins[begun] as number) < endMs || begun === ended)) {
      if (begun === ended) openedMs = begins[begun] as number
      begun++
      most = Math.max(most, begun - ended)
    }
    if (begun === ended + 1) anyMs += Math.max(0, endMs - openedMs)
  }
  return { anyMs, most }
}

/** Whether tasks waited because all places were taken. Below its limit, a loop takes every task: what waits, waits for who holds it. */
export function ranOutOfSlots({ header }: Run, { executor, mostWanted }: ExecutorFacts): boolean {
  return executor !== 'loop' || mostWanted > header.options.loopConcurrency
}

/** By position in `plan.groups`: the executor that the strategy sends the group to. */
export function executorOfGroups({ header }: Run): readonly ExecutorId[] {
  const { placement } = strategies[header.strategy]
  return header.plan.groups.map(({ kind }) => placement[kind].executor)
}

function factsOf(
  run: Run,
  executor: ExecutorId,
  isIts: readonly boolean[],
  taskCount: number,
): ExecutorFacts {
  const { tasks, header } = run
  const slots = header.slots.filter((slot) => slot.executor === executor)
  const queuedMs = new Float64Array(taskCount)
  const leftQueueMs = new Float64Array(taskCount)
  const leftMs = new Float64Array(taskCount)
  let rows = 0
  let ended = 0
  let runMs = 0
  let queueWaitMs = 0
  const known = { tasks: 0, runMs: 0, onCpuMs: 0, readyMs: 0, timerMs: 0, ioMs: 0 }
  for (let task = 0; task < tasks.count; task++) {
    const cameMs = tasks.queuedMs[task] as number
    if (isIts[tasks.group[task] as number] !== true || Number.isNaN(cameMs)) continue
    const startedMs = tasks.startedMs[task] as number
    const finishedMs = tasks.finishedMs[task] as number
    // Neither started nor ended: it waits, or runs, to this day.
    const endMs = Math.max(cameMs, Number.isNaN(finishedMs) ? run.nowMs : finishedMs)
    const startMs = Math.max(cameMs, Number.isNaN(startedMs) ? endMs : startedMs)
    queuedMs[rows] = cameMs
    leftQueueMs[rows] = startMs
    leftMs[rows] = endMs
    rows++
    queueWaitMs += startMs - cameMs
    const tookMs = finishedMs - startedMs
    if (Number.isNaN(tookMs)) continue
    ended++
    runMs += tookMs
    const onCpuMs = tasks.onCpuMs[task] as number
    if (Number.isNaN(onCpuMs)) continue
    known.tasks++
    known.runMs += tookMs
    known.onCpuMs += onCpuMs
    known.readyMs += orZero(tasks.readyMs[task])
    known.timerMs += orZero(tasks.timerMs[task])
    known.ioMs += orZero(tasks.ioMs[task])
  }
  const waiting = openTime(queuedMs.slice(0, rows), leftQueueMs.subarray(0, rows))
  return {
    executor,
    slots: slots.map(({ index }) => index),
    isShared: slots.some(({ isShared }) => isShared),
    ended,
    runMs,
    waitingMs: waiting.anyMs,
    queueWaitMs,
    mostWanted: openTime(queuedMs.subarray(0, rows), leftMs.subarray(0, rows)).most,
    known,
  }
}

/** One entry for each executor that has slots, in lane order. */
export function executorFacts(run: Run): readonly ExecutorFacts[] {
  const executorOf = executorOfGroups(run)
  return [...new Set(run.header.slots.map(({ executor }) => executor))].map((executor) => {
    const isIts = executorOf.map((id) => id === executor)
    const taskCount = run.header.plan.groups.reduce(
      (sum, { count }, group) => (isIts[group] === true ? sum + count : sum),
      0,
    )
    return factsOf(run, executor, isIts, taskCount)
  })
}
