import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
import { fakeFacts, judged, listOf } from './fake-facts.ts'
import { underUse } from './under-use.ts'

/** Eight computing tasks of 100 ms on a number of CPU workers, on a machine of two cores. */
const computing = (workers: number): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: 8 }],
  tasks: listOf(8, (task) => {
    const started = Math.floor(task / workers) * 100
    return { started, finished: started + 100, onCpu: 100, ready: 0, timer: 0, io: 0, slot: task % workers }
  }),
  slots: listOf(workers, () => ({ isShared: false })),
  options: { cpuWorkers: workers },
})

test('tasks that queue for one worker while a core has nothing to do want a second', () => {
  expect(judged(underUse, computing(1))).toEqual({
    id: 'under-use',
    severity: 'problem',
    sentence:
      'For 88 % of the makespan tasks waited for a CPU worker (there is one), while the run used 1 of 2 cores.',
    advice: 'Set CPU workers to 2, which would save about 400 ms.',
    evidence: { fromMs: 0, toMs: 700, tasks: [7, 6, 5, 4, 3, 2, 1], slots: [0] },
  })
})

test('with a worker for each core, waiting is as it should be', () => {
  expect(judged(underUse, computing(2))).toBeNull()
})

test('a pool of threads that wait can be larger than the machine', () => {
  const finding = judged(underUse, {
    groups: [{ kind: 'blocking', workload: 'wait', count: 4 }],
    tasks: listOf(4, (task) => ({
      started: task * 100,
      finished: task * 100 + 100,
      onCpu: 0,
      ready: 0,
      timer: 100,
      io: 0,
    })),
    slots: [{ isShared: false, executor: 'blocking' }],
    options: { blockingThreads: 1 },
  })
  expect([finding?.sentence, finding?.advice]).toEqual([
    'For 75 % of the makespan tasks waited for a blocking thread (there is one), while the run used 0 of 2 cores.',
    'Set blocking threads to 4, which would save about 300 ms.',
  ])
})

test('tasks that go one after the other by choice of strategy get another strategy', () => {
  const run = computing(1)
  const finding = judged(underUse, {
    ...run,
    slots: [{ isShared: false, executor: 'main-line' }],
    strategy: 'sequential',
  })
  expect(finding?.advice).toBe(
    'Choose another strategy: this one runs one task at a time, to be what the others are measured against.',
  )
})

test('more workers are not advised where one long task sets the end, nor where CPU time is unknown', () => {
  expect(
    judged(underUse, {
      groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: 3 }],
      tasks: [
        { started: 0, finished: 1000, onCpu: 1000, ready: 0, timer: 0, io: 0, slot: 0 },
        { started: 0, finished: 500, onCpu: 100, ready: 0, timer: 400, io: 0, slot: 1 },
        { started: 500, finished: 600, onCpu: 100, ready: 0, timer: 0, io: 0, slot: 1 },
      ],
      slots: listOf(2, () => ({ isShared: false })),
      options: { cpuWorkers: 2 },
      cores: 4,
    }),
  ).toBeNull()
  const run = computing(1)
  expect(judged(underUse, { ...run, tasks: run.tasks.map((task) => ({ ...task, onCpu: NaN })) })).toBeNull()
})

/** Tasks of one executor with a single slot, each begun when the one before ended, as [CPU time, time in waits]. */
function inTurn(
  lives: readonly (readonly [number, number])[],
  executor: 'cpu' | 'blocking' = 'cpu',
  queuedMs: readonly number[] = [],
): FakeRun {
  let atMs = 0
  return {
    groups: [{ kind: executor, workload: 'allocate', count: lives.length }],
    tasks: lives.map(([onCpu, timer], task) => {
      const started = atMs
      atMs += onCpu + timer
      return { queued: queuedMs[task] ?? 0, started, finished: atMs, onCpu, ready: 0, timer, io: 0 }
    }),
    slots: [{ isShared: false, executor }],
    options: { cpuWorkers: 1, blockingThreads: 1 },
  }
}

test.each<[string, FakeRun]>([
  [
    'that comes shortly before the one before it ends',
    inTurn(
      [
        [100, 0],
        [100, 0],
      ],
      'cpu',
      [0, 70],
    ),
  ],
  [
    'that is short beside the other',
    inTurn([
      [100, 900],
      [80, 0],
    ]),
  ],
  ['of a millisecond', inTurn(listOf(8, () => [1, 0] as const))],
])('a task %s is not worth a worker', (_name, run) => {
  expect(judged(underUse, run)).toBeNull()
})

test('where the cores are nearly all in use, the pool is not what is short', () => {
  const two = (task: number): FakeRun['tasks'][number] => {
    const started = Math.floor(task / 2) * 100
    return { started, finished: started + 100, onCpu: 85, ready: 0, timer: 15, io: 0, slot: task % 2 }
  }
  expect(
    judged(underUse, {
      groups: [{ kind: 'blocking', workload: 'allocate', count: 8 }],
      tasks: listOf(8, two),
      slots: listOf(2, () => ({ isShared: false, executor: 'blocking' as const })),
      options: { blockingThreads: 2 },
    }),
  ).toBeNull()
})

/** Sixteen tasks on a loop that takes four of them at once. */
const onLoop = (kind: 'async' | 'cpu', eachMs: number): FakeRun => ({
  groups: [{ kind, workload: kind === 'async' ? 'wait' : 'no-op', count: 16 }],
  tasks: listOf(16, (task) => {
    const started = kind === 'async' ? Math.floor(task / 4) * eachMs : task * eachMs
    return kind === 'async'
      ? { started, finished: started + eachMs, onCpu: 0, ready: 0, timer: eachMs, io: 0 }
      : { started, finished: started + eachMs, onCpu: eachMs, ready: 0, timer: 0, io: 0 }
  }),
  slots: [{ isShared: true }],
  options: { loopConcurrency: 4 },
  strategy: 'event-loop',
})

test('a loop takes more tasks that wait than it was allowed to, but holds those that compute one at a time', () => {
  expect(judged(underUse, onLoop('async', 100))?.advice).toBe(
    'Set loop concurrency to 16, which would save about 300 ms.',
  )
  // Even where no replay says so.
  const unpredicted = (kind: 'async' | 'cpu') =>
    underUse({ ...fakeFacts(onLoop(kind, 100)), predict: () => null })
  expect(unpredicted('async')?.advice).toBe('Set loop concurrency to 16.')
  expect(unpredicted('cpu')).toBeNull()
})

test.each([
  ['async', 0.9],
  ['cpu', 2],
] as const)('more places on a loop make the hand-over of %s tasks of %d ms no faster', (kind, eachMs) => {
  const run = onLoop(kind, eachMs)
  const tasks = run.tasks.map((task, at) => ({ ...task, started: at * 50, finished: at * 50 + eachMs }))
  expect(judged(underUse, { ...run, tasks })).toBeNull()
})
