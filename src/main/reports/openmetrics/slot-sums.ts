import type { Run } from '#shared/model/run.ts'
import type { Slot } from '#shared/model/slot.ts'
import { slotStretches } from '../slots/slot-stretches.ts'

/** What one slot did. */
export interface SlotSum {
  readonly slot: Slot
  /** Tasks that were started on it. */
  readonly tasks: number
  /** Time in which a task had it: of a loop, in which one ran there. */
  readonly busyNs: number
}

/** What each slot did, in the order of the slots. */
export function slotSums(run: Run): readonly SlotSum[] {
  const { tasks, header } = run
  const counts = new Uint32Array(header.slots.length)
  for (let task = 0; task < tasks.count; task++) {
    const slot = tasks.slot[task] as number
    if (slot >= 0 && !Number.isNaN(tasks.startedMs[task])) counts[slot] = (counts[slot] ?? 0) + 1
  }
  const stretches = slotStretches(run)
  return header.slots.map((slot) => {
    const ofSlot = stretches.get(slot.index)
    let busyNs = 0
    for (let row = 0; ofSlot !== undefined && row < ofSlot.count; row++)
      busyNs += (ofSlot.toNs[row] as number) - (ofSlot.fromNs[row] as number)
    return { slot, tasks: counts[slot.index] ?? 0, busyNs }
  })
}
