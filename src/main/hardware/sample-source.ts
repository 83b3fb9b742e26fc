import type { Milliseconds } from '#shared/model/units.ts'

/** Something that is read once in each sample. Allocates nothing of its own while it does. */
export interface SampleSource {
  /**
   * Writes its fields into the record, where NaN stands in all that nobody writes. `atMs` is the sample's own time on the clock of the
   * process; differences cover the `intervalMs` before it.
   */
  write(record: Float64Array, atMs: Milliseconds, intervalMs: Milliseconds): void
}
