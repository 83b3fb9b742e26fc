import type { Run } from '../model/run.ts'
import type { SampleTable } from '../model/sample.ts'

/**
 * Fills in, by core: the slot whose thread was last on the core in a sample; of several the one that used most CPU in the sample's
 * interval; -1: none that is known. A thread may have been elsewhere earlier in the interval.
 */
export function findHolders(
  { slots, slotCore, slotOnCpuMs }: SampleTable,
  row: number,
  holders: Int32Array,
): void {
  holders.fill(-1)
  for (let slot = 0; slot < slots; slot++) {
    const core = slotCore[slot]?.[row] ?? -1
    const holder = holders[core]
    const onCpuMs = slotOnCpuMs[slot]?.[row] ?? NaN
    if (holder === undefined || !(onCpuMs > (slotOnCpuMs[holder]?.[row] ?? 0))) continue
    holders[core] = slot
  }
}

/**
 * By slot: how often its thread was on another core than in the sample before in which it ran. It may have changed more often: nobody
 * looked between samples.
 */
export function slotMigrations({ samples }: Run): Int32Array {
  const migrations = new Int32Array(samples.slots)
  for (let slot = 0; slot < samples.slots; slot++) {
    let lastCore = -1
    for (let row = 0; row < samples.count; row++) {
      const core = samples.slotCore[slot]?.[row] ?? -1
      if (core < 0 || !((samples.slotOnCpuMs[slot]?.[row] ?? NaN) > 0)) continue
      if (lastCore >= 0 && core !== lastCore) migrations[slot] = (migrations[slot] as number) + 1
      lastCore = core
    }
  }
  return migrations
}
