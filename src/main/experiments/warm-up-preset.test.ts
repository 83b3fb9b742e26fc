import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { Preset } from '#shared/model/preset.ts'
import { defaultRunOptions, type RunOptions } from '#shared/model/run-options.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { executorShapes } from '../engine/executor-shapes.ts'
import { planRun } from '../engine/plan-run.ts'
import { warmUpPreset } from './warm-up-preset.ts'

const options: RunOptions = { ...defaultRunOptions(2), threadLimit: 8 }
const preset: Preset = {
  ...fakeRun({ groups: [{}], tasks: [] }).header.preset,
  groups: fakeRun({
    groups: [
      { name: 'compute', kind: 'cpu', workload: 'sqrt-loop', count: 20, parameters: { targetMs: 100 } },
      { name: 'wait', kind: 'async', workload: 'wait', count: 3, parameters: { ms: 100 } },
      { name: 'fetch', kind: 'blocking', workload: 'download', count: 1, parameters: { kilobytes: 1 } },
    ],
    tasks: [],
  }).header.preset.groups,
}

const countsOf = (strategy: StrategyId): [string, number][] =>
  warmUpPreset(preset, strategy, options)
    .groups.filter(({ workload }) => workload !== 'no-op')
    .map(({ name, count }) => [name, count])

test('every slot of a group’s executor gets a task of it to do, and no more', () => {
  expect(countsOf('sequential')).toEqual([
    ['compute', 1],
    ['wait', 1],
    ['fetch', 1],
  ])
  expect(countsOf('hybrid')).toEqual([
    ['compute', 2],
    ['wait', 1],
    ['fetch', 1],
  ])
  expect(countsOf('threads')).toEqual([
    ['compute', 8],
    ['wait', 3],
    ['fetch', 1],
  ])
})

test('waiting is cut short, and computing is not', () => {
  const parametersOf = (name: string): unknown =>
    warmUpPreset(preset, 'hybrid', options).groups.find((group) => group.name === name)?.parameters
  expect(parametersOf('wait')).toMatchObject({ ms: 5 })
  expect(parametersOf('fetch')).toMatchObject({ kilobytes: 1 })
  expect(parametersOf('compute')).toMatchObject({ targetMs: 100 })
})

test.each(strategyIds)('under %s the warm-up starts the very threads that the runs will use', (strategy) => {
  const shapesOf = (its: Preset): unknown => executorShapes(planRun(its, 1, 1), strategy, options, 'out')
  expect(shapesOf(warmUpPreset(preset, strategy, options))).toEqual(shapesOf(preset))
})
