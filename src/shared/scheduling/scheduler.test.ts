import { expect, test } from 'vitest'
import { fakeRandom } from '../analysis/fake-random.ts'
import { fakePlan } from '../analysis/fake-run.ts'
import { foldTaskEvents } from '../analysis/fold-task-events.ts'
import type { PlannedGroup } from '../model/plan.ts'
import type { RunOptions } from '../model/run-options.ts'
import { strategies, type ExecutorId, type StrategyId } from '../model/strategy.ts'
import { eventField, eventKind, eventWidth } from '../model/task-event.ts'
import { createTaskTable } from '../model/task-table.ts'
import { stateOf, type TaskFailure } from '../model/task.ts'
import { EventLog } from './event-log.ts'
import type { ExecutionEnding, Executor } from './executor.ts'
import { Scheduler, stopGraceMs } from './scheduler.ts'

const succeeded: ExecutionEnding = { kind: 'succeeded' }
const stopped: ExecutionEnding = { kind: 'stopped' }
const interrupted: ExecutionEnding = { kind: 'interrupted' }
const failed: ExecutionEnding = { kind: 'failed', failure: { name: 'Error', message: 'no' } }

/** Time stands still until a test moves it. */
class FakeTime {
  nowMs = 0
  #timers: { atMs: number; order: number; callback: () => void }[] = []
  #made = 0

  readonly after = (afterMs: number, callback: () => void): (() => void) => {
    const timer = { atMs: this.nowMs + afterMs, order: this.#made++, callback }
    this.#timers.push(timer)
    return () => (this.#timers = this.#timers.filter((other) => other !== timer))
  }

  get pending(): number {
    return this.#timers.length
  }

  /** Moves on to the next timer and lets it call. */
  fireNext(): boolean {
    const [next] = this.#timers.sort((a, b) => a.atMs - b.atMs || a.order - b.order)
    if (next === undefined) return false
    this.#timers.shift()
    this.nowMs = Math.max(this.nowMs, next.atMs)
    next.callback()
    return true
  }

  advance(ms: number): void {
    const untilMs = this.nowMs + ms
    while (this.#timers.some(({ atMs }) => atMs <= untilMs)) this.fireNext()
    this.nowMs = untilMs
  }
}

/** Does nothing by itself: tests say how tasks end. */
class FakeExecutor implements Executor {
  readonly id: ExecutorId
  readonly capacity: number
  readonly started: number[] = []
  readonly inHand = new Set<number>()
  readonly toldToStop: number[] = []
  readonly forced: number[] = []
  onForce: (task: number) => 'ending' | 'abandoned' = () => 'ending'
  most = 0

  constructor(id: ExecutorId, capacity: number) {
    this.id = id
    this.capacity = capacity
  }

  start(task: number): void {
    if (this.inHand.has(task)) throw new Error(`Task ${task} was started twice`)
    this.started.push(task)
    this.inHand.add(task)
    this.most = Math.max(this.most, this.inHand.size)
  }

  requestStop(task: number): void {
    this.toldToStop.push(task)
  }

  forceStop(task: number): 'ending' | 'abandoned' {
    this.forced.push(task)
    const answer = this.onForce(task)
    if (answer === 'abandoned') this.inHand.delete(task)
    return answer
  }
}

interface Setting {
  readonly groups: readonly Partial<PlannedGroup>[]
  readonly capacities?: Partial<Record<ExecutorId, number>>
  readonly strategy?: StrategyId
  readonly options?: Partial<Pick<RunOptions, 'policy' | 'taskTimeoutMs'>>
  readonly keyOf?: (task: number) => number
}

function set({
  groups,
  capacities = { 'main-line': 1 },
  strategy = 'sequential',
  options = {},
  ...keys
}: Setting) {
  const plan = fakePlan(groups)
  const time = new FakeTime()
  const log = new EventLog()
  const failures: [number, TaskFailure][] = []
  const executors = Object.entries(capacities).map(
    ([id, capacity]) => new FakeExecutor(id as ExecutorId, capacity),
  )
  let timesSettled = 0
  const scheduler = new Scheduler({
    plan,
    strategy: strategies[strategy],
    options: { policy: 'fifo', taskTimeoutMs: null, ...options },
    ...keys,
    executors,
    log,
    nowMs: () => time.nowMs,
    after: time.after,
    onFailure: (task, failure) => failures.push([task, failure]),
    onAllSettled: () => timesSettled++,
  })
  const table = createTaskTable(plan)
  const records: number[] = []
  const readLog = (): void => {
    const events = new Float64Array(log.length)
    log.drainInto(events, 0)
    records.push(...events)
    foldTaskEvents(table, events)
  }
  const [first] = executors
  if (first === undefined) throw new Error('Expected an executor')
  return {
    plan,
    time,
    scheduler,
    executors,
    executor: first,
    failures,
    get timesSettled() {
      return timesSettled
    },
    end(task: number, ending: ExecutionEnding, from: FakeExecutor = first): void {
      from.inHand.delete(task)
      scheduler.ended(task, ending)
    },
    states(): string[] {
      readLog()
      return [...table.state].map(stateOf)
    },
    /** Tasks of the records of a kind, in order. */
    logged(kind: keyof typeof eventKind): number[] {
      readLog()
      const tasks: number[] = []
      for (let at = 0; at < records.length; at += eventWidth) {
        if (records[at + eventField.kind] === eventKind[kind])
          tasks.push(records[at + eventField.task] as number)
      }
      return tasks
    },
  }
}

test('every task is queued before any starts, and no more start than there is room for', () => {
  const run = set({ groups: [{ count: 5 }], capacities: { 'main-line': 2 } })
  run.scheduler.submitAll()
  expect([run.logged('queued'), run.executor.started, run.states()]).toEqual([
    [0, 1, 2, 3, 4],
    [0, 1],
    ['queued', 'queued', 'queued', 'queued', 'queued'],
  ])
  run.end(1, succeeded)
  run.end(2, succeeded)
  expect([run.executor.started, run.executor.most]).toEqual([[0, 1, 2, 3], 2])
})

test('each kind goes to the executor that the strategy names, and fills it by itself', () => {
  const run = set({
    groups: [
      { kind: 'async', count: 3 },
      { kind: 'cpu', count: 3 },
      { kind: 'blocking', count: 3 },
    ],
    strategy: 'hybrid',
    capacities: { loop: 10, blocking: 2, cpu: 1 },
  })
  run.scheduler.submitAll()
  expect(run.executors.map(({ id, started }) => [id, started])).toEqual([
    ['loop', [0, 1, 2]],
    ['blocking', [6, 7]],
    ['cpu', [3]],
  ])
})

test('an executor that the strategy wants and nobody made is a bug', () => {
  expect(() => set({ groups: [{ kind: 'cpu' }], strategy: 'hybrid', capacities: { loop: 1 } })).toThrow(
    'Expected an executor "cpu", got loop',
  )
})

test.each([
  { policy: 'fifo', order: [0, 1, 2, 3, 4] },
  { policy: 'priority', order: [3, 1, 2, 0, 4] },
  { policy: 'shortest-first', order: [4, 1, 2, 0, 3] },
  { policy: 'longest-first', order: [3, 0, 1, 2, 4] },
] as const)('under $policy, tasks start in that order', ({ policy, order }) => {
  const run = set({
    groups: [
      { estimateMs: 50, priority: 0 },
      { estimateMs: 20, priority: 5, count: 2 },
      { estimateMs: null, priority: 9 },
      { estimateMs: 1, priority: -1 },
    ],
    options: { policy },
  })
  run.scheduler.submitAll()
  for (const task of order) run.end(task, succeeded)
  expect([run.executor.started, run.timesSettled]).toEqual([order, 1])
})

test('keys of its own for each task take the place of the policy’s, also for a task that comes back', () => {
  const keys = [2, 3, 1, 0]
  const run = set({
    groups: [{ count: 2, priority: 9 }, { count: 2 }],
    options: { policy: 'priority' },
    keyOf: (task) => keys[task] ?? NaN,
  })
  run.scheduler.submitAll()
  run.end(3, succeeded)
  keys[2] = 2
  run.end(2, interrupted)
  for (const task of [2, 0, 1]) run.end(task, succeeded)
  expect([run.executor.started, run.timesSettled]).toEqual([[3, 2, 2, 0, 1], 1])
})

test('each ending gives its outcome, and a failure its reason', () => {
  const run = set({ groups: [{ count: 3 }], capacities: { 'main-line': 3 } })
  run.scheduler.submitAll()
  run.end(0, succeeded)
  run.end(1, failed)
  expect(run.timesSettled).toBe(0)
  run.end(2, stopped)
  expect([run.states(), run.failures, run.timesSettled]).toEqual([
    ['succeeded', 'failed', 'cancelled'],
    [[1, { name: 'Error', message: 'no' }]],
    1,
  ])
})

test('a task that exceeds its own limit, or else the run’s, is told to stop and is timed out', () => {
  const run = set({
    groups: [{ timeoutMs: 100 }, { count: 2 }],
    capacities: { 'main-line': 2 },
    options: { taskTimeoutMs: 300 },
  })
  run.scheduler.submitAll()
  run.time.advance(99)
  expect(run.executor.toldToStop).toEqual([])
  run.time.advance(1)
  run.end(0, stopped)
  // The third begins at 100, so its limit ends at 400.
  run.time.advance(200)
  expect(run.executor.toldToStop).toEqual([0, 1])
  run.end(1, stopped)
  run.time.advance(99)
  expect(run.executor.toldToStop).toEqual([0, 1])
  run.time.advance(1)
  run.end(2, stopped)
  expect([run.states(), run.time.pending, run.timesSettled]).toEqual([
    ['timed-out', 'timed-out', 'timed-out'],
    0,
    1,
  ])
})

test('waiting in the queue does not count against the limit', () => {
  const run = set({ groups: [{ timeoutMs: null }, { timeoutMs: 100 }] })
  run.scheduler.submitAll()
  run.time.advance(1000)
  run.end(0, succeeded)
  run.time.advance(99)
  run.end(1, succeeded)
  expect([run.states(), run.time.pending]).toEqual([['succeeded', 'succeeded'], 0])
})

test('a task is cancelled that long after it was queued, whether it waits or runs', () => {
  const run = set({ groups: [{ cancelAfterMs: 100, count: 2 }, {}] })
  run.scheduler.submitAll()
  run.time.advance(100)
  expect([run.states(), run.executor.toldToStop, run.executor.started]).toEqual([
    ['queued', 'cancelled', 'queued'],
    [0],
    [0],
  ])
  run.end(0, stopped)
  run.end(2, succeeded)
  expect([run.states(), run.executor.started, run.time.pending]).toEqual([
    ['cancelled', 'cancelled', 'succeeded'],
    [0, 2],
    0,
  ])
})

test('the first reason to stop is the one that counts', () => {
  const run = set({
    groups: [
      { timeoutMs: 100, cancelAfterMs: 200 },
      { timeoutMs: 200, cancelAfterMs: 100 },
    ],
    capacities: { 'main-line': 2 },
  })
  run.scheduler.submitAll()
  run.time.advance(220)
  run.scheduler.cancel()
  run.end(0, stopped)
  run.end(1, failed)
  expect([run.states(), run.executor.toldToStop, run.failures, run.time.pending]).toEqual([
    ['timed-out', 'cancelled'],
    [1, 0],
    [],
    0,
  ])
})

test('a task that was done before it heard that it should stop is done', () => {
  const run = set({ groups: [{ timeoutMs: 100 }] })
  run.scheduler.submitAll()
  run.time.advance(100)
  run.end(0, succeeded)
  expect([run.states(), run.time.pending]).toEqual([['succeeded'], 0])
})

test('cancelling ends what waits at once, tells what runs, and starts nothing more', () => {
  const run = set({ groups: [{ count: 4 }], capacities: { 'main-line': 2 } })
  run.scheduler.submitAll()
  run.scheduler.cancel()
  run.scheduler.cancel()
  expect([run.states(), run.executor.toldToStop, run.timesSettled]).toEqual([
    ['queued', 'queued', 'cancelled', 'cancelled'],
    [0, 1],
    0,
  ])
  run.end(0, stopped)
  run.end(1, interrupted)
  expect([run.states(), run.executor.started, run.timesSettled, run.time.pending]).toEqual([
    ['cancelled', 'cancelled', 'cancelled', 'cancelled'],
    [0, 1],
    1,
    0,
  ])
})

test('a run that is cancelled before it begins records every task as queued and cancelled, and starts none', () => {
  const run = set({ groups: [{ count: 3, cancelAfterMs: 10 }] })
  run.scheduler.cancel()
  run.scheduler.submitAll()
  expect([
    run.logged('queued'),
    run.states(),
    run.executor.started,
    run.timesSettled,
    run.time.pending,
  ]).toEqual([[0, 1, 2], ['cancelled', 'cancelled', 'cancelled'], [], 1, 0])
})

test('a plan without tasks is over at once', () => {
  const run = set({ groups: [] })
  run.scheduler.submitAll()
  expect(run.timesSettled).toBe(1)
})

test('a task that does not stop within its grace is made to, and ends when its thread has', () => {
  const run = set({ groups: [{ count: 2 }] })
  run.scheduler.submitAll()
  run.scheduler.cancel()
  run.time.advance(stopGraceMs - 1)
  expect(run.executor.forced).toEqual([])
  run.time.advance(1)
  expect([run.executor.forced, run.states(), run.timesSettled]).toEqual([[0], ['queued', 'cancelled'], 0])
  run.end(0, failed)
  expect([run.states(), run.failures, run.timesSettled, run.time.pending]).toEqual([
    ['cancelled', 'cancelled'],
    [],
    1,
    0,
  ])
})

test('a task that is left behind ends now, gives its place to the next, and is not heard when it answers after all', () => {
  const run = set({ groups: [{ count: 2, timeoutMs: 100 }] })
  run.executor.onForce = () => 'abandoned'
  run.scheduler.submitAll()
  run.time.advance(100 + stopGraceMs)
  expect([run.states(), run.executor.started]).toEqual([
    ['timed-out', 'queued'],
    [0, 1],
  ])
  run.end(0, succeeded)
  run.end(0, failed)
  expect([run.states(), run.failures, run.executor.started]).toEqual([['timed-out', 'queued'], [], [0, 1]])
  run.end(1, succeeded)
  expect([run.states(), run.timesSettled, run.time.pending]).toEqual([['timed-out', 'succeeded'], 1, 0])
})

test('a task whose thread died under it starts again before those that never did, in their order', () => {
  const run = set({ groups: [{ count: 5 }], capacities: { 'main-line': 3 } })
  run.scheduler.submitAll()
  run.end(2, interrupted)
  run.end(1, interrupted)
  run.end(0, failed)
  expect([run.executor.started, run.logged('requeued')]).toEqual([
    [0, 1, 2, 2, 1, 3],
    [2, 1],
  ])
})

test('a requeued task gets its limit anew', () => {
  const run = set({ groups: [{ timeoutMs: 100 }] })
  run.scheduler.submitAll()
  run.time.advance(80)
  run.end(0, interrupted)
  run.time.advance(99)
  expect(run.executor.toldToStop).toEqual([])
  run.time.advance(1)
  expect([run.executor.toldToStop, run.time.nowMs]).toEqual([[0], 180])
})

test('a task whose thread dies under it again and again is given up after three more tries', () => {
  const run = set({ groups: [{}] })
  run.scheduler.submitAll()
  for (let death = 0; death < 4; death++) run.end(0, interrupted)
  expect([run.executor.started.length, run.states(), run.failures, run.timesSettled]).toEqual([
    4,
    ['failed'],
    [[0, { name: 'ThreadLost', message: "Its thread died 4 times through other tasks' fault" }]],
    1,
  ])
})

test('whatever happens in whatever order, every task ends exactly once and nothing is left over', () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const random = fakeRandom(seed)
    const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T
    const limit = (): number | null => (random(3) === 0 ? 1 + random(400) : null)
    const run = set({
      groups: Array.from({ length: 1 + random(4) }, () => ({
        kind: pick(['async', 'blocking', 'cpu'] as const),
        count: 1 + random(6),
        priority: random(3),
        estimateMs: random(3) === 0 ? null : random(50),
        timeoutMs: limit(),
        cancelAfterMs: limit(),
      })),
      strategy: 'hybrid',
      capacities: { loop: 1 + random(8), blocking: 1 + random(3), cpu: 1 + random(2) },
      options: { policy: pick(['fifo', 'priority', 'shortest-first'] as const), taskTimeoutMs: limit() },
    })
    const { executors, scheduler, time, plan } = run
    const abandoned: [number, FakeExecutor][] = []
    for (const executor of executors) {
      executor.onForce = (task) => {
        if (random(2) === 0) return 'ending'
        abandoned.push([task, executor])
        return 'abandoned'
      }
    }
    const endOne = (): boolean => {
      const busy = executors.filter(({ inHand }) => inHand.size > 0)
      if (busy.length === 0) return false
      const executor = pick(busy)
      run.end(
        pick([...executor.inHand]),
        pick([succeeded, succeeded, stopped, failed, interrupted]),
        executor,
      )
      return true
    }
    if (random(20) === 0) scheduler.cancel()
    scheduler.submitAll()
    for (let steps = 0; run.timesSettled === 0 && steps < 2000; steps++) {
      const action = random(12)
      if (action < 6) endOne()
      else if (action < 8) time.fireNext()
      else if (action === 8) time.nowMs += random(20)
      else if (action === 9 && random(8) === 0) scheduler.cancel()
      else if (action === 10) {
        const [late] = abandoned.splice(0, 1)
        if (late !== undefined) scheduler.ended(late[0], pick([succeeded, stopped, failed, interrupted]))
      }
      const overfull = executors.filter(({ capacity, most }) => most > capacity)
      if (overfull.length > 0) throw new Error(`seed ${seed}: more tasks than capacity`)
    }
    for (const [task] of abandoned) scheduler.ended(task, succeeded)
    scheduler.cancel()
    const tasks = Array.from({ length: plan.taskCount }, (_, task) => task)
    const failedTasks = run.states().flatMap((state, task) => (state === 'failed' ? [task] : []))
    expect(
      {
        timesSettled: run.timesSettled,
        settled: run.logged('settled').sort((a, b) => a - b),
        queued: run.logged('queued'),
        open: run
          .states()
          .filter((state) => !['succeeded', 'failed', 'cancelled', 'timed-out'].includes(state)),
        failures: run.failures.map(([task]) => task).sort((a, b) => a - b),
        timersLeft: time.pending,
        inHand: executors.map(({ inHand }) => inHand.size),
      },
      `seed ${seed}`,
    ).toEqual({
      timesSettled: 1,
      settled: tasks,
      queued: tasks,
      open: [],
      failures: failedTasks,
      timersLeft: 0,
      inHand: [0, 0, 0],
    })
  }
})
