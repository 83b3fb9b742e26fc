import { expect, test } from 'vitest'
import { taskKinds } from '#shared/model/task.ts'
import { describeWorkload, workloadIds } from '#shared/model/workload.ts'
import { estimateMs } from './estimate.ts'
import { needsCalibration, planRun } from './plan-run.ts'
import { parsePreset } from './preset-schema.ts'

const presetOf = (...tasks: readonly object[]) =>
  parsePreset('x.json', { schemaVersion: 1, id: 'x', title: 'X', summary: 'Tests.', tasks })

const calibrated = { name: 'a', kind: 'cpu', workload: 'sqrt-loop', count: 2, parameters: { targetMs: 100 } }
const fixed = { name: 'b', kind: 'cpu', workload: 'sqrt-loop', parameters: { iterations: 5 } }
const waiting = { name: 'c', kind: 'async', workload: 'wait', count: 3, parameters: { count: 10, ms: 7 } }

test('a plan counts its tasks group by group, and turns target times into fixed work', () => {
  const preset = presetOf(calibrated, fixed, waiting)
  const plan = planRun(preset, 9, 1234.5678)
  expect([needsCalibration(preset), needsCalibration(presetOf(fixed, waiting))]).toEqual([true, false])
  expect({
    ...plan,
    groups: plan.groups.map(({ name, firstTask, count, parameters, estimateMs, calibrated }) => ({
      name,
      firstTask,
      count,
      parameters,
      estimateMs,
      calibrated,
    })),
  }).toEqual({
    seed: 9,
    taskCount: 6,
    groups: [
      {
        name: 'a',
        firstTask: 0,
        count: 2,
        parameters: { targetMs: 100, iterations: 123_457 },
        estimateMs: 100,
        calibrated: true,
      },
      {
        name: 'b',
        firstTask: 2,
        count: 1,
        parameters: { iterations: 5 },
        estimateMs: 0.00001,
        calibrated: false,
      },
      {
        name: 'c',
        firstTask: 3,
        count: 3,
        parameters: { count: 10, ms: 7 },
        estimateMs: 70,
        calibrated: false,
      },
    ],
  })
})

test('the same preset, seed and speed give the same plan', () => {
  const preset = presetOf(calibrated, waiting)
  expect(planRun(preset, 4, 1000)).toEqual(planRun(preset, 4, 1000))
  // However slow the machine, a task does something.
  expect(planRun(preset, 4, 0.0001).groups[0]?.parameters['iterations']).toBe(1)
})

test.each(workloadIds)('a task of %s with standard parameters is estimated in milliseconds', (workload) => {
  const { kinds, exactlyOneOf } = describeWorkload(workload)
  const parameters = exactlyOneOf === undefined ? {} : { [exactlyOneOf[0] as string]: 1_000_000 }
  const [group] = presetOf({ name: 'a', kind: kinds[0], workload, parameters }).groups
  if (group === undefined) throw new Error('Expected a group')
  const estimate = estimateMs(group)
  expect([typeof estimate, Number.isFinite(estimate), (estimate ?? -1) >= 0]).toEqual(['number', true, true])
  expect(kinds.every((kind) => taskKinds.includes(kind))).toBe(true)
})

test('nobody knows how long a real address takes; the built-in server is as slow as it was told', () => {
  const estimateOf = (parameters: object): number | null | undefined =>
    planRun(presetOf({ name: 'a', kind: 'async', workload: 'download', parameters }), 1, 1).groups[0]
      ?.estimateMs
  expect([
    estimateOf({ url: 'http://127.0.0.1/' }),
    estimateOf({ latencyMs: 100, jitterMs: 50 }),
    estimateOf({ latencyMs: 0, kilobytes: 50, kilobytesPerSecond: 200 }),
  ]).toEqual([null, 125, 250])
})
