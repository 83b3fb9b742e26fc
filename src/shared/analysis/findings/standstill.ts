import type { Finding } from '../../model/finding.ts'
import type { TaskIndex } from '../../model/ids.ts'
import { stateOf } from '../../model/task.ts'
import { texts } from '../../texts/texts.ts'
import { sumWithin } from '../sampled-time.ts'
import { evidenceOf, slotsOf } from './evidence.ts'
import { executorOfGroups } from './executor-facts.ts'
import type { RunFacts } from './run-facts.ts'
import { slotOfExecutor, timeText } from './wording.ts'

/** Silence of so long, and for so much of the makespan, before the run was stopped. */
const leastMs = 1000
const leastShare = 0.5
/** A task that did anything in that time did more than this share of it. */
const mostActiveShare = 0.05

function wasStopped({ run }: RunFacts, task: TaskIndex): boolean {
  const state = stateOf(run.tasks.state[task] as number)
  return state === 'cancelled' || state === 'timed-out'
}

/**
 * Every slot of an executor was held by a task that neither computed nor waited for anything that it declared, while others
 * waited for a slot, until they were stopped: the held ones probably wait for those. Shares the id of `starvation`: both are waits
 * without end, or nearly.
 */
export function standstill(facts: RunFacts): Finding | null {
  const { run, extent, makespanMs } = facts
  const { tasks, samples } = run
  // The last time that anything started, or came to an end of its own.
  let lastSignMs = extent.fromMs
  for (let task = 0; task < tasks.count; task++) {
    const startedMs = tasks.startedMs[task] as number
    const finishedMs = tasks.finishedMs[task] as number
    if (startedMs > lastSignMs) lastSignMs = startedMs
    if (finishedMs > lastSignMs && !wasStopped(facts, task)) lastSignMs = finishedMs
  }
  const silentMs = extent.toMs - lastSignMs
  if (silentMs < leastMs || silentMs < makespanMs * leastShare) return null

  const executorOf = executorOfGroups(run)
  const idleSlots = new Set(
    run.header.slots
      .map(({ index }) => index)
      .filter((slot) => {
        const column = samples.slotOnCpuMs[slot]
        if (column === undefined) return false
        const silence = { fromMs: lastSignMs, toMs: extent.toMs }
        const seen = sumWithin(samples, silence, (row) => column[row] as number)
        return seen.knownMs > 0 && seen.usedMs < seen.knownMs * mostActiveShare
      }),
  )
  const isIdle = (task: TaskIndex): boolean => {
    const runMs = (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)
    const onCpuMs = tasks.onCpuMs[task] as number
    // Ended by force, it could not say what it did; its slot's thread was watched.
    if (!Number.isNaN(onCpuMs)) {
      const known = [onCpuMs, tasks.readyMs[task], tasks.timerMs[task], tasks.ioMs[task]]
      return (
        known.reduce<number>((sum, ms) => sum + (Number.isNaN(ms) ? 0 : (ms ?? 0)), 0) <
        runMs * mostActiveShare
      )
    }
    return idleSlots.has(tasks.slot[task] as number)
  }
  for (const { executor, slots } of facts.executors) {
    const held: TaskIndex[] = []
    let neverStarted = 0
    for (let task = 0; task < tasks.count; task++) {
      if (executorOf[tasks.group[task] as number] !== executor || !wasStopped(facts, task)) continue
      if (Number.isNaN(tasks.startedMs[task])) neverStarted++
      else if ((tasks.finishedMs[task] as number) > lastSignMs && isIdle(task)) held.push(task)
    }
    if (neverStarted === 0 || slotsOf(facts, held).length < slots.length) continue
    const words = texts().taskFindings.standstill
    return {
      id: 'starvation',
      severity: 'problem',
      sentence: words.said(timeText(silentMs), held.length, neverStarted, slotOfExecutor(executor)),
      advice: words.advice,
      evidence: evidenceOf(facts, { fromMs: lastSignMs, tasks: held }),
    }
  }
  return null
}
