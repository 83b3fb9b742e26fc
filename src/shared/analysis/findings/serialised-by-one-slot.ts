import type { Finding } from '../../model/finding.ts'
import type { SlotIndex } from '../../model/ids.ts'
import { texts } from '../../texts/texts.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, slotText } from './wording.ts'

/** The slot was in use for nearly all of the makespan … */
const leastBusyShare = 0.9
/** … the others for little of it … */
const mostOthersShare = 0.3
/** … and tasks waited for it during so much of it. */
const leastWaitingShare = 0.2

/** By task: whether it was in the slot, as 1 or 0. */
function inSlot({ run: { tasks } }: RunFacts, slot: SlotIndex, task: number): number {
  return tasks.slot[task] === slot ? 1 : 0
}

/** All had to go through one slot, one after the other, while the rest of the slots had little to do. */
export function serialisedByOneSlot(facts: RunFacts): Finding | null {
  const { run, makespanMs, slotBusyMs } = facts
  const { tasks, header } = run
  if (header.slots.length < 2) return null
  const busyShare = (slot: SlotIndex): number => (slotBusyMs[slot] as number) / makespanMs
  const narrow = facts.executors.find(({ slots, ended }) => {
    const [slot] = slots
    return slots.length === 1 && slot !== undefined && ended > 1 && busyShare(slot) >= leastBusyShare
  })
  const slot = narrow?.slots[0]
  if (narrow === undefined || slot === undefined) return null
  const others = header.slots.filter(({ index }) => index !== slot)
  const othersShare = others.reduce((sum, { index }) => sum + busyShare(index), 0) / others.length
  // On a loop, tasks that were held up had started, most of them: they waited there, not in the queue.
  const waited = narrow.isShared ? narrow.known.readyMs : narrow.waitingMs
  if (othersShare > mostOthersShare || waited < makespanMs * leastWaitingShare) return null
  const words = texts().sizeFindings['serialised-by-one-slot']
  return {
    id: 'serialised-by-one-slot',
    severity: 'problem',
    sentence: words.said({
      tasks: narrow.ended,
      slot: slotText(run, slot),
      share: shareText(Math.min(1, busyShare(slot))),
      others: others.length,
      othersShare: shareText(othersShare),
    }),
    advice: words.advice[narrow.executor],
    evidence: evidenceOf(facts, {
      tasks: worstOf(
        tasks.count,
        (task) =>
          inSlot(facts, slot, task) *
          ((tasks.finishedMs[task] as number) - (tasks.startedMs[task] as number)),
      ),
      slots: [slot],
    }),
  }
}
