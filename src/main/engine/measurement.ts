import { nothingMeasured, type Measurement } from '#shared/model/measurement.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Slot } from '#shared/model/slot.ts'
import { threadCpuSource } from '../platform/thread-cpu-clock.ts'
import type { SamplerHandle } from './engine-parts.ts'

/** Where a run's numbers will come from: as far as it was asked for, and as this platform has it. */
export function describeMeasurement(
  { detail }: Pick<RunOptions, 'detail'>,
  slots: readonly Slot[],
  sampler: Pick<SamplerHandle, 'from'> | null,
  taskCpuSource = threadCpuSource,
): Measurement {
  return {
    ...nothingMeasured,
    ...sampler?.from,
    taskCpu: detail === 'stamps' ? 'none' : taskCpuSource(),
    loop: detail === 'full' && slots.some(({ isShared }) => isShared) ? 'async-hooks' : 'none',
  }
}
