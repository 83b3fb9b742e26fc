import type { Slot } from '#shared/model/slot.ts'
import type { PooledExecutor } from './pooled-executor.ts'

/** Slots of all executors, in lane order. */
export function listSlots(executors: readonly PooledExecutor[]): Slot[] {
  return executors
    .flatMap((executor) =>
      Array.from({ length: executor.slotCount }, (_, position) => ({
        executor: executor.id,
        name: executor.slotCount === 1 ? executor.id : `${executor.id} ${position + 1}`,
        isShared: executor.capacity > executor.slotCount,
      })),
    )
    .map((slot, index) => ({ ...slot, index }))
}
