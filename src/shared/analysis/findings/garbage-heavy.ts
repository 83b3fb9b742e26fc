import { counted } from '../../format.ts'
import type { Finding } from '../../model/finding.ts'
import type { TaskIndex } from '../../model/ids.ts'
import type { Milliseconds } from '../../model/units.ts'
import { isCollection } from '../garbage.ts'
import { countUpTo } from '../queue-depth.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, timeText } from './wording.ts'

/** Of the time for which the collecting threads were in use. */
const leastShare = 0.1
const seriousShare = 0.3
/** Of their time altogether: threads that run tiny tasks are hardly ever in use, and what they collect hardly matters. */
const leastShareOfMakespan = 0.05
const leastMs = 50

/** By task: garbage collection that fell into its run time, for tasks that had their slot to themselves. */
function garbageByTask({ run, garbage }: RunFacts): Map<TaskIndex, Milliseconds> {
  const { tasks, slices, header } = run
  const affected = header.slots.filter(
    ({ index, isShared }) => !isShared && (garbage.bySlot[index] as number) > 0,
  )
  const bySlot = new Map(
    affected.map(({ index }) => [index, { rows: [] as number[], startedMs: new Float64Array() }]),
  )
  for (let task = 0; task < tasks.count; task++) bySlot.get(tasks.slot[task] as number)?.rows.push(task)
  for (const entry of bySlot.values()) {
    entry.rows.sort((one, other) => (tasks.startedMs[one] as number) - (tasks.startedMs[other] as number))
    entry.startedMs = Float64Array.from(entry.rows, (task) => tasks.startedMs[task] as number)
  }
  const byTask = new Map<TaskIndex, Milliseconds>()
  for (let row = 0; row < slices.count; row++) {
    if (!isCollection(slices.kind[row] as number)) continue
    const entry = bySlot.get(slices.slot[row] as number)
    if (entry === undefined) continue
    const fromMs = slices.fromMs[row] as number
    const task = entry.rows[countUpTo(entry.startedMs, fromMs) - 1]
    if (task === undefined || (tasks.finishedMs[task] as number) < fromMs) continue
    byTask.set(task, (byTask.get(task) ?? 0) + (slices.toMs[row] as number) - fromMs)
  }
  return byTask
}

/** Threads spent a good part of their time on collecting garbage. */
export function garbageHeavy(facts: RunFacts): Finding | null {
  const { run, garbage } = facts
  const { slices, header } = run
  // Of the slots that collected: those that did nothing of the kind would hide it.
  const slots = header.slots.map(({ index }) => index).filter((slot) => (garbage.bySlot[slot] as number) > 0)
  const busyMs = slots.reduce((sum, slot) => sum + (facts.slotBusyMs[slot] as number), 0)
  const share = garbage.totalMs / Math.max(busyMs, garbage.totalMs)
  const leastTotalMs = Math.max(leastMs, facts.makespanMs * slots.length * leastShareOfMakespan)
  if (!(garbage.totalMs >= leastTotalMs && share >= leastShare)) return null
  let fromMs = Infinity
  let toMs = -Infinity
  for (let row = 0; row < slices.count; row++) {
    if (!isCollection(slices.kind[row] as number)) continue
    fromMs = Math.min(fromMs, slices.fromMs[row] as number)
    toMs = Math.max(toMs, slices.toMs[row] as number)
  }
  const byTask = garbageByTask(facts)
  return {
    id: 'garbage-collection',
    severity: share >= seriousShare ? 'problem' : 'advice',
    sentence: `Collecting garbage took ${timeText(garbage.totalMs)}, ${shareText(share)} of the time for which threads were in use: ${counted(garbage.count, 'collection')}, ${garbage.majorCount} of them of the whole heap.`,
    advice:
      'Have the tasks make fewer objects or keep fewer of them at once, or raise the memory limit of a thread.',
    evidence: evidenceOf(facts, {
      fromMs,
      toMs,
      tasks: worstOf(run.tasks.count, (task) => byTask.get(task) ?? 0),
      slots,
    }),
  }
}
