import type { TaskIndex } from '../model/ids.ts'
import type { Run } from '../model/run.ts'
import type { Slot } from '../model/slot.ts'
import type { Fraction, Milliseconds } from '../model/units.ts'
import type { AccountFacts } from './account-facts.ts'
import { sumWithin } from './sampled-time.ts'
import { shortestMeasuredMs } from './task-time.ts'

/** What the tasks of a slot that were too short to be read by themselves did with their run times, on average. */
export interface TinyUse {
  readonly onCpuShare: Fraction
  readonly readyShare: Fraction
}

/** True for a task that was too short to be read by itself. */
export function isTiny({ tasks }: Run, task: TaskIndex): boolean {
  return (
    Number.isNaN(tasks.onCpuMs[task]) &&
    (tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number) < shortestMeasuredMs
  )
}

function sampledMs({ run, extent }: AccountFacts, column: Float32Array | undefined): Milliseconds | null {
  if (column === undefined) return null
  const { usedMs, knownMs } = sumWithin(run.samples, extent, (row) => column[row] as number)
  return knownMs > 0 ? usedMs : null
}

/** CPU time of a slot's thread within the run, by the samples; null: it was not sampled. */
export function sampledCpuMs(facts: AccountFacts, slot: Slot): Milliseconds | null {
  return sampledMs(facts, facts.run.samples.slotOnCpuMs[slot.index])
}

const between = (value: number, most: number): number => Math.max(0, Math.min(value, most))

/**
 * Gives tiny tasks what the samples of their slot's thread have beyond what its other tasks are known to have used, and no more than
 * their run times. That is a little too much where handing tasks over costs much: the thread's samples hold that, too.
 */
export function tinyUse(
  facts: AccountFacts,
  slot: Slot,
  tinyMs: Milliseconds,
  othersOnCpuMs: Milliseconds,
  othersReadyMs: Milliseconds,
): TinyUse {
  const sampled = sampledCpuMs(facts, slot)
  if (!(tinyMs > 0) || sampled === null) return { onCpuShare: 0, readyShare: 0 }
  const onCpuMs = between(sampled - othersOnCpuMs, tinyMs)
  const sampledReadyMs = sampledMs(facts, facts.run.samples.slotReadyMs[slot.index]) ?? 0
  const readyMs = between(sampledReadyMs - othersReadyMs, tinyMs - onCpuMs)
  return { onCpuShare: onCpuMs / tinyMs, readyShare: readyMs / tinyMs }
}

/**
 * How much of collections' time a thread slept, waiting for the collector's helper threads: whatever of it was not on CPU, as far as
 * nothing else explains the thread's time.
 */
export function asleepInCollections(
  unexplainedMs: Milliseconds,
  collectionsMs: Milliseconds,
  collectedOnCpuMs: Milliseconds,
): Milliseconds {
  return between(collectionsMs - collectedOnCpuMs, unexplainedMs)
}

/** Of the time that a collection took, as much was spent on CPU as of what it interrupted. */
export function onCpuShareOf(onCpuMs: Milliseconds, readyMs: Milliseconds): Fraction {
  const ready = Number.isNaN(readyMs) ? 0 : readyMs
  return onCpuMs > 0 ? onCpuMs / (onCpuMs + ready) : 0
}
