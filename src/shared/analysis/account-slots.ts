import type { Accounting } from '../model/account.ts'
import type { AccountFacts } from './account-facts.ts'
import { loopUse } from './account-loop.ts'
import { addParts, closeAccount, moveTime, noParts, type Parts } from './account-parts.ts'
import type { TinyUse } from './account-tiny.ts'
import { threadUse } from './account-thread.ts'
import { loopHolds } from './loop-holds.ts'
import { ownCost } from './own-cost.ts'

/**
 * Where the time of all slots went, together and by executor, and, by slot, what its tiny tasks did with theirs. Of the time in which tasks were ready without a core, Taskscope's own cost
 * is at most what Taskscope used: on one core at a time, it can keep one thread waiting.
 */
export function accountSlots(
  facts: AccountFacts,
): Pick<Accounting, 'slots' | 'executors'> & { readonly tinyUses: readonly TinyUse[] } {
  const { run, extent } = facts
  const { slots } = run.header
  const holds = loopHolds(run)
  const uses = slots.map((slot) => {
    const ofLoop = holds.get(slot.index)
    return ofLoop === undefined ? threadUse(facts, slot) : loopUse(facts, slot, ofLoop)
  })
  const withoutCoreMs = uses.reduce((sum, use) => sum + use.withoutCoreMs, 0)
  const ownMs = ownCost(run)?.totalMs ?? 0
  const ownShare = withoutCoreMs > 0 ? Math.min(1, ownMs / withoutCoreMs) : 0
  for (const use of uses) moveTime(use.parts, 'ready', 'own-cost', use.withoutCoreMs * ownShare)

  const makespanMs = extent.toMs - extent.fromMs
  const sumOf = (which: readonly Parts[]): Parts => {
    const sum = noParts()
    for (const parts of which) addParts(sum, parts)
    return sum
  }
  const executors = [...new Set(slots.map(({ executor }) => executor))]
  return {
    tinyUses: uses.map(({ tiny }) => tiny),
    slots: closeAccount(makespanMs * slots.length, sumOf(uses.map(({ parts }) => parts))),
    executors: executors.map((executor) => {
      const its = uses.filter((_, slot) => slots[slot]?.executor === executor)
      const account = closeAccount(makespanMs * its.length, sumOf(its.map(({ parts }) => parts)))
      return { executor, slots: its.length, account }
    }),
  }
}
