import type { Run } from '../model/run.ts'

/**
 * By core, then by sample: the slot whose thread was last on the core; of several the one that used most CPU in the sample's interval;
 * -1: none that is known. A thread may have been elsewhere earlier in the interval.
 */
export function coreHolders({ samples }: Run): Int32Array[] {
  const { count, cores, slots } = samples
  const holders = Array.from({ length: cores }, () => new Int32Array(count).fill(-1))
  const mostMs = new Float32Array(cores)
  for (let row = 0; row < count; row++) {
    mostMs.fill(0)
    for (let slot = 0; slot < slots; slot++) {
      const core = samples.slotCore[slot]?.[row] ?? -1
      const holder = holders[core]
      const onCpuMs = samples.slotOnCpuMs[slot]?.[row] ?? NaN
      if (holder === undefined || !(onCpuMs > (mostMs[core] as number))) continue
      mostMs[core] = onCpuMs
      holder[row] = slot
    }
  }
  return holders
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
