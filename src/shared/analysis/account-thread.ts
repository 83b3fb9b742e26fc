import type { Slot } from '../model/slot.ts'
import type { Milliseconds } from '../model/units.ts'
import { endOf, type AccountFacts } from './account-facts.ts'
import { addGap } from './account-gap.ts'
import { isTiny, onCpuShareOf, tinyUse, type TinyUse } from './account-tiny.ts'
import { moveTime, noParts, type Parts } from './account-parts.ts'
import { noTime } from './covered-time.ts'

/** A slot's time, and how much of its `ready` was without a core. */
export interface SlotUse {
  readonly parts: Parts
  readonly withoutCoreMs: Milliseconds
  readonly tiny: TinyUse
}

/**
 * Where the time of a slot went that runs one task at a time: run times by what their threads read, gaps by what the executor's queue
 * held. Tasks too short to be read by themselves get what the thread's samples have beyond the others' CPU time.
 */
export function threadUse(facts: AccountFacts, slot: Slot): SlotUse {
  const { run, extent } = facts
  const { tasks } = run
  const parts = noParts()
  const collections = facts.collectionsOf[slot.index] ?? noTime
  let collectedMs = 0
  let tinyMs = 0
  let atMs = extent.fromMs
  for (const task of facts.tasksOf[slot.index] ?? []) {
    const startedMs = tasks.startedMs[task] as number
    const finishedMs = endOf(run, task, extent)
    const fromMs = Math.max(atMs, startedMs)
    const toMs = Math.min(extent.toMs, finishedMs)
    if (!(toMs > fromMs)) continue
    addGap(facts, slot, parts, atMs, fromMs)
    atMs = toMs
    const onCpuMs = tasks.onCpuMs[task] as number
    if (Number.isNaN(onCpuMs)) {
      if (isTiny(run, task)) {
        tinyMs += toMs - fromMs
        collectedMs += collections.within(fromMs, toMs)
      }
      continue
    }
    const share = (toMs - fromMs) / (finishedMs - startedMs)
    collectedMs += collections.within(fromMs, toMs) * onCpuShareOf(onCpuMs, tasks.readyMs[task] as number)
    const known = (column: Float64Array): number =>
      Number.isNaN(column[task]) ? 0 : (column[task] as number) * share
    parts.cpu += onCpuMs * share
    parts.ready += known(tasks.readyMs)
    parts.timer += known(tasks.timerMs)
    parts['input-output'] += known(tasks.ioMs)
  }
  addGap(facts, slot, parts, atMs, extent.toMs)
  const tiny = tinyUse(facts, slot, tinyMs, parts.cpu, parts.ready)
  parts.cpu += tinyMs * tiny.onCpuShare
  parts.ready += tinyMs * tiny.readyShare
  const withoutCoreMs = parts.ready
  moveTime(parts, 'cpu', 'garbage-collection', collectedMs)
  return { parts, withoutCoreMs, tiny }
}
