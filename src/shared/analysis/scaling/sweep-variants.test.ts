import { describe, expect, test } from 'vitest'
import type { Preset, TaskGroup } from '../../model/preset.ts'
import { strategyIds } from '../../model/strategy.ts'
import { sweptSizes } from '../../model/scaling.ts'
import { workloadIds, type WorkloadId } from '../../model/workload.ts'
import { standardValues } from './standard-values.ts'
import { sweepBounds } from './sweep-bounds.ts'
import { sweepVariants } from './sweep-variants.ts'
import { hasLength, lengthened, longestMultiple } from './task-length.ts'
import { whyNotSwept } from './why-not-swept.ts'

const group = (changes: Partial<TaskGroup> = {}): TaskGroup => ({
  name: 'compute',
  kind: 'cpu',
  workload: 'sqrt-loop',
  count: 3,
  parameters: { targetMs: 400 },
  priority: 0,
  timeoutMs: null,
  cancelAfterMs: null,
  ...changes,
})
const wait = group({
  name: 'wait',
  kind: 'async',
  workload: 'wait',
  count: 4,
  parameters: { count: 2, ms: 100 },
})
const preset = (...groups: TaskGroup[]): Preset => ({
  id: 'some',
  title: 'Some',
  summary: '',
  strategy: 'hybrid',
  options: {},
  groups,
})

describe('the variants of a sweep', () => {
  const sweep = { strategy: 'hybrid', options: { seed: 7 }, values: [1, 4] } as const

  test('set the option that the size is, beside the options given', () => {
    expect(
      sweepVariants(preset(group()), { ...sweep, size: 'cpu' }).map(({ label, options, preset: own }) => [
        label,
        options,
        own,
      ]),
    ).toEqual([
      ['cpu=1', { seed: 7, cpuWorkers: 1 }, preset(group())],
      ['cpu=4', { seed: 7, cpuWorkers: 4 }, preset(group())],
    ])
    const names = (['blocking', 'loop', 'threads'] as const).map(
      (size) => sweepVariants(preset(group()), { ...sweep, size })[1]?.options,
    )
    expect(names).toEqual([
      { seed: 7, blockingThreads: 4 },
      { seed: 7, loopConcurrency: 4 },
      { seed: 7, threadLimit: 4 },
    ])
  })

  test('have so many times the tasks, or so many times their work', () => {
    const some = preset(group(), wait)
    const at = (size: 'tasks' | 'length') =>
      sweepVariants(some, { ...sweep, size })[1]?.preset.groups.map(({ count, parameters }) => [
        count,
        parameters,
      ])
    expect(at('tasks')).toEqual([
      [12, { targetMs: 400 }],
      [16, { count: 2, ms: 100 }],
    ])
    expect(at('length')).toEqual([
      [3, { targetMs: 1600 }],
      [4, { count: 8, ms: 100 }],
    ])
  })

  test('are not made of values that are out of bounds or not whole', () => {
    for (const value of [0, 257, 1.5]) {
      expect(() => sweepVariants(preset(group()), { ...sweep, size: 'cpu', values: [value] })).toThrow(
        `Expected whole numbers from 1 to 256 for cpu, got ${value}`,
      )
    }
  })
})

describe('the length of a task', () => {
  test.each<[WorkloadId, TaskGroup['parameters'], TaskGroup['parameters']]>([
    ['sqrt-loop', { iterations: 1000 }, { iterations: 8000 }],
    ['matrix-multiply', { size: 300 }, { size: 600 }],
    ['mandelbrot', { size: 100, maxIterations: 256 }, { size: 283, maxIterations: 256 }],
    ['wait', { count: 1, ms: 50 }, { count: 8, ms: 50 }],
    [
      'download',
      { kilobytes: 64, latencyMs: 250, jitterMs: 0, kilobytesPerSecond: 0 },
      { kilobytes: 512, latencyMs: 2000, jitterMs: 0, kilobytesPerSecond: 0 },
    ],
    ['file-io', { files: 4, kilobytes: 512 }, { files: 32, kilobytes: 512 }],
  ])('eight times: %s', (workload, parameters, expected) => {
    expect(lengthened({ workload, parameters }, 8)).toEqual(expected)
  })

  test('is bounded by the workload', () => {
    expect(longestMultiple({ workload: 'matrix-multiply', parameters: { size: 2000 } })).toBe(8)
    expect(
      sweepBounds(preset(group({ workload: 'matrix-multiply', parameters: { size: 2000 } })), 'length').max,
    ).toBe(8)
    expect(() => lengthened({ workload: 'wait', parameters: { count: 600_000, ms: 1 } }, 2)).toThrow(
      /Expected 1 to/,
    )
  })

  test('is nothing that an address, memory or a failure has', () => {
    const without = workloadIds.filter(
      (workload) =>
        !hasLength({
          workload,
          parameters: {
            iterations: 1,
            limit: 2,
            size: 1,
            rounds: 1,
            length: 1,
            kilobytes: 1,
            items: 1,
            count: 1,
            files: 1,
          },
        }),
    )
    expect(without).toEqual(['allocate', 'no-op', 'throw-error', 'exit-thread'])
    expect(hasLength({ workload: 'download', parameters: { kilobytes: 1, url: 'http://127.0.0.1/' } })).toBe(
      false,
    )
  })
})

describe('the standard values', () => {
  const values = (size: (typeof sweptSizes)[number], cores: number, ...groups: TaskGroup[]): number[] =>
    standardValues(preset(...groups), 'hybrid', size, cores)

  test.each([
    [1, [1, 2]],
    [2, [1, 2, 3, 4]],
    [4, [1, 2, 3, 4, 5, 6, 7, 8]],
    [8, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 16]],
    [64, [1, 2, 3, 4, 5, 6, 7, 8, 16, 32, 64, 128]],
  ])('of workers go from 1 to twice %d cores', (cores, expected) => {
    expect(values('cpu', cores, group())).toEqual(expected)
  })

  test('never leave the bounds of the option', () => {
    expect(values('blocking', 1000, group()).at(-1)).toBeLessThanOrEqual(256)
  })

  test('of the loop go up to as many tasks as it has', () => {
    expect(values('loop', 2, wait)).toEqual([1, 2, 4])
    expect(values('loop', 2, group({ ...wait, count: 10 }), group())).toEqual([1, 2, 4, 8, 10])
    expect(values('loop', 2, group({ ...wait, count: 1 }))).toEqual([1, 2])
    const many = values('loop', 2, group({ ...wait, count: 100_000 }))
    expect([many.length, many[0], many.at(-1)]).toEqual([12, 1, 100_000])
  })

  test('of work double, as far as there is room', () => {
    expect(values('tasks', 2, group())).toEqual([1, 2, 4, 8])
    expect(values('tasks', 2, group({ count: 200_000 }))).toEqual([1, 2, 4])
    expect(values('length', 2, group({ workload: 'matrix-multiply', parameters: { size: 2200 } }))).toEqual([
      1, 2, 4,
    ])
  })
})

describe('why a size cannot be swept', () => {
  test('nothing, where tasks depend on it', () => {
    const sizes = sweptSizes.filter((size) => whyNotSwept(preset(group(), wait), 'hybrid', size) === null)
    expect(sizes).toEqual(['cpu', 'loop', 'tasks', 'length'])
    expect(strategyIds.filter((strategy) => whyNotSwept(preset(group()), strategy, 'cpu') === null)).toEqual([
      'hybrid',
      'processes',
    ])
  })

  test('the strategy, or the preset, does not use it', () => {
    expect(whyNotSwept(preset(group()), 'sequential', 'cpu')).toBe(
      'Nothing depends on the number of CPU workers under the strategy Sequential, so there is nothing to sweep.',
    )
    expect(whyNotSwept(preset(wait), 'hybrid', 'cpu')).toBe(
      'None of the tasks of “Some” depends on the number of CPU workers under the strategy Hybrid, so there is nothing to sweep.',
    )
  })

  test('there is no room for more', () => {
    expect(whyNotSwept(preset(group({ count: 600_000 })), 'hybrid', 'tasks')).toBe(
      '“Some” has so many tasks already that there is no room for twice as many.',
    )
    expect(whyNotSwept(preset(group({ workload: 'no-op', parameters: {} })), 'hybrid', 'length')).toBe(
      'The tasks “compute” of “Some” have no length that could be varied (Nothing).',
    )
    expect(
      whyNotSwept(
        preset(group({ workload: 'prime-count', parameters: { limit: 200_000_000 } })),
        'hybrid',
        'length',
      ),
    ).toBe('The tasks “compute” of “Some” are so long already that they cannot be made twice as long.')
  })
})
