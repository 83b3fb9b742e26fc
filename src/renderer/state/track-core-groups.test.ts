import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import { coreGroups } from './track-core-groups.ts'

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
  const holders = [Int32Array.of(1, 0), Int32Array.of(-1, 1)]
  const groups = [Int16Array.of(3, 3), Int16Array.of(5, 6)]
  expect(coreGroups(run, holders, groups)).toEqual([Int16Array.of(5, -1), Int16Array.of(-1, 6)])
})
