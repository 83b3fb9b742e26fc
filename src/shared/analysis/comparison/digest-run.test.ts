import { describe, expect, test } from 'vitest'
import type { PlannedGroup } from '../../model/plan.ts'
import { fakePlan, fakeRun, sampleRecord } from '../fake-run.ts'
import { fakeRandom } from '../fake-random.ts'
import { randomRun } from '../fake-run-random.ts'
import { digestRun } from './digest-run.ts'
import { hashResults, hashTargets, hashWork, iterationsPerMs } from './work-hash.ts'

const computing: Partial<PlannedGroup> = {
  kind: 'cpu',
  workload: 'sqrt-loop',
  count: 2,
  parameters: { targetMs: 100, iterations: 5_000 },
  calibrated: true,
}

describe('the hash of the work', () => {
  const work = (change: Partial<PlannedGroup> = {}, seed = 1): string =>
    hashWork(fakePlan([{ ...computing, ...change }], seed))

  test('is that of seed, workload, kind, count and parameters', () => {
    const all = [
      work(),
      work({}, 2),
      work({ workload: 'hash-chain' }),
      work({ kind: 'blocking' }),
      work({ count: 3 }),
      work({ parameters: { targetMs: 100, iterations: 5_001 } }),
      work({ parameters: { iterations: 5_000, more: 'x' } }),
      work({ parameters: { iterations: '5000' } }),
      hashWork(fakePlan([computing, computing])),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  test('knows neither names nor limits, nor the order in which parameters were given', () => {
    const same = [
      work({ name: 'renamed' }),
      work({ timeoutMs: 10, cancelAfterMs: 10, priority: 3, estimateMs: 7 }),
      work({ parameters: { iterations: 5_000, targetMs: 100 } }),
    ]
    expect(new Set([work(), ...same]).size).toBe(1)
  })

  test('takes calibrated work for what it became, not for the time that it was to take', () => {
    expect(work({ parameters: { targetMs: 90, iterations: 5_000 } })).toBe(work())
    expect(work({ parameters: { iterations: 5_000 }, calibrated: false })).toBe(work())
  })
})

describe('calibrated work', () => {
  const slow = fakePlan([computing])
  const fast = fakePlan([{ ...computing, parameters: { targetMs: 100, iterations: 9_000 } }])
  const longer = fakePlan([{ ...computing, parameters: { targetMs: 101, iterations: 5_000 } }])

  test('has one hash of its targets on machines of different speed', () => {
    expect(hashTargets(slow)).toBe(hashTargets(fast))
    expect(hashTargets(slow)).not.toBe(hashTargets(longer))
    expect(hashTargets(fakePlan([computing], 2))).not.toBe(hashTargets(slow))
  })

  test('tells how much of it a millisecond was; other work does not', () => {
    expect([slow, fast].map(iterationsPerMs)).toEqual([50, 90])
    expect(iterationsPerMs(fakePlan([{ kind: 'async' }]))).toBeNull()
  })
})

describe('the hash of the results', () => {
  const results = (checksums: readonly number[], failed: readonly number[] = []): string => {
    const run = fakeRun({
      groups: [{ count: checksums.length }],
      tasks: checksums.map((_, task) => ({
        started: 0,
        finished: 1,
        state: failed.includes(task) ? 'failed' : 'succeeded',
      })),
    })
    run.tasks.checksum.set(checksums)
    return hashResults(run)
  }

  test('tells apart other checksums, in another order, and of other tasks', () => {
    const all = [
      results([1, 2, 3]),
      results([2, 1, 3]),
      results([1, 2, 4]),
      results([1, 2, NaN]),
      results([1, 2, 3], [2]),
      results([1, 2, 3], [0]),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  test('does not look at what a failed task left', () => {
    expect(results([1, 2, 3], [1])).toBe(results([1, 99, 3], [1]))
  })
})

describe('a digest', () => {
  test('is the same after a structured clone and a way through JSON', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const digest = digestRun(randomRun(fakeRandom(seed)))
      expect(structuredClone(digest)).toEqual(digest)
      expect(JSON.parse(JSON.stringify(digest))).toEqual(digest)
    }
  })

  test('has the CPU time of the tasks that were read, and the run time of computing ones too short for that', () => {
    const cpuMs = (taskCpu: 'schedstat' | 'none', ...tasks: Parameters<typeof fakeRun>[0]['tasks']) =>
      digestRun(fakeRun({ groups: [{ kind: 'cpu', count: tasks.length }], tasks, measurement: { taskCpu } }))
        .cpuMs
    expect(cpuMs('schedstat', { started: 0, finished: 50, onCpu: 40 }, { started: 50, finished: 50.5 })).toBe(
      40.5,
    )
    expect(cpuMs('schedstat', { started: 0, finished: 50, onCpu: 40 }, { started: 50, finished: 90 })).toBe(
      40,
    )
    expect(cpuMs('schedstat', { started: 0, finished: 50 })).toBeNull()
    expect(cpuMs('none', { started: 0, finished: 0.5 })).toBeNull()
  })

  test('says how many cores others kept busy, each sample weighted by the time that it shares with the run', () => {
    const others = (...samples: readonly Parameters<typeof sampleRecord>[0][]): number | null =>
      digestRun(
        fakeRun({
          groups: [{}],
          tasks: [{ started: 0, finished: 250 }],
          sampledCores: 2,
          samples: samples.map((sample) => sampleRecord({ intervalMs: 100, ...sample })),
        }),
      ).othersCores
    const busy = (one: number, two: number): { busy: number }[] => [{ busy: one }, { busy: two }]
    expect(
      others(
        { atMs: 0, processCpuMs: 0, cores: busy(1, 1) },
        { atMs: 100, processCpuMs: 50, cores: busy(1, 0.5) },
        { atMs: 300, processCpuMs: 150, cores: busy(0.5, 0.5) },
      ),
    ).toBeCloseTo((1 * 100 + 0.5 * 150) / 250, 9)
    // One core of the second sample could not be read: the first speaks for the run.
    expect(
      others(
        { atMs: 0, processCpuMs: 0, cores: busy(1, 1) },
        { atMs: 100, processCpuMs: 50, cores: busy(1, 0.5) },
        { atMs: 300, processCpuMs: 150, cores: busy(0.5, NaN) },
      ),
    ).toBeCloseTo(1, 9)
    expect(others()).toBeNull()
    expect(others({ atMs: 100, cores: busy(1, 1) })).toBeNull()
  })

  test('of a run of which nothing finished says so by its summary, and has an account of nothing', () => {
    const run = fakeRun({ groups: [{ count: 3 }], tasks: [{}, {}, {}], nowMs: 40 })
    const digest = digestRun({ ...run, phase: { kind: 'cancelled' } })
    expect(digest).toMatchObject({
      ending: 'cancelled',
      taskCount: 3,
      cpuMs: null,
      summary: { makespanMs: null, unfinished: 3 },
      accounting: { wall: { totalMs: 0 }, slots: { totalMs: 0 }, executors: [], cores: null },
    })
    expect(digest.findings).toHaveLength(1)
    expect(JSON.parse(JSON.stringify(digest))).toEqual(digest)
  })
})
