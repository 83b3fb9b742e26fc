import type { Accounting } from '../model/account.ts'
import type { AccountFacts } from './account-facts.ts'
import { loopUse } from './account-loop.ts'
import { addParts, closeAccount, moveTime, noParts, type Parts } from './account-parts.ts'
import { threadUse, type SlotUse } from './account-thread.ts'
import { loopHolds } from './loop-holds.ts'

/**
 * Where the time of all slots went, together, by executor, and by slot. Taskscope's own cost is, at most, what its CPU time can have
 * delayed each task that was ready without a core, and over all tasks no more than that CPU time: a core that it takes is missing to
 * one of them only.
 */
export function accountSlots(
  facts: AccountFacts,
): Pick<Accounting, 'slots' | 'executors'> & { readonly uses: readonly SlotUse[] } {
  const { run, extent, own } = facts
  const { slots } = run.header
  const holds = loopHolds(run)
  const uses = slots.map((slot) => {
    const ofLoop = holds.get(slot.index)
    return ofLoop === undefined ? threadUse(facts, slot) : loopUse(facts, slot, ofLoop)
  })
  const delayMs = uses.reduce((sum, use) => sum + use.ownDelayMs, 0)
  const ownShare = delayMs > 0 ? Math.min(1, own.between(extent.fromMs, extent.toMs) / delayMs) : 0
  for (const use of uses) moveTime(use.parts, 'ready', 'own-cost', use.ownDelayMs * ownShare)

  const makespanMs = extent.toMs - extent.fromMs
  const sumOf = (which: readonly Parts[]): Parts => {
    const sum = noParts()
    for (const parts of which) addParts(sum, parts)
    return sum
  }
  const executors = [...new Set(slots.map(({ executor }) => executor))]
  return {
    uses,
    slots: closeAccount(makespanMs * slots.length, sumOf(uses.map(({ parts }) => parts))),
    executors: executors.map((executor) => {
      const its = uses.filter((_, slot) => slots[slot]?.executor === executor)
      const account = closeAccount(makespanMs * its.length, sumOf(its.map(({ parts }) => parts)))
      return { executor, slots: its.length, account }
    }),
  }
}
