import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import { CoreGroups } from './track-core-groups.ts'

test('a core is a family’s where a thread of ours held it, and nobody’s where others kept it busy', () => {
  const sample = (atMs: number, slots: readonly { onCpuMs: number; core: number }[]): number[] =>
    sampleRecord({ atMs, intervalMs: 100, cores: [{ busy: 1 }, { busy: 0.5 }], slots })
  const run = fakeRun({
    groups: [{ count: 2 }],
    tasks: [{}, {}],
    sampledCores: 2,
    sampledSlots: 2,
    samples: [
      // Both on one core: together they account for it, although neither does by itself.
      sample(100, [
        { onCpuMs: 40, core: 0 },
        { onCpuMs: 45, core: 0 },
      ]),
      // Little of what the first core did was ours.
      sample(200, [
        { onCpuMs: 10, core: 0 },
        { onCpuMs: 48, core: 1 },
      ]),
    ],
  })
  const groups = [Int16Array.of(3, 3), Int16Array.of(5, 6)]
  const expected = [Int16Array.of(5, -1), Int16Array.of(-1, 6)]
  expect(new CoreGroups().extend(run, groups, 0)).toEqual(expected)

  // One sample after the other, the first of which turns out to be another family's later on.
  const one = new CoreGroups()
  const early = { ...run, samples: { ...run.samples, count: 1 } }
  expect(one.extend(early, [Int16Array.of(3), Int16Array.of(4)], 0)[0]).toEqual(Int16Array.of(4))
  expect(one.extend(run, groups, 0)).toEqual(expected)
})
