import { taskSeed } from '../model/plan.ts'
import type { Guess } from './guesses.ts'

/**
 * Many workloads give as their checksum the CRC-32 of the task's seed and of what it worked out, as doubles. CRC-32 is affine: where tasks
 * worked out the same, checksum XOR CRC-32 of the seed and as many zeros is the same for all of them, their _key_.
 */
const tables = crcTables()

/** How many bytes of results follow the seed: one double, or two. */
export const resultBytes = [8, 16] as const

function crcTables(): Uint32Array {
  const table = new Uint32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    table[byte] = crc
  }
  return table
}

/** CRC-32 (IEEE 802.3) of the seed as a little-endian double, followed by so many zeros. */
function crcOfSeed(seed: number, zeros: number, view: DataView): number {
  view.setFloat64(0, seed, true)
  let crc = 0xffffffff
  for (let at = 0; at < 8; at++) crc = (tables[(crc ^ view.getUint8(at)) & 0xff] as number) ^ (crc >>> 8)
  for (let at = 0; at < zeros; at++) crc = (tables[crc & 0xff] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function isCrc(checksum: number): boolean {
  return checksum >= 0 && checksum < 2 ** 32 && checksum === Math.floor(checksum)
}

const mostTried = 4_096

/**
 * Each task's key, where a good many have the same as the task before; all 0 where that is not so. A task without such a checksum has the key
 * of the one before, so that it costs nothing.
 */
export function checksumKeys(planSeed: number, checksums: Float64Array): Float64Array {
  const view = new DataView(new ArrayBuffer(8))
  const keys = new Float64Array(checksums.length)
  const fill = (zeros: number, rows: number): number => {
    let key = 0
    let repeated = 0
    for (let row = 0; row < rows; row++) {
      const checksum = checksums[row] as number
      if (isCrc(checksum)) {
        const own = (checksum ^ crcOfSeed(taskSeed(planSeed, row), zeros, view)) >>> 0
        if (own === key) repeated++
        key = own
      }
      keys[row] = key
    }
    return repeated
  }
  const tried = Math.min(checksums.length, mostTried)
  for (const zeros of resultBytes) {
    if (fill(zeros, tried) <= tried / 2) continue
    fill(zeros, checksums.length)
    return keys
  }
  return keys.fill(0)
}

/** The checksums that follow from the keys (column `checksumKey`), where so many bytes of results followed the seed. */
export function checksumsOfKeys(planSeed: number, zeros: number): Guess {
  return (known) => {
    const view = new DataView(new ArrayBuffer(8))
    const checksums = new Float64Array(known.rows)
    const keys = known.column('checksumKey')
    for (let row = 0; row < known.rows; row++)
      checksums[row] = ((keys[row] as number) ^ crcOfSeed(taskSeed(planSeed, row), zeros, view)) >>> 0
    return checksums
  }
}
