import process from 'node:process'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { InputError } from '../../engine/input-error.ts'
import type { Random } from './fake-mutations.ts'

/** What is read, again and again, with something wrong in it. */
export interface FuzzTarget<Input> {
  readonly seed: number
  readonly mutations: number
  mutate(random: Random): Input
  /** Reads it: gives what passes for a whole, checked by its own invariants; throws what is wrong with it. */
  read(input: Input): void | Promise<void>
  /** For the sentence of a failed test. */
  describe(input: Input): string
}

export interface FuzzResult {
  readonly reads: number
  readonly refusals: number
  /** The longest that one took, against the typical one. */
  readonly slowestRatio: number
  readonly grownBytes: number
}

/** So long, and no ratio says anything: the machine had other things to do. */
const noticeableMs = 30

async function time<Input>(target: FuzzTarget<Input>, input: Input): Promise<number> {
  const beganMs = performance.now()
  try {
    await target.read(input)
  } catch {
    // How it ends was seen the first time.
  }
  return performance.now() - beganMs
}

/**
 * Reads so many mutations. Every one has to be read, or refused by an `InputError` that is one sentence; whatever else is thrown fails the test with
 * the input in its message. One that took noticeably long is read again, for what a mutation costs, it costs every time.
 */
export async function fuzz<Input>(target: FuzzTarget<Input>): Promise<FuzzResult> {
  const random = fakeRandom(target.seed)
  const before = process.resourceUsage().maxRSS
  let reads = 0
  let refusals = 0
  let totalMs = 0
  let slowestMs = 0
  for (let mutation = 0; mutation < target.mutations; mutation++) {
    const input = target.mutate(random)
    const beganMs = performance.now()
    try {
      const reading = target.read(input)
      if (reading !== undefined) await reading
      reads++
    } catch (error) {
      if (!(error instanceof InputError) || !/^.+\.$/s.test(error.message))
        throw new Error(`Mutation ${mutation}: ${target.describe(input)}`, { cause: error })
      refusals++
    }
    const tookMs = performance.now() - beganMs
    totalMs += tookMs
    if (tookMs > noticeableMs && tookMs > slowestMs)
      slowestMs = Math.max(slowestMs, Math.min(tookMs, await time(target, input), await time(target, input)))
  }
  return {
    reads,
    refusals,
    slowestRatio: slowestMs / (totalMs / target.mutations),
    grownBytes: (process.resourceUsage().maxRSS - before) * 1024,
  }
}
