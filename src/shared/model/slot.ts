import type { SlotIndex } from './ids.ts'
import type { ExecutorId } from './strategy.ts'

/** A stable place that runs tasks; the thread behind it may be replaced. */
export interface Slot {
  readonly index: SlotIndex
  readonly executor: ExecutorId
  /** Such as "cpu 1". */
  readonly name: string
  /** True where many tasks are in progress at once: an event loop. */
  readonly isShared: boolean
}
