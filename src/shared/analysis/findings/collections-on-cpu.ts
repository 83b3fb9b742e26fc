import type { TaskIndex } from '../../model/ids.ts'
import type { Fraction, Milliseconds } from '../../model/units.ts'
import { onCpuShareOf } from '../account-tiny.ts'
import { isCollection } from '../garbage.ts'
import { countUpTo } from '../queue-depth.ts'
import { sumWithin } from '../sampled-time.ts'
import type { RunFacts } from './run-facts.ts'

/** CPU time and time without a core of a slot's thread within the run, by its samples, in ms; both 0 where there are none. */
function sampledUse({ run, extent }: RunFacts, slot: number): { onCpuMs: number; readyMs: number } {
  const { samples } = run
  const usedMs = (column: Float32Array | undefined): Milliseconds =>
    column === undefined ? 0 : sumWithin(samples, extent, (row) => column[row] as number).usedMs
  return { onCpuMs: usedMs(samples.slotOnCpuMs[slot]), readyMs: usedMs(samples.slotReadyMs[slot]) }
}

/** Finds the task that ran at a time, in a slot that runs one at a time. */
function taskFinder({ run, garbage }: RunFacts): (slot: number, atMs: number) => TaskIndex | null {
  const { tasks, header } = run
  const bySlot = new Map<number, { readonly rows: number[]; startedMs: Float64Array }>()
  for (const { index, isShared } of header.slots) {
    if (!isShared && (garbage.bySlot[index] as number) > 0)
      bySlot.set(index, { rows: [], startedMs: new Float64Array() })
  }
  for (let task = 0; task < tasks.count; task++) bySlot.get(tasks.slot[task] as number)?.rows.push(task)
  for (const entry of bySlot.values()) {
    entry.rows.sort((one, other) => (tasks.startedMs[one] as number) - (tasks.startedMs[other] as number))
    entry.startedMs = Float64Array.from(entry.rows, (task) => tasks.startedMs[task] as number)
  }
  return (slot, atMs) => {
    const entry = bySlot.get(slot)
    const task = entry?.rows[countUpTo(entry.startedMs, atMs) - 1]
    return task === undefined || (tasks.finishedMs[task] as number) < atMs ? null : task
  }
}

/** How much of the run's garbage collection was on CPU. */
export interface CollectionsOnCpu {
  readonly totalMs: Milliseconds
  /** Of what fell into the run time of a task that had its slot to itself. */
  readonly byTask: ReadonlyMap<TaskIndex, Milliseconds>
  /** By slot: CPU time of its thread, the tasks and what it does between them; where it is unknown, for how long it was in use. */
  readonly slotCpuMs: Float64Array
}

/** What was read of the tasks, or, if that is more, what the samples have; neither has more than there was. */
function cpuBySlot(facts: RunFacts): Float64Array {
  const { tasks, header } = facts.run
  const ofTasksMs = new Float64Array(header.slots.length)
  for (let task = 0; task < tasks.count; task++) {
    const slot = tasks.slot[task] as number
    const onCpuMs = tasks.onCpuMs[task] as number
    if (slot >= 0 && onCpuMs > 0) ofTasksMs[slot] = (ofTasksMs[slot] as number) + onCpuMs
  }
  return ofTasksMs.map(
    (ms, slot) => Math.max(ms, sampledUse(facts, slot).onCpuMs) || (facts.slotBusyMs[slot] as number),
  )
}

/**
 * A collection is recorded from its begin to its end, and holds waits for a core as does what it interrupts. Of its length, as
 * much counts as its task had of a core; where that was not read, as its slot's thread had by the samples; else all of it.
 */
export function collectionsOnCpu(facts: RunFacts): CollectionsOnCpu {
  const { tasks, slices, header } = facts.run
  const taskAt = taskFinder(facts)
  const shareOfSlot = header.slots.map(({ index }): Fraction => {
    const { onCpuMs, readyMs } = sampledUse(facts, index)
    return onCpuMs > 0 ? onCpuShareOf(onCpuMs, readyMs) : 1
  })
  const byTask = new Map<TaskIndex, Milliseconds>()
  let totalMs = 0
  for (let row = 0; row < slices.count; row++) {
    if (!isCollection(slices.kind[row] as number)) continue
    const slot = slices.slot[row] as number
    const fromMs = slices.fromMs[row] as number
    const tookMs = (slices.toMs[row] as number) - fromMs
    const task = taskAt(slot, fromMs)
    const onCpuMs = task === null ? NaN : (tasks.onCpuMs[task] as number)
    const share =
      task === null || Number.isNaN(onCpuMs)
        ? (shareOfSlot[slot] ?? 1)
        : onCpuShareOf(onCpuMs, tasks.readyMs[task] as number)
    totalMs += tookMs * share
    if (task !== null) byTask.set(task, (byTask.get(task) ?? 0) + tookMs * share)
  }
  return { totalMs, byTask, slotCpuMs: cpuBySlot(facts) }
}
