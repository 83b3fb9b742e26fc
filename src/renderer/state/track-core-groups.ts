import type { Run } from '#shared/model/run.ts'
import { noGroup } from './track-slot-groups.ts'

/** A core is said to be a task's where our threads account for at least this much of what it was busy with. */
const leastOfBusy = 0.5

/**
 * By core; row = sample: the family of the task that held the core. -1 where that was none of ours for the most part, or is not
 * known. `holders` names the slot by core and sample, `groups` the family by slot and sample.
 */
export function coreGroups(
  { samples }: Run,
  holders: readonly Int32Array[],
  groups: readonly Int16Array[],
): readonly Int16Array[] {
  const columns = Array.from({ length: samples.cores }, () => new Int16Array(samples.count).fill(noGroup))
  const oursMs = new Float64Array(samples.cores)
  for (let row = 0; row < samples.count; row++) {
    oursMs.fill(0)
    for (let slot = 0; slot < samples.slots; slot++) {
      const core = samples.slotCore[slot]?.[row] ?? -1
      const onCpuMs = samples.slotOnCpuMs[slot]?.[row] ?? NaN
      if (core >= 0 && core < samples.cores && onCpuMs > 0) oursMs[core] = (oursMs[core] as number) + onCpuMs
    }
    const intervalMs = samples.intervalMs[row] as number
    for (let core = 0; core < samples.cores; core++) {
      const holder = holders[core]?.[row] ?? -1
      const busyMs = (samples.coreBusy[core]?.[row] ?? NaN) * intervalMs
      const column = columns[core]
      if (column === undefined || holder < 0 || (oursMs[core] as number) < busyMs * leastOfBusy) continue
      column[row] = groups[holder]?.[row] ?? noGroup
    }
  }
  return columns
}
