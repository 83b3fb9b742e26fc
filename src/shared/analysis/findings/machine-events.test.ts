import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from '../fake-run.ts'
import { findFindings } from '../findings.ts'

/** Two computing tasks, and samples that tell of sleep and heat as given, one each 100 ms. */
function runWith(samples: readonly { readonly asleepMs?: number; readonly throttles?: number }[]) {
  return fakeRun({
    groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: 2 }],
    tasks: [
      { queued: 0, started: 0, finished: 400, onCpu: 400, ready: 0, slot: 0 },
      { queued: 0, started: 0, finished: 400, onCpu: 400, ready: 0, slot: 1 },
    ],
    slots: [{ isShared: false }, { isShared: false }],
    samples: samples.map((sample, at) =>
      sampleRecord({ atMs: at * 100, intervalMs: 100, ...sample, cores: [{ busy: 1 }, { busy: 1 }] }),
    ),
    sampledCores: 2,
  })
}

test('a machine that slept in the middle of a run is a problem, with when and for how long', () => {
  const run = runWith([0, 0, 3200, 0, 0].map((asleepMs) => ({ asleepMs })))
  const found = findFindings(run).find(({ id }) => id === 'machine-slept')
  expect(found).toMatchObject({ severity: 'problem', evidence: { fromMs: 100, toMs: 200 } })
  expect(found?.sentence).toMatch(/^The machine slept for 3\.20.s during the run/)
})

test('a processor that was held back is a problem, with how often and when', () => {
  const run = runWith([7, 7, 8, 10, 10].map((throttles) => ({ throttles })))
  const found = findFindings(run).find(({ id }) => id === 'machine-throttled')
  expect(found).toMatchObject({ severity: 'problem', evidence: { fromMs: 100, toMs: 300 } })
  expect(found?.sentence).toContain('held itself back 3 times')
})

test('a machine that was awake and cool, and one that does not tell, are not mentioned', () => {
  for (const run of [runWith([0, 0, 0].map((asleepMs) => ({ asleepMs, throttles: 7 }))), runWith([{}, {}])]) {
    const ids = findFindings(run).map(({ id }) => id)
    expect(ids).not.toContain('machine-slept')
    expect(ids).not.toContain('machine-throttled')
  }
})
