import { describe, expect, test } from 'vitest'
import { fakeRandom } from '../fake-random.ts'
import { VirtualMachine } from './virtual-machine.ts'

/** Threads that become runnable at given times: when each was done, by position. */
function finishedAt(
  cores: number,
  jobs: readonly { readonly atMs: number; readonly cpuMs: number }[],
  competitors = 0,
): number[] {
  const finished = new Array<number>(jobs.length).fill(NaN)
  const machine: VirtualMachine = new VirtualMachine(cores, competitors, {
    computed: (thread) => (finished[thread] = machine.nowMs),
    woke: (sleeper) => machine.compute(sleeper, jobs[sleeper]?.cpuMs ?? NaN),
  })
  for (const [at, { atMs }] of jobs.entries()) machine.sleep(at, atMs)
  while (machine.step());
  return finished
}

/** The same without attained time and heaps: whatever is runnable is worked off in small steps of time. */
function steppedFinishedAt(
  cores: number,
  jobs: readonly { readonly atMs: number; readonly cpuMs: number }[],
  stepMs: number,
): number[] {
  const left = jobs.map(({ cpuMs }) => cpuMs)
  const finished = new Array<number>(jobs.length).fill(NaN)
  for (let step = 0; finished.some(Number.isNaN); step++) {
    const nowMs = step * stepMs
    const runnable = jobs.flatMap(({ atMs }, at) => (atMs <= nowMs && Number.isNaN(finished[at]) ? [at] : []))
    const doneMs = stepMs * Math.min(1, cores / runnable.length)
    for (const at of runnable) {
      left[at] = (left[at] as number) - doneMs
      if (left[at] <= 1e-9) finished[at] = nowMs + stepMs
    }
  }
  return finished
}

test('threads share the cores equally, and nobody has more than one', () => {
  const together = (...cpuMs: readonly number[]) => cpuMs.map((ms) => ({ atMs: 0, cpuMs: ms }))
  expect([
    finishedAt(4, together(10, 20)),
    finishedAt(1, together(10, 10)),
    // Two thirds of a core each until 15, then one each.
    finishedAt(2, together(10, 20, 30)),
    // A quota of one and a half.
    finishedAt(1.5, together(15, 15)),
    // Two hogs beside: two of four shares of two cores, then two of three, with one at most.
    finishedAt(2, together(10, 20), 2),
  ]).toEqual([
    [10, 20],
    [20, 20],
    [15, 25, 35],
    [20, 20],
    [20, 35],
  ])
})

test('who comes later shares what is left from then on', () => {
  // Alone until 10, half each until both have had their last 10.
  expect(
    finishedAt(1, [
      { atMs: 0, cpuMs: 20 },
      { atMs: 10, cpuMs: 10 },
      { atMs: 100, cpuMs: 5 },
    ]),
  ).toEqual([30, 30, 105])
})

test('a machine without cores is refused', () => {
  expect(() => finishedAt(0, [])).toThrow('Expected some cores, got 0')
})

test('any mixture is that of a simulation in small steps of time', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = fakeRandom(seed)
    const cores = 1 + random(4)
    const jobs = Array.from({ length: 1 + random(12) }, () => ({ atMs: random(30), cpuMs: 1 + random(20) }))
    const stepMs = 1 / 64
    const stepped = steppedFinishedAt(cores, jobs, stepMs)
    // Each end is found up to a step too late, and whoever is still there gains from none of it.
    const farthest = Math.max(
      ...finishedAt(cores, jobs).map((ms, at) => Math.abs(ms - (stepped[at] as number))),
    )
    expect(farthest, `seed ${seed}`).toBeLessThan(stepMs * (jobs.length + 1))
  }
})

describe('a queue with random arrivals that shares one core (M/G/1-PS)', () => {
  const jobCount = 200_000
  const load = 0.6
  const exponential = (random: (below: number) => number): number =>
    -Math.log((random(2 ** 32) + 1) / 2 ** 32)

  /** Mean time from arrival to end over the mean need, which is 1. */
  function meanStay(needOf: (random: (below: number) => number) => number): number {
    const random = fakeRandom(7)
    let atMs = 0
    const jobs = Array.from({ length: jobCount }, () => {
      atMs += exponential(random) / load
      return { atMs, cpuMs: needOf(random) }
    })
    const ends = finishedAt(1, jobs)
    return ends.reduce((sum, endMs, at) => sum + endMs - (jobs[at]?.atMs ?? NaN), 0) / jobCount
  }

  // Kleinrock, "Time-shared systems: a theoretical treatment", 1967: the mean stay is 1 / (1 - load), whatever the
  // distribution of the needs.
  test.each([
    ['exponential needs', exponential],
    ['equal needs', () => 1],
  ])('has the published mean stay with %s', (_, needOf) => {
    expect(Math.abs(meanStay(needOf) * (1 - load) - 1)).toBeLessThan(0.03)
  })
})
