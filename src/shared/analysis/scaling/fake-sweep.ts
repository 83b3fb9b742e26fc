import type { Trial } from '../../model/experiment.ts'
import { trialsOf } from '../comparison/fake-trials.ts'
import { seededFractions } from '../statistics/fractions.ts'

/** Seeded noise, normal with mean 0 and variance 1 (Box and Muller 1958). */
export function fakeNormal(seed: number): () => number {
  const fraction = seededFractions(seed)
  return () => {
    const [one, other] = [fraction(), fraction()]
    return Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * other)
  }
}

/**
 * Rounds of throughputs around the true ones, with a disturbance common to each round and noise of their own that is skewed: runs are
 * held up, not sped up. `noise` is a share.
 */
export function fakeRounds(
  truth: readonly number[],
  rounds: number,
  noise: number,
  seed: number,
): number[][] {
  const normal = fakeNormal(seed)
  return Array.from({ length: rounds }, () => {
    const common = 1 + 0.5 * noise * normal()
    return truth.map((value) => (value * common) / (1 + noise * Math.abs(normal()) + 0.5 * noise * normal()))
  })
}

/** Trials of a sweep from rounds of throughputs per second, of runs with so many tasks; null: nothing finished in that run. */
export function sweepTrials(rounds: readonly (readonly (number | null)[])[], taskCount = 100): Trial[] {
  const makespansMs = (rounds[0] ?? []).map((_, variant) =>
    rounds.map((round) => {
      const throughput = round[variant] ?? null
      return throughput === null ? null : (1000 * taskCount) / throughput
    }),
  )
  return trialsOf(makespansMs).map((trial) => {
    const throughputPerSecond = rounds[trial.round]?.[trial.variant] ?? null
    const summary = { ...trial.run.summary, throughputPerSecond }
    return { ...trial, run: { ...trial.run, taskCount, summary } }
  })
}
