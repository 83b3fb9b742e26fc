import { expect, test } from 'vitest'
import { sampleRecord, type FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { interference } from './interference.ts'

/** A second on two cores, sampled ten times: the process uses half a core, others so many cores from 500 ms on. */
const beside = (others: number, more: Partial<FakeRun> = {}): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'sqrt-loop' }],
  tasks: [{ started: 0, finished: 1000, onCpu: 500, ready: 200 }],
  sampledCores: 2,
  samples: listOf(11, (at) =>
    sampleRecord({
      atMs: at * 100,
      intervalMs: 100,
      processCpuMs: at * 50,
      cores: listOf(2, () => ({ busy: (0.5 + (at > 5 ? others : 0)) / 2 })),
    }),
  ),
  ...more,
})

test('what other programs use while tasks run is told, with when they did', () => {
  expect(judged(interference, beside(0.8))).toEqual({
    id: 'interference',
    severity: 'advice',
    sentence: 'Other programs used 0.4 of 2 cores (20 %) on average while this ran.',
    advice: 'Close what else computes and run again: until then, these times say as much about the others.',
    evidence: { fromMs: 500, toMs: 1000, tasks: [0], slots: [0] },
  })
  expect(judged(interference, beside(1.4))?.severity).toBe('problem')
})

test('a little of it is always there, and what was not sampled is not known', () => {
  expect(judged(interference, beside(0.3))).toBeNull()
  expect(judged(interference, beside(0.8, { samples: [] }))).toBeNull()
})

test('a quota is told where it allows less than there is', () => {
  const finding = judged(interference, beside(0, { cores: 8, cpuQuota: 1.5 }))
  expect([finding?.severity, finding?.sentence, finding?.advice]).toEqual([
    'note',
    'A quota of the system allows 1.5 cores of the 8 that this machine shows.',
    'Use no more than 1 CPU worker, or have the quota raised.',
  ])
  const onLoop = { slots: [{ isShared: true }], strategy: 'event-loop' as const }
  expect(judged(interference, beside(0, { cores: 8, cpuQuota: 1.5, ...onLoop }))?.advice).toBe(
    'Have the quota raised, or make do with as much.',
  )
  expect(judged(interference, beside(0, { cores: 2, cpuQuota: 2 }))).toBeNull()
})
