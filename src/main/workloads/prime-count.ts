import { checksumOfNumbers } from '../content/checksum.ts'
import { Pace } from './pace.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'

/** Odd numbers in one segment of the sieve: fits the core's own cache, and takes a fraction of a millisecond. */
const segmentLength = 65_536

/** The odd primes up to `limit`, by a plain sieve: `limit` is a square root, so this is small. */
function smallOddPrimes(limit: number): number[] {
  const composite = new Uint8Array(limit + 1)
  const primes: number[] = []
  for (let candidate = 3; candidate <= limit; candidate += 2) {
    if (composite[candidate] === 1) continue
    primes.push(candidate)
    for (let multiple = candidate * candidate; multiple <= limit; multiple += 2 * candidate) {
      composite[multiple] = 1
    }
  }
  return primes
}

/** Marks the multiples of a prime in the segment and gives the index of the first one after it. */
function mark(composite: Uint8Array, prime: number, start: number, length: number): number {
  let index = start
  for (; index < length; index += prime) composite[index] = 1
  return index
}

function countZeros(flags: Uint8Array, length: number): number {
  let ones = 0
  for (let index = 0; index < length; index++) ones += flags[index] ?? 0
  return length - ones
}

/** How many primes there are below `limit`: a sieve over the odd numbers, segment by segment. */
export function countPrimes(limit: number, context: Pick<TaskContext, 'checkpoint'>): number {
  if (limit <= 2) return 0
  // Index i stands for the odd number 2i + 1. The number 1 at index 0 is not prime, the number 2 is: they cancel out.
  const oddCount = Math.floor(limit / 2)
  const primes = smallOddPrimes(Math.floor(Math.sqrt(limit)))
  const nextIndex = primes.map((prime) => (prime * prime - 1) / 2)
  const pace = new Pace(context, oddCount, segmentLength * 2)
  const composite = new Uint8Array(segmentLength)
  let count = 0
  for (let from = 0; from < oddCount; from += segmentLength) {
    const length = Math.min(segmentLength, oddCount - from)
    composite.fill(0)
    for (let order = 0; order < primes.length; order++) {
      const index = (nextIndex[order] ?? Infinity) - from
      // The primes are in order, so the squares of all that follow lie further on.
      if (index >= length && (primes[order] ?? 0) ** 2 > 2 * (from + length)) break
      nextIndex[order] = mark(composite, primes[order] ?? Infinity, index, length) + from
    }
    count += countZeros(composite, length)
    pace.did(length)
  }
  return count
}

export const primeCount: Workload = {
  blocking: (parameters, context) =>
    checksumOfNumbers(context.seed, countPrimes(numberOf(parameters, 'limit'), context)),
}
