import { orderBy } from '#shared/analysis/order-by.ts'
import type { SlotIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'

/** By slot: the rows of its slices for which `isWanted` holds, in order of time. */
export function slicesBySlot(
  { slices }: Run,
  isWanted: (row: number) => boolean,
): ReadonlyMap<SlotIndex, Int32Array> {
  const bySlot = new Map<SlotIndex, number[]>()
  for (let row = 0; row < slices.count; row++) {
    if (!isWanted(row)) continue
    const slot = slices.slot[row] as number
    const rows = bySlot.get(slot)
    if (rows === undefined) bySlot.set(slot, [row])
    else rows.push(row)
  }
  return new Map([...bySlot].map(([slot, rows]) => [slot, orderBy(Int32Array.from(rows), slices.fromMs)]))
}
