import { sliceKind, type SliceTable } from '#shared/model/slice.ts'
import type { RunMs } from '#shared/model/units.ts'

/** What a stretch of a task's time was used for, as it is drawn; the rest of its time it was suspended. */
export type Use = 'on-cpu' | 'ready'

/** Calls back for every stretch in which a task was on CPU or ready. `rows` are those of its slices, in order of time. */
export function visitUses(
  slices: SliceTable,
  rows: Int32Array,
  visit: (use: Use, fromMs: RunMs, toMs: RunMs) => void,
): void {
  for (const row of rows) {
    const kind = slices.kind[row]
    const fromMs = slices.fromMs[row] as number
    const toMs = slices.toMs[row] as number
    // Not known is drawn as not ready.
    const readyMs = Math.max(0, slices.readyMs[row] as number) || 0
    if (kind === sliceKind.ran) {
      if (readyMs > 0) visit('ready', fromMs - readyMs, fromMs)
      visit('on-cpu', fromMs, toMs)
    } else if (kind === sliceKind.computed) {
      // When within the slice it was without a core is not known: it is drawn at its end.
      const usedToMs = Math.max(fromMs, toMs - readyMs)
      visit('on-cpu', fromMs, usedToMs)
      if (usedToMs < toMs) visit('ready', usedToMs, toMs)
    }
  }
}
