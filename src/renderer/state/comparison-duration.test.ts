import { expect, test } from 'vitest'
import { fakeComparison, fakeVariant } from '#shared/analysis/comparison/fake-comparison.ts'
import type { PresetOffer } from '#shared/ipc.ts'
import { defaultRunOptions, type RunOptions } from '#shared/model/run-options.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import { expectedDurationMs } from './comparison-duration.ts'
import { standardChoices, withDraftChanged, type ComparisonChoices } from './comparison-choices.ts'

const preset: PresetOffer = {
  id: 'course-demo',
  title: 'Course demo',
  summary: '',
  strategy: 'hybrid',
  options: { cpuWorkers: 3 },
  taskCount: 11,
  tasksPerKind: { async: 8, blocking: 0, cpu: 3 },
}
const defaults = defaultRunOptions(2)
const measured = (strategy: StrategyId, ms: number, options: Partial<RunOptions> = {}) =>
  fakeVariant({
    strategy,
    options: { ...defaults, cpuWorkers: 3, ...options },
    makespanMs: { value: ms, interval: null },
  })
/** Sequential and hybrid only. */
const two = [1, 2, 4].reduce<ComparisonChoices>(
  (choices, id) => withDraftChanged(choices, id, { ticked: false }),
  standardChoices(),
)

test('what was measured before says how long the same would take again, with its pauses', () => {
  const before = fakeComparison([measured('sequential', 6000), measured('hybrid', 1000)])
  expect([
    expectedDurationMs(two, preset, defaults, before),
    expectedDurationMs(
      { ...two, numbers: { repeats: '10', warmUps: '', pauseMs: '0' } },
      preset,
      defaults,
      before,
    ),
  ]).toEqual([5 * (7000 + 200), 10 * 7000])
})

test('variants of other sizes, another preset and no comparison at all say nothing', () => {
  const before = fakeComparison([measured('sequential', 6000), measured('hybrid', 1000, { cpuWorkers: 2 })])
  const fitting = fakeComparison([measured('sequential', 6000), measured('hybrid', 1000)])
  expect([
    expectedDurationMs(two, preset, defaults, before),
    expectedDurationMs(two, { ...preset, id: 'other' }, defaults, fitting),
    expectedDurationMs(two, preset, defaults, null),
    expectedDurationMs(two, preset, defaults, fakeComparison([measured('sequential', 6000)])),
  ]).toEqual([null, null, null, null])
})
