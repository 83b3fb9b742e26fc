import type { Slot } from '../model/slot.ts'
import type { RunMs } from '../model/units.ts'
import type { AccountFacts } from './account-facts.ts'
import type { Parts } from './account-parts.ts'
import { noTime } from './covered-time.ts'

/**
 * Adds a stretch in which a slot ran nothing: its thread was being replaced, it was being handed a task that waited, what it did has
 * been wiped from the record, or it had nothing to do.
 */
export function addGap(facts: AccountFacts, slot: Slot, parts: Parts, fromMs: RunMs, toMs: RunMs): void {
  let leftMs = toMs - fromMs
  if (!(leftMs > 0)) return
  const waitingMs = (facts.waiting.get(slot.executor) ?? noTime).within(fromMs, toMs)
  const startUpMs = Math.min(waitingMs, (facts.replacedOf[slot.index] ?? noTime).within(fromMs, toMs))
  const schedulingMs = waitingMs - startUpMs
  leftMs -= waitingMs
  const wipedMs = Math.min(leftMs, (facts.wiped.get(slot.executor) ?? noTime).within(fromMs, toMs))
  parts['start-up'] += startUpMs
  parts.scheduling += schedulingMs
  // What was wiped stays unexplained.
  parts.idle += leftMs - wipedMs
}
