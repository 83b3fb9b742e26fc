import type { SampleTable } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { BlockLevels, type BlockSums } from '../state/block-levels.ts'
import { followsGap } from '../state/sample-cover.ts'

/** Of several samples, slot by slot: time on CPU, ready, and known, in ms. One after the other, `slots` numbers each. */
class SlotSums implements BlockSums {
  readonly width: number
  readonly #samples: SampleTable
  readonly #nominalMs: Milliseconds

  constructor(samples: SampleTable, nominalMs: Milliseconds) {
    this.width = samples.slots * 3
    this.#samples = samples
    this.#nominalMs = nominalMs
  }

  addSample(sums: Float32Array, at: number, row: number): boolean {
    addSlots(sums, at, this.#samples, row)
    return !followsGap(this.#samples, row, this.#nominalMs)
  }

  addBlock(sums: Float32Array, at: number, from: Float32Array, fromAt: number): void {
    const { width } = this
    for (let cell = 0; cell < width; cell++)
      sums[at + cell] = (sums[at + cell] as number) + (from[fromAt + cell] as number)
  }
}

/** Adds what a sample says of every slot. */
export function addSlots(sums: Float32Array, at: number, samples: SampleTable, row: number): void {
  const { slots, slotOnCpuMs, slotReadyMs } = samples
  const intervalMs = samples.intervalMs[row] as number
  for (let slot = 0; slot < slots; slot++) {
    const onCpu = slotOnCpuMs[slot]?.[row] ?? NaN
    if (Number.isNaN(onCpu)) continue
    const ready = slotReadyMs[slot]?.[row] ?? NaN
    const cell = at + slot
    sums[cell] = (sums[cell] as number) + onCpu
    if (!Number.isNaN(ready)) sums[cell + slots] = (sums[cell + slots] as number) + ready
    sums[cell + 2 * slots] = (sums[cell + 2 * slots] as number) + intervalMs
  }
}

const made = new WeakMap<SampleTable, BlockLevels>()

/** The blocks of a run's samples for the picture of its threads, up to `sampleCount`. They are kept for as long as its columns are. */
export function slotBlocks(samples: SampleTable, sampleCount: number, nominalMs: Milliseconds): BlockLevels {
  let blocks = made.get(samples)
  if (blocks === undefined) {
    blocks = new BlockLevels(new SlotSums(samples, nominalMs))
    made.set(samples, blocks)
  }
  blocks.extend(sampleCount)
  return blocks
}
