import { expect, test } from 'vitest'
import { fakeRun } from '../analysis/fake-run.ts'
import type { Environment } from '../model/environment.ts'
import { environmentDifferences } from './environment-differences.ts'

const { environment } = fakeRun({ groups: [{}], tasks: [{}] }).header

const among = (...changes: readonly Partial<Environment>[]): ReturnType<typeof environmentDifferences> =>
  environmentDifferences(
    changes.map((change, at) => ({ label: `variant ${at}`, environment: { ...environment, ...change } })),
  )

test('one machine has no differences, however busy it was before each run', () => {
  expect(among({ loadBeforeStart: 0.1 }, { loadBeforeStart: null })).toEqual([])
  expect(among({})).toEqual([])
  expect(among()).toEqual([])
})

test('every fact of the machine that differs is listed, with a value for each variant in their order', () => {
  const other: Partial<Environment> = {
    cpuModel: 'Other CPU',
    cores: 8,
    physicalCores: 4,
    cpuQuota: 1.5,
    memoryTotalBytes: 2 ** 33,
    operatingSystem: 'Other OS',
    architecture: 'arm64',
    power: 'battery',
  }
  expect(among({}, other, {})).toEqual([
    { name: 'processor', values: ['Fake CPU', 'Other CPU', 'Fake CPU'] },
    { name: 'cores', values: ['2 logical', '8 logical, 4 physical, quota 1.5', '2 logical'] },
    { name: 'memory', values: ['1.00\u202fGiB', '8.00\u202fGiB', '1.00\u202fGiB'] },
    { name: 'system', values: ['Fake OS (x64)', 'Other OS (arm64)', 'Fake OS (x64)'] },
    { name: 'power', values: ['unknown', 'battery', 'unknown'] },
  ])
})

test('a runtime that only one of them has is a difference, and so is another version', () => {
  expect(
    among({ runtime: { node: '20.0.0' } }, { runtime: { node: '20.18.1', electron: '33.2.1' } }),
  ).toEqual([
    { name: 'node', values: ['20.0.0', '20.18.1'] },
    { name: 'electron', values: ['none', '33.2.1'] },
  ])
})
