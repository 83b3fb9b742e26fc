import { describe, expect, test } from 'vitest'
import type { Run } from '../../model/run.ts'
import { fakeRandom } from '../fake-random.ts'
import { fakeRun, sampleRecord, type FakeTask } from '../fake-run.ts'
import { demandsOf, replay, sizesOf, type ReplaySizes } from './replay-run.ts'

/** A run of computing tasks of these lengths, one after the other on one CPU worker. */
function computingRun(lengthsMs: readonly number[], more: { gapMs?: number; beginMs?: number } = {}): Run {
  const { gapMs = 0, beginMs = 0 } = more
  let atMs = beginMs
  const tasks = lengthsMs.map((ms): FakeTask => {
    const startedMs = atMs
    atMs += ms + gapMs
    return { started: startedMs, finished: startedMs + ms, onCpu: ms, ready: 0, timer: 0, io: 0 }
  })
  return fakeRun({ groups: [{ kind: 'cpu', count: lengthsMs.length }], tasks })
}

function makespan(run: Run, sizes: Partial<ReplaySizes>): number {
  return replay(demandsOf(run), { ...sizesOf(run), ...sizes }).makespanMs
}

const machines = (count: number): Partial<ReplaySizes> => ({ cores: count, cpuWorkers: count })

describe('list scheduling, by cases of its literature', () => {
  // Graham, "Bounds on multiprocessing timing anomalies", SIAM J. Appl. Math. 17 (1969), 416-429.
  test.each([2, 3, 4, 7])('longest first takes 4/3 - 1/(3m) of the best on %d machines', (count) => {
    // 2m - 1 twice, 2m - 2 twice … m + 1 twice, m three times; the best is 3m.
    const pairs = Array.from({ length: count - 1 }, (_, at) => 2 * count - 1 - at)
    const run = computingRun([...pairs.flatMap((ms) => [ms, ms]), count, count, count])
    const ms = makespan(run, { ...machines(count), policy: 'longest-first' })
    expect(ms).toBe(4 * count - 1)
    expect(ms / (3 * count)).toBeCloseTo(4 / 3 - 1 / (3 * count), 12)
  })

  // Graham, "Bounds for certain multiprocessing anomalies", Bell System Technical Journal 45 (1966), 1563-1581.
  test.each([2, 3, 8])('an unlucky order takes 2 - 1/m of the best on %d machines', (count) => {
    const run = computingRun([...new Array<number>(count * (count - 1)).fill(1), count])
    expect([
      makespan(run, machines(count)),
      makespan(run, { ...machines(count), policy: 'shortest-first' }),
      makespan(run, { ...machines(count), policy: 'longest-first' }),
    ]).toEqual([2 * count - 1, 2 * count - 1, count])
  })

  test('every order lies between the larger of mean load and longest task, and the bound of list scheduling', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = fakeRandom(seed)
      const lengths = Array.from({ length: 1 + random(60) }, () => 1 + random(100))
      const count = 1 + random(8)
      const totalMs = lengths.reduce((sum, ms) => sum + ms, 0)
      const longestMs = Math.max(...lengths)
      const run = computingRun(lengths)
      for (const policy of ['fifo', 'shortest-first', 'longest-first'] as const) {
        const ms = makespan(run, { ...machines(count), policy })
        const most = totalMs / count + (1 - 1 / count) * longestMs
        expect(
          [ms >= Math.max(totalMs / count, longestMs) - 1e-6, ms <= most + 1e-6],
          `seed ${seed}`,
        ).toEqual([true, true])
      }
    }
  })
})

test('a run on one worker is replayed to the millisecond, hand-over and all', () => {
  const run = computingRun([10, 20, 30, 40], { gapMs: 2, beginMs: 3 })
  const demands = demandsOf(run)
  expect([sizesOf(run).cpuWorkers, demands.dispatch.get('cpu'), replay(demands, sizesOf(run))]).toEqual([
    1,
    { beginMs: 3, gapMs: 2, turnMs: 0 },
    { makespanMs: 109, finishedMs: Float64Array.of(13, 35, 67, 109) },
  ])
})

test('more workers than cores bring nothing but fairness', () => {
  const run = computingRun([30, 30, 30])
  expect([
    makespan(run, { cores: 2, cpuWorkers: 2 }),
    replay(demandsOf(run), { ...sizesOf(run), cores: 2, cpuWorkers: 3 }),
  ]).toEqual([60, { makespanMs: 45, finishedMs: Float64Array.of(45, 45, 45) }])
})

describe('on an event loop', () => {
  const loop = [{ isShared: true }]
  const async = (waitMs: number, cpuMs: number, from = 0): FakeTask => ({
    started: from,
    finished: from + waitMs + cpuMs,
    onCpu: cpuMs,
    ready: 0,
    timer: waitMs,
    io: 0,
  })

  test('waits overlap and stretches of computing take turns', () => {
    const run = fakeRun({
      groups: [{ count: 3 }],
      slots: loop,
      tasks: [async(10, 5), async(10, 5), async(0, 4)],
    })
    expect(replay(demandsOf(run), sizesOf(run))).toEqual({
      makespanMs: 20,
      finishedMs: Float64Array.of(15, 20, 4),
    })
  })

  test('no more tasks are in progress than the loop holds', () => {
    const tasks = [async(10, 1), async(10, 1), async(10, 1), async(10, 1)]
    const run = fakeRun({ groups: [{ count: 4 }], slots: loop, tasks, options: { loopConcurrency: 4 } })
    expect([4, 2, 1].map((loopConcurrency) => makespan(run, { loopConcurrency }))).toEqual([14, 24, 44])
  })

  test('a blocking task keeps its turn while it waits', () => {
    const run = fakeRun({
      strategy: 'event-loop',
      groups: [{ kind: 'async' }, { kind: 'blocking' }, { kind: 'cpu' }],
      slots: loop,
      tasks: [async(5, 1), async(20, 2), async(0, 7)],
    })
    // The first one's timer is due at 5, and has to wait until 29.
    expect(replay(demandsOf(run), sizesOf(run))).toEqual({
      makespanMs: 30,
      finishedMs: Float64Array.of(30, 22, 29),
    })
  })

  test('slices say how waiting and computing took turns; the totals are the table’s', () => {
    const run = fakeRun({
      groups: [{ count: 2 }],
      slots: loop,
      tasks: [
        { started: 0, finished: 42, onCpu: 22, ready: 0, timer: 10, io: 10 },
        { started: 0, finished: 30, onCpu: 0, ready: 12, timer: 18, io: 0 },
      ],
      slices: [
        { kind: 'ran', task: 0, from: 32, to: 42, onCpu: 10 },
        { kind: 'ioWait', task: 0, from: 22, to: 32 },
        { kind: 'ran', task: 0, from: 10, to: 20, onCpu: 10 },
        { kind: 'timerWait', task: 0, from: 0, to: 10 },
        { kind: 'minorCollection', from: 12, to: 13 },
      ],
    })
    const { pieces } = demandsOf(run)
    expect([...pieces.first, ...pieces.computes, ...pieces.lengthMs]).toEqual([
      ...[0, 4, 5],
      ...[0, 1, 0, 1, 0],
      // 20 ms of CPU were in slices, 22 in all.
      ...[10, 11, 10, 11, 18],
    ])
    expect([...replay(demandsOf(run), sizesOf(run)).finishedMs]).toEqual([42, 21])
  })

  test('what the loop’s thread uses apart from its tasks is the price of each turn’s beginning', () => {
    const run = fakeRun({
      groups: [{ count: 10 }],
      slots: loop,
      tasks: Array.from({ length: 10 }, (_, at) => ({ started: at, finished: at + 0.5 })),
      sampledSlots: 1,
      samples: [-5, 5, 15, 25].map((atMs) =>
        sampleRecord({ atMs, intervalMs: 10, cores: [{}], slots: [{ onCpuMs: atMs === 25 ? 99 : 5 }] }),
      ),
    })
    // 10 ms of the two samples within the run, 5 ms of them the tasks' own.
    expect(demandsOf(run).dispatch.get('loop')).toEqual({ beginMs: 0, gapMs: 0, turnMs: 0.5 })
    expect(makespan(run, {})).toBeCloseTo(10, 9)
  })
})

describe('what a task needs', () => {
  const need = (task: FakeTask, kind: 'async' | 'blocking' | 'cpu' = 'cpu', isShared = false): number[] => {
    const { pieces } = demandsOf(fakeRun({ groups: [{ kind }], slots: [{ isShared }], tasks: [task] }))
    return [...pieces.lengthMs].flatMap((ms, at) => [pieces.computes[at] as number, ms])
  }

  test('is its CPU time and its waits, not the time in which it was held up', () => {
    expect([
      need({ started: 0, finished: 10, onCpu: 6, ready: 4, timer: 0, io: 0 }),
      need({ started: 0, finished: 10, onCpu: 2, ready: 1, timer: 3, io: 4 }, 'blocking'),
      // Off the CPU for no known reason, but not ready either.
      need({ started: 0, finished: 10, onCpu: 6, ready: 1, timer: 0, io: 0 }),
    ]).toEqual([
      [1, 6],
      [0, 7, 1, 2],
      [0, 3, 1, 6],
    ])
  })

  test('is its run time where CPU time is not known: computing or waiting, by its kind', () => {
    const task = { started: 0, finished: 10 }
    expect([
      need(task),
      need(task, 'blocking'),
      need(task, 'async', true),
      need({ started: 0, finished: 0.5 }, 'async', true),
      need({ started: 0, finished: 10, onCpu: 6 }),
      need({ started: 0, finished: 0 }),
    ]).toEqual([[1, 10], [0, 10], [0, 10], [1, 0.5], [1, 6], []])
  })

  test('is nothing where it never started, and what it used where it was stopped', () => {
    const run = fakeRun({
      groups: [
        { kind: 'cpu', count: 2, timeoutMs: 5 },
        { kind: 'cpu', cancelAfterMs: 1 },
        { kind: 'cpu', count: 2 },
      ],
      tasks: [
        { started: 0, finished: 50, onCpu: 50, ready: 0, timer: 0, io: 0, state: 'timed-out' },
        { settled: 50, state: 'cancelled' },
        { settled: 1, state: 'cancelled' },
        { started: 50, finished: 60, onCpu: 10, ready: 0, timer: 0, io: 0, state: 'failed' },
        {},
      ],
    })
    const demands = demandsOf(run)
    expect([[...demands.taskOf], replay(demands, sizesOf(run))]).toEqual([
      [0, 3],
      { makespanMs: 60, finishedMs: Float64Array.of(50, NaN, NaN, 60, NaN) },
    ])
    const nothing = demandsOf(fakeRun({ groups: [{ count: 1 }], tasks: [{}] }))
    expect(replay(nothing, sizesOf(run))).toEqual({ makespanMs: 0, finishedMs: Float64Array.of(NaN) })
  })
})

test('priorities order a replay as they did the run', () => {
  const run = fakeRun({
    groups: [
      { kind: 'cpu', priority: 1 },
      { kind: 'cpu', priority: 9 },
    ],
    tasks: [
      { started: 5, finished: 15, onCpu: 10, ready: 0, timer: 0, io: 0 },
      { started: 0, finished: 5, onCpu: 5, ready: 0, timer: 0, io: 0 },
    ],
  })
  const order = (policy: 'fifo' | 'priority'): number[] => [
    ...replay(demandsOf(run), { ...sizesOf(run), policy }).finishedMs,
  ]
  expect([order('fifo'), order('priority')]).toEqual([
    [10, 15],
    [15, 5],
  ])
})

test('the run’s own policy sorts by the estimates that it had, another one by measured lengths', () => {
  const tasks = [10, 1, 5].map((ms): FakeTask => ({
    started: 0,
    finished: ms,
    onCpu: ms,
    ready: 0,
    timer: 0,
    io: 0,
  }))
  const groups = [9, 20, 30].map((estimateMs) => ({ kind: 'cpu' as const, estimateMs }))
  const finished = (own: 'fifo' | 'longest-first'): number[] => {
    const run = fakeRun({ groups, tasks, options: { policy: own } })
    const demands = { ...demandsOf(run), dispatch: new Map() }
    return [...replay(demands, { ...sizesOf(run), policy: 'longest-first' }).finishedMs]
  }
  expect([finished('longest-first'), finished('fifo')]).toEqual([
    [16, 6, 5],
    [10, 16, 15],
  ])
})

describe('the scheduler’s own thread', () => {
  /** 200 tasks of 0.5 ms on two workers, each handed over 0.5 ms after the other: a main thread that is always busy. */
  const busy = (mainShare: number): Run =>
    fakeRun({
      groups: [{ kind: 'cpu', count: 200 }],
      slots: [{ isShared: false }, { isShared: false }],
      tasks: Array.from({ length: 200 }, (_, at) => ({
        slot: at % 2,
        started: at / 2,
        finished: at / 2 + 0.5,
      })),
      samples: [0, 50, 100, 150].map((atMs) =>
        sampleRecord({ atMs, intervalMs: 50, mainThreadCpuMs: 7 + atMs * mainShare, cores: [{}] }),
      ),
      cores: 8,
    })

  test('is what a run with more workers waits for, if the samples show it busy', () => {
    const run = busy(1)
    expect(demandsOf(run).schedulerMs).toBe(0.5)
    const [two, many] = [2, 16].map((cpuWorkers) => makespan(run, { cpuWorkers }))
    expect((many as number) / (two as number)).toBeGreaterThan(0.9)
  })

  test('costs what the gaps show, no more, if it had time to spare', () => {
    const run = busy(0.4)
    expect([demandsOf(run).schedulerMs, demandsOf(run).dispatch.get('cpu')]).toEqual([
      0,
      { beginMs: 0, gapMs: 0.5, turnMs: 0 },
    ])
    const [two, many] = [2, 16].map((cpuWorkers) => makespan(run, { cpuWorkers }))
    expect((many as number) / (two as number)).toBeLessThan(0.2)
  })
})
