import { expect, test } from 'vitest'
import { fakeNormal } from './fake-sweep.ts'
import { fitSweep } from './fit-sweep.ts'
import { lawThroughput } from './scaling-laws.ts'

const sizes = [1, 2, 3, 4, 5, 6, 7, 8]
const truth = { lambda: 10, sigma: 0.05, kappa: 0.01 }
const throughputs = sizes.map((size) => lawThroughput(truth, size))

/** What a sweep of so many rounds measures where noise, a share, is symmetric: its means are the law's. */
function simulated(rounds: number, noise: number, seed: number): number[][] {
  const normal = fakeNormal(seed)
  return Array.from({ length: rounds }, () => throughputs.map((value) => value * (1 + noise * normal())))
}

function fitted(rounds: readonly (readonly number[])[], resamples?: number) {
  const measured = sizes.map((size, at) => {
    const values = rounds.map((round) => round[at] as number)
    return {
      size,
      throughputs: values,
      median: [...values].sort((a, b) => a - b)[values.length >> 1] as number,
    }
  })
  return fitSweep('cpu', measured, { sizes, rounds }, resamples === undefined ? {} : { resamples })
}

test('the intervals of the parameters cover the true ones in about 95 of 100 simulated sweeps', () => {
  const covered = { lambda: 0, sigma: 0, kappa: 0 }
  const sweeps = 150
  for (let seed = 1; seed <= sweeps; seed++) {
    // Fewer resamples than are usual cost two in a hundred of coverage, and save most of the time.
    const [, usl] = fitted(simulated(5, 0.02, seed), 200)
    for (const { name, interval } of usl?.parameters ?? []) {
      if (interval !== null && interval.low <= truth[name] && truth[name] <= interval.high) covered[name]++
    }
  }
  // So few sweeps tell their coverage to within two in a hundred (standard error).
  for (const count of Object.values(covered)) {
    expect(count / sweeps).toBeGreaterThanOrEqual(0.91)
    expect(count / sweeps).toBeLessThanOrEqual(0.99)
  }
}, 120_000)

test('a law that is right is said to describe the measurements in nearly all simulated sweeps, however noisy', () => {
  const sweeps = 100
  let fits = 0
  for (let seed = 1; seed <= sweeps; seed++) {
    if (fitted(simulated(4, 0.04, seed))[1]?.fits === true) fits++
  }
  // The test for lack of fit is wrong in 5 % of them.
  expect(fits / sweeps).toBeGreaterThanOrEqual(0.9)
})

test('a law that is wrong is found out where repeats agree, though it misses by less than 10 %', () => {
  const bent = throughputs.map((value, at) => value * (at % 2 === 0 ? 1.05 : 0.95))
  const normal = fakeNormal(1)
  const rounds = Array.from({ length: 5 }, () => bent.map((value) => value * (1 + 0.001 * normal())))
  const usl = fitted(rounds)[1]
  expect(usl?.worstMiss.miss).toBeLessThan(0.1)
  expect(usl?.fits).toBe(false)
  expect(usl?.sentence).toMatch(/, more than runs of the same size differ by\.$/)
})
