import type { Run } from '../model/run.ts'
import { sliceKind } from '../model/slice.ts'
import type { GarbageTotals } from '../model/summary.ts'

/** A run's garbage collections, and how long they took in each slot. */
export interface Garbage extends GarbageTotals {
  /** In ms. */
  readonly bySlot: Float64Array
}

/** True for slices that are a collection, of whatever generation. */
export function isCollection(kind: number): boolean {
  return kind === sliceKind.minorCollection || kind === sliceKind.majorCollection
}

/** How often the threads that run tasks collected garbage, and for how long. All zero where that was not recorded. */
export function garbageCollection(run: Run): Garbage {
  const { slices, header } = run
  const bySlot = new Float64Array(header.slots.length)
  let count = 0
  let majorCount = 0
  let totalMs = 0
  for (let row = 0; row < slices.count; row++) {
    const kind = slices.kind[row] as number
    if (!isCollection(kind)) continue
    const tookMs = (slices.toMs[row] as number) - (slices.fromMs[row] as number)
    const slot = slices.slot[row] as number
    count++
    if (kind === sliceKind.majorCollection) majorCount++
    totalMs += tookMs
    if (slot >= 0 && slot < bySlot.length) bySlot[slot] = (bySlot[slot] as number) + tookMs
  }
  return { count, majorCount, totalMs, bySlot }
}
