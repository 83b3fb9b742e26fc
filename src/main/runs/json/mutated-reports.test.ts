import { expect, test } from 'vitest'
import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { randomRun } from '#shared/analysis/fake-run-random.ts'
import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import type { Run } from '#shared/model/run.ts'
import { jsonReport } from '../../reports/json-report.ts'
import { checkRunColumns } from '../reading/check-columns.ts'
import { fuzz } from '../reading/fake-fuzz.ts'
import { mutatedJson } from '../reading/fake-mutations.ts'
import { readRun } from './read-saved-run.ts'

/** Where a value holds numbers that are none. */
function nonFiniteIn(value: unknown): string[] {
  const found: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner === 'number' && !Number.isFinite(inner)) found.push(key)
    return inner
  })
  return found
}

/** The report without what follows from the rest, which reading passes over. */
function leanReport(run: Run): string {
  const document = JSON.parse([...jsonReport(run)].join('')) as Record<string, unknown>
  return JSON.stringify({ ...document, accounting: null, findings: [], criticalChain: [] })
}

const sentence = /^run\.json[:,] .*expected .*, got .*\.$/s

test('a report with something wrong in it is read as a run whose columns hold, or refused in a sentence', async () => {
  const small = fakeRun({
    groups: [{ count: 2 }],
    tasks: [{ started: 1, finished: 50, onCpu: 20 }, { started: 2 }],
    slices: [{ kind: 'computed', task: 0, from: 1, to: 21, onCpu: 20, ready: 0.1 }],
    samples: [0, 50].map((atMs) => sampleRecord({ atMs, intervalMs: 50, cores: [{ busy: 0.7 }] })),
    sampledCores: 1,
  })
  const report = leanReport(small)
  const mutations = 10_000
  const { reads, slowestRatio, grownBytes } = await fuzz<string>({
    seed: 2027,
    mutations,
    mutate: (random) => mutatedJson(report, random),
    async read(text) {
      checkRunColumns('run.json', await readRun('run.json', [Buffer.from(text)]))
    },
    describe: (text) => text,
  })
  expect(reads).toBeGreaterThan(mutations / 10)
  expect(reads).toBeLessThan(mutations)
  expect(slowestRatio).toBeLessThan(1_000)
  expect(grownBytes).toBeLessThan(2 ** 29)
}, 60_000)

test('whatever is read can be judged, and what is refused says where', async () => {
  const random = fakeRandom(2026)
  const reports = [1, 2].map((seed) => leanReport(randomRun(fakeRandom(seed))))
  await fuzz<string>({
    seed: 2026,
    mutations: 400,
    mutate: (mutating) => mutatedJson(mutatedJson(reports[random(2)] ?? '', mutating), mutating),
    async read(text) {
      const run = await readRun('run.json', [Buffer.from(text)]).catch((error: unknown) => {
        expect((error as Error).message).toMatch(sentence)
        throw error
      })
      expect(nonFiniteIn(digestRun(run)), text).toEqual([])
    },
    describe: (text) => text,
  })
}, 60_000)
