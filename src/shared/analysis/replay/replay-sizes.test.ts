import { expect, test } from 'vitest'
import type { Run } from '../../model/run.ts'
import type { ExecutorId, StrategyId } from '../../model/strategy.ts'
import { fakeRun, type FakeRun } from '../fake-run.ts'
import { executorsOf, sizesOf, sizesWith, usesSize } from './replay-sizes.ts'

function runWith(executors: readonly ExecutorId[], more: Partial<FakeRun> = {}): Run {
  return fakeRun({
    groups: [{ kind: 'async' }, { kind: 'blocking' }, { kind: 'cpu' }],
    tasks: [],
    slots: executors.map((executor) => ({ isShared: executor === 'loop', executor })),
    options: { cpuWorkers: 4, blockingThreads: 9, loopConcurrency: 50, threadLimit: 64, policy: 'priority' },
    ...more,
  })
}

test('a run’s sizes are its slots, and its options where it had none of a sort', () => {
  expect(sizesOf(runWith(['loop', 'cpu', 'cpu', 'cpu']))).toEqual({
    cores: 2,
    cpuWorkers: 3,
    blockingThreads: 9,
    loopConcurrency: 50,
    threadLimit: 64,
    policy: 'priority',
  })
  expect(sizesOf(runWith(['loop', 'blocking', 'blocking', 'processes']))).toMatchObject({
    cpuWorkers: 1,
    blockingThreads: 2,
  })
  expect(sizesOf(runWith(['threads', 'threads'])).threadLimit).toBe(2)
})

test('a quota of CPU time leaves a part of the cores', () => {
  const coresOf = (cpuQuota: number | null): number => sizesOf(runWith([], { cores: 4, cpuQuota })).cores
  expect([coresOf(null), coresOf(1.5), coresOf(16)]).toEqual([4, 1.5, 4])
})

test('CPU workers follow the cores where there was one for each, and only then', () => {
  const sizes = (executors: readonly ExecutorId[], cores: number): number[] => {
    const { cores: many, cpuWorkers } = sizesWith(runWith(executors), 'cores', cores)
    return [many, cpuWorkers]
  }
  expect([sizes(['cpu', 'cpu'], 16), sizes(['cpu'], 16), sizes(['cpu', 'cpu'], 1.5)]).toEqual([
    [16, 16],
    [16, 1],
    [1.5, 2],
  ])
  expect(sizesWith(runWith(['cpu', 'cpu']), 'cpuWorkers', 7)).toMatchObject({ cores: 2, cpuWorkers: 7 })
})

test.each([
  ['sequential', ['cores']],
  ['event-loop', ['cores', 'loopConcurrency']],
  ['threads', ['cores', 'threadLimit']],
  ['hybrid', ['cores', 'cpuWorkers', 'blockingThreads', 'loopConcurrency']],
  ['processes', ['cores', 'cpuWorkers', 'blockingThreads', 'loopConcurrency']],
] as readonly (readonly [StrategyId, readonly string[]])[])(
  'under %s, tasks depend on %s',
  (strategy, used) => {
    const executors = executorsOf(runWith([], { strategy }))
    const sizes = ['cores', 'cpuWorkers', 'blockingThreads', 'loopConcurrency', 'threadLimit'] as const
    expect(sizes.filter((size) => usesSize(executors, size))).toEqual(used)
  },
)
