import { expect, test } from 'vitest'
import { fakePlan } from '#shared/analysis/fake-run.ts'
import { defaultRunOptions, details, type RunOptions } from '#shared/model/run-options.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { executorShapes } from './executor-shapes.ts'

const plan = fakePlan([
  { kind: 'cpu', workload: 'sqrt-loop', count: 3 },
  { kind: 'async', workload: 'download', count: 2 },
  { kind: 'blocking', workload: 'download', count: 2 },
])
const options: RunOptions = { ...defaultRunOptions(4), memoryLimitMb: 128 }

/** Such as "cpu: 4 × 1, downloads …". */
function sizes(strategy: StrategyId, changes: Partial<RunOptions> = {}, of = plan): string[] {
  return executorShapes(of, strategy, { ...options, ...changes }, '/entries').map((shape) =>
    shape.kind === 'process-pool'
      ? `${shape.id}: ${shape.processes} processes`
      : `${shape.id}: ${shape.threads} × ${shape.tasksPerThread}, downloads ${shape.downloadForms.join(' and ') || 'none'}`,
  )
}

test('each strategy gets the executors that its tasks need, in lane order', () => {
  expect(Object.fromEntries(strategyIds.map((strategy) => [strategy, sizes(strategy)]))).toEqual({
    sequential: ['main-line: 1 × 1, downloads blocking'],
    'event-loop': ['loop: 1 × 7, downloads async and blocking'],
    threads: ['threads: 7 × 1, downloads blocking'],
    hybrid: [
      'loop: 1 × 7, downloads async',
      'blocking: 8 × 1, downloads blocking',
      'cpu: 4 × 1, downloads none',
    ],
    processes: [
      'loop: 1 × 7, downloads async',
      'blocking: 8 × 1, downloads blocking',
      'processes: 4 processes',
    ],
  })
})

test('sizes follow the options', () => {
  const changes = { cpuWorkers: 2, blockingThreads: 3, loopConcurrency: 5, threadLimit: 6 }
  expect([sizes('hybrid', changes), sizes('threads', changes)]).toEqual([
    ['loop: 1 × 5, downloads async', 'blocking: 3 × 1, downloads blocking', 'cpu: 2 × 1, downloads none'],
    ['threads: 6 × 1, downloads blocking'],
  ])
})

test('what no task needs is not started', () => {
  const computing = fakePlan([{ kind: 'cpu', workload: 'sqrt-loop' }])
  expect(strategyIds.map((strategy) => sizes(strategy, {}, computing))).toEqual([
    ['main-line: 1 × 1, downloads none'],
    ['loop: 1 × 2, downloads none'],
    ['threads: 1 × 1, downloads none'],
    ['cpu: 4 × 1, downloads none'],
    ['processes: 4 processes'],
  ])
})

test('every executor gets the memory limit, the detail and the folder of the entries', () => {
  for (const strategy of strategyIds) {
    for (const detail of details) {
      for (const shape of executorShapes(plan, strategy, { ...options, detail }, '/entries')) {
        expect(shape).toMatchObject({ memoryLimitMb: 128, detail, entriesFolder: '/entries' })
      }
    }
  }
})
