import { checksumOfNumbers } from '../content/checksum.ts'
import { numberOf, type Workload } from './workload.ts'

/** About half a millisecond: one square root after the other takes two nanoseconds. */
export const rootsPerCheckpoint = 262_144

/** `sum` and the roots of the whole numbers from `first` to `last`. Small, so that it is compiled as one tight loop. */
function addRoots(sum: number, first: number, last: number): number {
  for (let value = first; value <= last; value++) sum += Math.sqrt(value)
  return sum
}

/** The sum of the square roots of 1 to `iterations`, in that order. */
export function sumRoots(iterations: number, checkpoint: (share: number) => void): number {
  let sum = 0
  for (let done = 0; done < iterations;) {
    const next = Math.min(iterations, done + rootsPerCheckpoint)
    sum = addRoots(sum, done + 1, next)
    done = next
    checkpoint(done / iterations)
  }
  return sum
}

export const sqrtLoop: Workload = {
  blocking(parameters, context) {
    const sum = sumRoots(numberOf(parameters, 'iterations'), (share) => context.checkpoint(share))
    return checksumOfNumbers(context.seed, sum)
  },
}

const burstMs = 10
const bursts = 6
const warmUpRounds = 8

/**
 * How many roots this machine sums in a millisecond when nothing disturbs it: the best of several short bursts of the
 * very loop that tasks run. Takes about 70 ms; `nowMs` is the clock to measure with.
 */
export function iterationsPerMs(nowMs: () => number): number {
  const sums: number[] = []
  const timeMs = (iterations: number): number => {
    const startedMs = nowMs()
    sums.push(sumRoots(iterations, () => undefined))
    // A clock too coarse to see the burst must not lead to an infinite speed.
    return Math.max(nowMs() - startedMs, 0.001)
  }
  // The first rounds run interpreted, then get compiled; the last one is good enough to size the bursts.
  let roundMs = Infinity
  for (let round = 0; round < warmUpRounds; round++) roundMs = Math.min(roundMs, timeMs(rootsPerCheckpoint))
  const burst = rootsPerCheckpoint * Math.min(1_000, Math.max(1, Math.round(burstMs / roundMs)))
  let bestMs = Infinity
  for (let round = 0; round < bursts; round++) bestMs = Math.min(bestMs, timeMs(burst))
  // Reading the sums keeps the loops from being optimised away.
  if (sums.some((sum) => !(sum > 0))) throw new Error('Expected the sums of square roots to be positive')
  return burst / bestMs
}
