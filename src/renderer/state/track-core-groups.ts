import { findHolders } from '#shared/analysis/slot-core.ts'
import type { Run } from '#shared/model/run.ts'
import { noGroup } from './track-slot-groups.ts'

/** A core is said to be a task's where our threads account for at least this much of what it was busy with. */
const leastOfBusy = 0.5

/**
 * By core and sample: the family of the task that held the core. -1 where that was none of ours for the most part, or is not
 * known.
 */
export class CoreGroups {
  #columns: Int16Array[] = []
  #count = 0
  #holders = new Int32Array(0)
  #oursMs = new Float64Array(0)

  /**
   * Takes in the samples since the last call, and those from `changedFrom` on once more. `groups` names the family by slot and
   * sample. Gives the columns, one per core, each as long as there are samples.
   */
  extend(run: Run, groups: readonly Int16Array[], changedFrom: number): readonly Int16Array[] {
    const { samples } = run
    this.#makeRoom(samples.cores, samples.atMs.length)
    for (let row = Math.min(this.#count, changedFrom); row < samples.count; row++)
      this.#fillRow(run, groups, row)
    this.#count = samples.count
    return this.#columns.map((column) => column.subarray(0, samples.count))
  }

  #makeRoom(cores: number, room: number): void {
    if (this.#holders.length !== cores) {
      this.#holders = new Int32Array(cores)
      this.#oursMs = new Float64Array(cores)
    }
    for (let core = 0; core < cores; core++) {
      const old = this.#columns[core]
      if (old?.length === room) continue
      const column = new Int16Array(room)
      if (old !== undefined) column.set(old)
      this.#columns[core] = column
    }
  }

  #fillRow({ samples }: Run, groups: readonly Int16Array[], row: number): void {
    const oursMs = this.#oursMs
    const holders = this.#holders
    oursMs.fill(0)
    findHolders(samples, row, holders)
    for (let slot = 0; slot < samples.slots; slot++) {
      const core = samples.slotCore[slot]?.[row] ?? -1
      const onCpuMs = samples.slotOnCpuMs[slot]?.[row] ?? NaN
      if (core >= 0 && core < samples.cores && onCpuMs > 0) oursMs[core] = (oursMs[core] as number) + onCpuMs
    }
    const intervalMs = samples.intervalMs[row] as number
    for (let core = 0; core < samples.cores; core++) {
      const column = this.#columns[core]
      if (column === undefined) continue
      const holder = holders[core] as number
      const busyMs = (samples.coreBusy[core]?.[row] ?? NaN) * intervalMs
      const isOurs = holder >= 0 && !((oursMs[core] as number) < busyMs * leastOfBusy)
      column[row] = isOurs ? (groups[holder]?.[row] ?? noGroup) : noGroup
    }
  }
}
