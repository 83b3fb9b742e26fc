import { describe, expect, test } from 'vitest'
import type { Run } from '../../model/run.ts'
import type { RunOptions } from '../../model/run-options.ts'
import { fakeRandom } from '../fake-random.ts'
import { fakeRun, type FakeTask } from '../fake-run.ts'
import {
  measuredMakespanMs,
  mostReplayedTasks,
  predictionError,
  whatIf,
  whatIfCurve,
  whatIfPoints,
  whatIfValues,
} from './what-if.ts'

const alone = (startedMs: number, ms: number): FakeTask => ({
  started: startedMs,
  finished: startedMs + ms,
  onCpu: ms,
  ready: 0,
  timer: 0,
  io: 0,
})

/** Twelve tasks of 100 ms on two CPU workers and two cores, with so long between two tasks. */
function twelve(gapMs = 0, options: Partial<RunOptions> = {}): Run {
  return fakeRun({
    groups: [{ kind: 'cpu', count: 12 }],
    slots: [{ isShared: false }, { isShared: false }],
    tasks: Array.from({ length: 12 }, (_, at) => ({
      ...alone(Math.floor(at / 2) * (100 + gapMs), 100),
      slot: at % 2,
    })),
    cores: 2,
    options,
  })
}

describe('a curve', () => {
  test('holds the predictions, the measured point, and how far the model is off there', () => {
    expect(whatIf(twelve(), { vary: 'cores', values: [4, 1, 2, 12, 128] })).toEqual({
      kind: 'curve',
      vary: 'cores',
      policy: 'fifo',
      measuredPolicy: 'fifo',
      cpuWorkersFollow: true,
      points: [
        { value: 1, makespanMs: 1200 },
        { value: 2, makespanMs: 600 },
        { value: 4, makespanMs: 300 },
        { value: 12, makespanMs: 100 },
        { value: 128, makespanMs: 100 },
      ],
      measured: { value: 2, makespanMs: 600 },
      predictedAtMeasuredMs: 600,
      error: 0,
    })
  })

  test('is drawn through round values and the run’s own', () => {
    const run = twelve(0, { blockingThreads: 7 })
    expect([whatIfValues(run, 'cpuWorkers'), whatIfValues(run, 'blockingThreads').slice(0, 7)]).toEqual([
      [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128],
      [1, 2, 3, 4, 6, 7, 8],
    ])
    expect(whatIfCurve(run, { vary: 'cpuWorkers' }).map(({ value }) => value)).toEqual(
      whatIfValues(run, 'cpuWorkers'),
    )
  })

  test('of workers is bound by the cores, and of cores by workers that do not follow', () => {
    expect(whatIfCurve(twelve(), { vary: 'cpuWorkers', values: [1, 2, 4, 64] })).toEqual([
      { value: 1, makespanMs: 1200 },
      { value: 2, makespanMs: 600 },
      { value: 4, makespanMs: 600 },
      { value: 64, makespanMs: 600 },
    ])
    const threeWorkers = fakeRun({
      groups: [{ kind: 'cpu', count: 3 }],
      slots: [{ isShared: false }, { isShared: false }, { isShared: false }],
      tasks: [0, 1, 2].map((slot) => ({
        started: 0,
        finished: 150,
        slot,
        onCpu: 100,
        ready: 50,
        timer: 0,
        io: 0,
      })),
      cores: 2,
    })
    expect(whatIf(threeWorkers, { vary: 'cores', values: [1, 2, 8] })).toMatchObject({
      cpuWorkersFollow: false,
      points: [
        { value: 1, makespanMs: 300 },
        { value: 2, makespanMs: expect.closeTo(150, 9) as number },
        { value: 8, makespanMs: 100 },
      ],
      error: expect.closeTo(0, 9) as number,
    })
  })

  test('keeps the price of handing tasks over', () => {
    expect(whatIf(twelve(10), { vary: 'cores', values: [1, 4] })).toMatchObject({
      points: [
        { value: 1, makespanMs: 1310 },
        { value: 4, makespanMs: 320 },
      ],
      measured: { value: 2, makespanMs: 650 },
      predictedAtMeasuredMs: 650,
    })
  })

  test('never rises with the cores where every task has a thread of its own', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = fakeRandom(seed)
      const lengths = Array.from({ length: 1 + random(40) }, () => 1 + random(100))
      const run = fakeRun({
        strategy: 'threads',
        groups: [{ kind: 'cpu', count: lengths.length }],
        tasks: lengths.map((ms) => alone(0, ms)),
        slots: lengths.map(() => ({ isShared: false, executor: 'threads' })),
      })
      const points = whatIfCurve(run, { vary: 'cores' })
      const falls = points.every(
        (point, at) => at === 0 || point.makespanMs <= (points[at - 1]?.makespanMs ?? 0) + 1e-9,
      )
      expect([points[0]?.makespanMs.toFixed(6), falls, points.at(-1)?.makespanMs], `seed ${seed}`).toEqual([
        lengths.reduce((sum, ms) => sum + ms, 0).toFixed(6),
        true,
        Math.max(...lengths),
      ])
    }
  })

  test('can be had point by point, and put together from points', () => {
    const run = twelve()
    const points = whatIfPoints(run, { vary: 'cpuWorkers', values: [1, 2] })
    const [first, second] = [points.next().value, points.next().value]
    expect([first, second, points.next().done]).toEqual([
      { value: 1, makespanMs: 1200 },
      { value: 2, makespanMs: 600 },
      true,
    ])
    expect(whatIf(run, { vary: 'cpuWorkers' }, [{ value: 1, makespanMs: 1200 }])).toMatchObject({
      points: [{ value: 1, makespanMs: 1200 }],
      predictedAtMeasuredMs: 600,
    })
  })

  test('may be of another policy; the model’s error stays that of the run’s own', () => {
    const run = fakeRun({
      groups: [{ kind: 'cpu', count: 3 }],
      slots: [{ isShared: false }, { isShared: false }],
      tasks: [alone(0, 10), alone(0, 10), alone(10, 40)],
    })
    expect(whatIf(run, { vary: 'cpuWorkers', values: [2], policy: 'longest-first' })).toMatchObject({
      policy: 'longest-first',
      measuredPolicy: 'fifo',
      points: [{ value: 2, makespanMs: 40 }],
      measured: { value: 2, makespanMs: 50 },
      predictedAtMeasuredMs: 50,
      error: 0,
    })
  })
})

describe('no curve is given', () => {
  const refused = (run: Run, vary: 'cores' | 'blockingThreads' = 'cores') => [
    whatIf(run, { vary }),
    whatIfCurve(run, { vary }),
  ]

  test('of a run that would keep everybody waiting', () => {
    const taskCount = mostReplayedTasks + 1
    const run = fakeRun({ groups: [{ kind: 'cpu', count: taskCount }], tasks: [alone(0, 1)] })
    expect(refused(run)).toEqual([{ kind: 'too-large', taskCount, mostTasks: mostReplayedTasks }, []])
  })

  test('of a run in which nothing ran', () => {
    const run = fakeRun({ groups: [{ kind: 'cpu' }], tasks: [{ settled: 5, state: 'cancelled' }] })
    expect(refused(run)).toEqual([{ kind: 'nothing-ran' }, []])
  })

  test('of what the run’s tasks do not use', () => {
    expect(refused(twelve(), 'blockingThreads')).toEqual([{ kind: 'not-used', vary: 'blockingThreads' }, []])
  })
})

test('the measured makespan ends with the last task that ran, not with one that was cancelled in the queue', () => {
  const run = fakeRun({
    groups: [{ kind: 'cpu', count: 2 }],
    tasks: [
      { ...alone(12, 20), queued: 5 },
      { queued: 6, settled: 99, state: 'cancelled' },
    ],
  })
  expect(measuredMakespanMs(run)).toBe(27)
})

test('an error is a share of what was measured, with its sign', () => {
  expect([predictionError(100, 110), predictionError(200, 150), predictionError(0, 1)]).toEqual([
    0.1,
    -0.25,
    NaN,
  ])
})
