import type { SampleTable } from '#shared/model/sample.ts'
import type { Milliseconds } from '#shared/model/units.ts'

/** Samples in a block of the first level, and blocks in one of each level above. */
const perBlock = 4
/** Blocks of 4 samples up to blocks of 4,096. */
const levelCount = 6

/** What the blocks of a table's samples hold. */
export interface BlockSums {
  /** Numbers that make one block. */
  readonly width: number
  /** Adds a sample to the block whose numbers begin at `at`; false: a picture has to look at this sample by itself. */
  addSample(sums: Float32Array, at: number, row: number): boolean
  /** Adds a whole block to the one whose numbers begin at `at`. */
  addBlock(sums: Float32Array, at: number, from: Float32Array, fromAt: number): void
}

interface Level {
  /** In each block. */
  readonly samples: number
  sums: Float32Array
  /** By block; 1: holds a sample that has to be looked at by itself. */
  isBroken: Uint8Array
  /** Blocks so far; only whole ones. */
  count: number
}

/** Sums over ever longer blocks of samples, so that a picture of many samples costs what its pixels do. */
export class BlockLevels {
  readonly #levels: readonly Level[]
  readonly #sums: BlockSums

  constructor(sums: BlockSums) {
    this.#sums = sums
    this.#levels = Array.from({ length: levelCount }, (_, level) => ({
      samples: perBlock ** (level + 1),
      sums: new Float32Array(0),
      isBroken: new Uint8Array(0),
      count: 0,
    }))
  }

  /** Makes the blocks of the first `sampleCount` samples; those that there are already stay as they are. */
  extend(sampleCount: number): void {
    for (const [at, level] of this.#levels.entries()) {
      const below = this.#levels[at - 1]
      for (;;) {
        const isWhole =
          below === undefined
            ? (level.count + 1) * perBlock <= sampleCount
            : (level.count + 1) * perBlock <= below.count
        if (!isWhole) break
        this.#addBlock(level, below)
      }
    }
  }

  /** Forgets every block that holds this sample or a later one. */
  forgetFrom(row: number): void {
    for (const level of this.#levels) level.count = Math.min(level.count, Math.floor(row / level.samples))
  }

  /** The level of the longest block that begins with this sample, ends before `endRow` and covers no more than so much; -1: none. */
  levelAt({ atMs, intervalMs }: SampleTable, row: number, endRow: number, mostMs: Milliseconds): number {
    const fromMs = (atMs[row] as number) - (intervalMs[row] as number)
    let found = -1
    for (let at = 0; at < this.#levels.length; at++) {
      const { samples, isBroken, count } = this.#levels[at] as Level
      const block = row / samples
      if (!Number.isInteger(block) || block >= count || isBroken[block] === 1) break
      const lastRow = row + samples - 1
      if (lastRow >= endRow || (atMs[lastRow] as number) - fromMs > mostMs) break
      found = at
    }
    return found
  }

  /** How many samples a block of this level holds. */
  samplesOf(level: number): number {
    return this.#levels[level]?.samples ?? 1
  }

  /** Adds the block of this level that begins with this sample to the numbers that begin at `at`. */
  addTo(sums: Float32Array, at: number, level: number, row: number): void {
    const from = this.#levels[level]
    if (from !== undefined) this.#sums.addBlock(sums, at, from.sums, (row / from.samples) * this.#sums.width)
  }

  #addBlock(level: Level, below: Level | undefined): void {
    const { width } = this.#sums
    const block = level.count
    if (level.isBroken.length <= block) {
      const room = Math.max(64, block * 2)
      const { sums, isBroken } = level
      level.sums = new Float32Array(room * width)
      level.sums.set(sums)
      level.isBroken = new Uint8Array(room)
      level.isBroken.set(isBroken)
    }
    const at = block * width
    level.sums.fill(0, at, at + width)
    let isBroken = false
    for (let part = block * perBlock; part < (block + 1) * perBlock; part++) {
      if (below === undefined) {
        if (!this.#sums.addSample(level.sums, at, part)) isBroken = true
      } else {
        if (below.isBroken[part] === 1) isBroken = true
        else this.#sums.addBlock(level.sums, at, below.sums, part * width)
      }
    }
    level.isBroken[block] = isBroken ? 1 : 0
    level.count++
  }
}
