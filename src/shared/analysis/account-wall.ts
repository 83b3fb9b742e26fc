import type { Account } from '../model/account.ts'
import type { ChainLink } from '../model/critical-chain.ts'
import type { AccountFacts } from './account-facts.ts'
import { addParts, closeAccount, moveTime, noParts, type Parts } from './account-parts.ts'
import type { SlotUse } from './account-thread.ts'
import { asleepInCollections, isTiny, onCpuShareOf, type TinyUse } from './account-tiny.ts'
import { noTime } from './covered-time.ts'
import { criticalChain } from './critical-chain.ts'
import { sharesItsLoop } from './loop-holds.ts'
import { TaskUses } from './task-use.ts'

/** What a task did within a link of the chain. */
function linkParts(
  { run, collectionsOf, own }: AccountFacts,
  tiny: TinyUse | undefined,
  uses: TaskUses,
  { task, slot, fromMs, toMs }: ChainLink,
): Parts {
  const parts = noParts()
  const collections = collectionsOf[slot] ?? noTime
  const collectionsMs = collections.within(fromMs, toMs)
  if (isTiny(run, task)) {
    parts.cpu = (toMs - fromMs) * (tiny?.onCpuShare ?? 0)
    parts.ready = (toMs - fromMs) * (tiny?.readyShare ?? 0)
    const unexplainedMs = toMs - fromMs - parts.cpu - parts.ready
    const collectedMs = Math.min(parts.cpu, collectionsMs)
    moveTime(parts, 'ready', 'own-cost', own.delayOf(parts.ready, fromMs, toMs))
    moveTime(parts, 'cpu', 'garbage-collection', collectedMs)
    parts['garbage-collection'] += asleepInCollections(unexplainedMs, collectionsMs, collectedMs)
    return parts
  }
  const use = uses.within(task, fromMs, toMs)
  parts.cpu = use.onCpuMs
  parts.ready = use.withoutCoreMs + use.heldMs
  parts.timer = use.timerMs
  parts['input-output'] = use.ioMs
  moveTime(parts, 'ready', 'own-cost', own.delayOf(use.withoutCoreMs, fromMs, toMs))
  if (sharesItsLoop(run, task)) {
    moveTime(parts, 'cpu', 'garbage-collection', uses.collectedWithin(task, fromMs, toMs, collections))
    return parts
  }
  const unexplainedMs = toMs - fromMs - use.onCpuMs - use.withoutCoreMs - use.heldMs - use.timerMs - use.ioMs
  const collectedMs = collectionsMs * onCpuShareOf(use.onCpuMs, use.withoutCoreMs)
  moveTime(parts, 'cpu', 'garbage-collection', collectedMs)
  parts['garbage-collection'] += asleepInCollections(unexplainedMs, collectionsMs, collectedMs)
  return parts
}

/**
 * Where the time went of whoever waits for the run's end: its preparation, then its makespan along the critical chain. Of each link in
 * which a task ran, what that task did then; tasks too short to be read did what their slot's did on average.
 */
export function accountWall(facts: AccountFacts, slotUses: readonly SlotUse[]): Account {
  const { run, extent, replacedOf } = facts
  const { preparationMs } = run.header
  const parts = noParts()
  parts['start-up'] = preparationMs
  const uses = new TaskUses(run)
  for (const link of criticalChain(run)) {
    const { kind, slot, fromMs, toMs } = link
    if (kind === 'run') {
      addParts(parts, linkParts(facts, slotUses[slot]?.tiny, uses, link))
    } else if (kind === 'queue') {
      parts.queue += toMs - fromMs
    } else {
      const startUpMs = (replacedOf[slot] ?? noTime).within(fromMs, toMs)
      parts['start-up'] += startUpMs
      parts.scheduling += toMs - fromMs - startUpMs
    }
  }
  return closeAccount(preparationMs + extent.toMs - extent.fromMs, parts)
}
