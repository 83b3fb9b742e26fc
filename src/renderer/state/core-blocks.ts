import { isCoreShareMeaningful } from '#shared/analysis/core-quantum.ts'
import type { Run } from '#shared/model/run.ts'
import type { SampleTable } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { followsGap, nominalIntervalMs } from './sample-cover.ts'
import { BlockLevels, type BlockSums } from './block-levels.ts'
import { noGroup } from './track-slot-groups.ts'

/**
 * Of several samples, core by core: the sum of share × time, the time of those samples in which the core is known, and the family
 * that most of the load is of (a majority vote) with its lead. One after the other, `cores` numbers each.
 */
export class CoreSums implements BlockSums {
  readonly width: number
  readonly #cores: number
  readonly #samples: SampleTable
  readonly #measurement: Run['header']['measurement']
  readonly #nominalMs: Milliseconds
  /** By core; row = sample. */
  groups: readonly Int16Array[] = []

  constructor({ samples, header }: Run) {
    this.#cores = samples.cores
    this.width = samples.cores * 4
    this.#samples = samples
    this.#measurement = header.measurement
    this.#nominalMs = nominalIntervalMs(header.options)
  }

  addSample(sums: Float32Array, at: number, row: number): boolean {
    const intervalMs = this.#samples.intervalMs[row] as number
    if (!isCoreShareMeaningful(this.#measurement, intervalMs)) return false
    addCores(sums, at, this.#samples, this.groups, row)
    return !followsGap(this.#samples, row, this.#nominalMs)
  }

  addBlock(sums: Float32Array, at: number, from: Float32Array, fromAt: number): void {
    const cores = this.#cores
    for (let core = 0; core < cores; core++) {
      const cell = at + core
      const fromCell = fromAt + core
      sums[cell] = (sums[cell] as number) + (from[fromCell] as number)
      sums[cell + cores] = (sums[cell + cores] as number) + (from[fromCell + cores] as number)
      vote(sums, cell, cores, from[fromCell + 3 * cores] as number, from[fromCell + 2 * cores] as number)
    }
  }
}

/** Adds what a sample says of every core. */
export function addCores(
  sums: Float32Array,
  at: number,
  samples: SampleTable,
  groups: readonly Int16Array[],
  row: number,
): void {
  const { cores, coreBusy } = samples
  const intervalMs = samples.intervalMs[row] as number
  for (let core = 0; core < cores; core++) {
    const busyMs = (coreBusy[core]?.[row] ?? NaN) * intervalMs
    if (Number.isNaN(busyMs)) continue
    const cell = at + core
    sums[cell] = (sums[cell] as number) + busyMs
    sums[cell + cores] = (sums[cell + cores] as number) + intervalMs
    vote(sums, cell, cores, groups[core]?.[row] ?? noGroup, busyMs)
  }
}

function vote(sums: Float32Array, cell: number, cores: number, group: number, busyMs: number): void {
  const lead = cell + 2 * cores
  const family = cell + 3 * cores
  const leadMs = sums[lead] as number
  if (leadMs > 0 && sums[family] === group) sums[lead] = leadMs + busyMs
  else if (leadMs > busyMs) sums[lead] = leadMs - busyMs
  else {
    sums[family] = group
    sums[lead] = busyMs - leadMs
  }
}

/** Blocks of a run's samples for the picture of its cores. */
export class CoreBlocks extends BlockLevels {
  readonly #sums: CoreSums

  constructor(run: Run) {
    const sums = new CoreSums(run)
    super(sums)
    this.#sums = sums
  }

  /** Takes in the samples that the families are known of, and those from `changedFrom` on once more. */
  update(groups: readonly Int16Array[], changedFrom: number): void {
    this.#sums.groups = groups
    this.forgetFrom(changedFrom)
    this.extend(groups[0]?.length ?? 0)
  }
}
