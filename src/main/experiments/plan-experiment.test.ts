import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { planComparison, planSweep } from './plan-experiment.ts'

const { preset } = fakeRun({ groups: [{ count: 4, kind: 'cpu' }], tasks: [] }).header
const wish = {
  preset: { ...preset, options: { sampleHz: 5 } },
  presetId: preset.id,
  repeats: 1,
  warmUps: 0,
  pauseMs: 0,
  otherProcessIds: [],
  settled: { sampleHz: 20, cpuWorkers: 2, blockingThreads: 7 },
}

test('what is settled for all runs holds for a comparison’s, but is no part of what its variants are called', () => {
  const { experiment } = planComparison({
    ...wish,
    baseline: null,
    variants: [
      { strategy: 'hybrid', options: {} },
      { strategy: 'hybrid', options: { cpuWorkers: 1 } },
    ],
  })
  expect(experiment.variants.map(({ options }) => options)).toEqual([
    { cpuWorkers: 2, blockingThreads: 7 },
    { cpuWorkers: 1, blockingThreads: 7 },
  ])
  expect(experiment.variants[0]?.label).toBe('hybrid')
})

test('a sweep’s own sizes come before what is settled', () => {
  const { experiment } = planSweep({ ...wish, strategy: 'hybrid', options: {}, size: 'cpu', values: [1, 4] })
  expect(experiment.variants.map(({ label, options }) => [label, options])).toEqual([
    ['cpu=1', { cpuWorkers: 1, blockingThreads: 7 }],
    ['cpu=4', { cpuWorkers: 4, blockingThreads: 7 }],
  ])
})
