import { checksumOfBytes } from '../content/checksum.ts'
import { randomAt } from '../content/seeded-random.ts'
import { Pace } from './pace.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'

/** Sorted in one call, which nothing can interrupt: about half a millisecond. Longer runs are merged. */
const runLength = 8_192
const mergedAtOnce = 65_536

/** Two sorted runs side by side: `start` to `middle` and `middle` to `end`. */
interface RunPair {
  readonly start: number
  readonly middle: number
  readonly end: number
}

/**
 * Fills `target` from `from` to `to` with the next numbers of two sorted runs. `left` is how far the first run has been
 * used; how far the second has follows from it. Gives the new `left`.
 */
function mergePart(
  source: Uint32Array,
  target: Uint32Array,
  { start, middle, end }: RunPair,
  from: number,
  to: number,
  left: number,
): number {
  let right = middle + (from - start) - (left - start)
  for (let index = from; index < to; index++) {
    const first = left < middle ? (source[left] ?? 0) : Infinity
    const second = right < end ? (source[right] ?? 0) : Infinity
    if (first <= second) {
      target[index] = first
      left++
    } else {
      target[index] = second
      right++
    }
  }
  return left
}

/** Sorts by merging, in parts short enough to stop between them. Gives the sorted array; both are overwritten. */
export function sortInParts(numbers: Uint32Array, pace: Pace): Uint32Array {
  const { length } = numbers
  for (let start = 0; start < length; start += runLength) {
    numbers.subarray(start, start + runLength).sort()
    pace.did(runLength)
  }
  let source = numbers
  let target: Uint32Array = new Uint32Array(length)
  for (let width = runLength; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const pair = {
        start,
        middle: Math.min(start + width, length),
        end: Math.min(start + 2 * width, length),
      }
      let left = start
      for (let from = start; from < pair.end; from += mergedAtOnce) {
        const to = Math.min(from + mergedAtOnce, pair.end)
        left = mergePart(source, target, pair, from, to, left)
        pace.did(to - from)
      }
    }
    ;[source, target] = [target, source]
  }
  return source
}

/** The checksum of `length` seeded numbers in ascending order, as little-endian 32-bit words. */
export function sortSeeded(length: number, seed: number, context: Pick<TaskContext, 'checkpoint'>): number {
  const passes = Math.ceil(Math.log2(Math.max(1, length / runLength)))
  const pace = new Pace(context, length * (3 + passes), runLength)
  const numbers = new Uint32Array(length)
  for (let start = 0; start < length; start += mergedAtOnce) {
    const end = Math.min(start + mergedAtOnce, length)
    for (let index = start; index < end; index++) numbers[index] = randomAt(seed, index)
    pace.did(end - start)
  }
  const sorted = sortInParts(numbers, pace)
  let checksum = 0
  for (let start = 0; start < length; start += mergedAtOnce) {
    const part = sorted.subarray(start, start + mergedAtOnce)
    checksum = checksumOfBytes(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), checksum)
    pace.did(part.length)
  }
  return checksum
}

export const sort: Workload = {
  blocking: (parameters, context) => sortSeeded(numberOf(parameters, 'length'), context.seed, context),
}
