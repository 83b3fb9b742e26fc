import type { SlotIndex, TaskIndex } from './ids.ts'
import type { RunMs } from './units.ts'

/**
 * One link of the chain that set the makespan, in order of time, each beginning where the one before ended.
 * queue: the chain's first task waited although nothing that was recorded held it up. dispatch: a slot had become free, the next
 * task was on its way to it. run: the task was in its slot.
 */
export interface ChainLink {
  readonly kind: 'queue' | 'dispatch' | 'run'
  readonly task: TaskIndex
  readonly slot: SlotIndex
  readonly fromMs: RunMs
  readonly toMs: RunMs
  /** Why this link could not begin earlier. */
  readonly because: 'submitted' | 'slot-was-taken' | 'loop-was-held'
}
