import type { Slot } from '../model/slot.ts'
import type { Milliseconds } from '../model/units.ts'
import { endOf, type AccountFacts } from './account-facts.ts'
import { addGap } from './account-gap.ts'
import { asleepInCollections, isTiny, onCpuShareOf, tinyUse, type TinyUse } from './account-tiny.ts'
import { moveTime, noParts, type Parts } from './account-parts.ts'
import { noTime } from './covered-time.ts'

/** A slot's time. */
export interface SlotUse {
  readonly parts: Parts
  /** How much of its `garbage-collection` was no CPU time. */
  readonly collectedOffCpuMs: Milliseconds
  /** How much of its `ready` can be laid to Taskscope, at most, its tasks seen one by one. */
  readonly ownDelayMs: Milliseconds
  readonly tiny: TinyUse
}

/**
 * Where the time of a slot went that runs one task at a time: run times by what their threads read, gaps by what the executor's queue
 * held. Tasks too short to be read by themselves get what the thread's samples have beyond the others' CPU time.
 */
export function threadUse(facts: AccountFacts, slot: Slot): SlotUse {
  const { run, extent, own } = facts
  const { tasks } = run
  const parts = noParts()
  const collections = facts.collectionsOf[slot.index] ?? noTime
  let collectedMs = 0
  let collectedOffCpuMs = 0
  let ownDelayMs = 0
  let tinyMs = 0
  let tinyCollectionsMs = 0
  let ownInTinyMs = 0
  let atMs = extent.fromMs
  for (const task of facts.tasksOf[slot.index] ?? []) {
    const startedMs = tasks.startedMs[task] as number
    const finishedMs = endOf(run, task, extent)
    const fromMs = Math.max(atMs, startedMs)
    const toMs = Math.min(extent.toMs, finishedMs)
    if (!(toMs > fromMs)) continue
    addGap(facts, slot, parts, atMs, fromMs)
    atMs = toMs
    const collectionsMs = collections.within(fromMs, toMs)
    if (isTiny(run, task)) {
      tinyMs += toMs - fromMs
      tinyCollectionsMs += collectionsMs
      ownInTinyMs += own.between(fromMs, toMs)
      continue
    }
    const share = (toMs - fromMs) / (finishedMs - startedMs)
    const known = (column: Float64Array): number =>
      Number.isNaN(column[task]) ? 0 : (column[task] as number) * share
    const [onCpuMs, readyMs] = [known(tasks.onCpuMs), known(tasks.readyMs)]
    const [timerMs, ioMs] = [known(tasks.timerMs), known(tasks.ioMs)]
    parts.cpu += onCpuMs
    parts.ready += readyMs
    parts.timer += timerMs
    parts['input-output'] += ioMs
    const onCpuCollectedMs = collectionsMs * onCpuShareOf(onCpuMs, readyMs)
    collectedMs += onCpuCollectedMs
    const unexplainedMs = toMs - fromMs - onCpuMs - readyMs - timerMs - ioMs
    collectedOffCpuMs += asleepInCollections(unexplainedMs, collectionsMs, onCpuCollectedMs)
    ownDelayMs += own.delayOf(readyMs, fromMs, toMs)
  }
  addGap(facts, slot, parts, atMs, extent.toMs)
  const tiny = tinyUse(facts, slot, tinyMs, parts.cpu, parts.ready)
  parts.cpu += tinyMs * tiny.onCpuShare
  parts.ready += tinyMs * tiny.readyShare
  const tinyUnexplainedMs = tinyMs * (1 - tiny.onCpuShare - tiny.readyShare)
  const tinyCollectedMs = Math.min(tinyCollectionsMs, tinyMs * tiny.onCpuShare)
  collectedOffCpuMs += asleepInCollections(tinyUnexplainedMs, tinyCollectionsMs, tinyCollectedMs)
  moveTime(parts, 'cpu', 'garbage-collection', collectedMs + tinyCollectedMs)
  parts['garbage-collection'] += collectedOffCpuMs
  return { parts, collectedOffCpuMs, ownDelayMs: ownDelayMs + ownInTinyMs * tiny.readyShare, tiny }
}
