import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TaskOrder } from '../workloads/task-order.ts'
import { eventField, eventKind, eventWidth } from '#shared/model/task-event.ts'
import { RingReader } from '#shared/rings/record-ring.ts'
import type { ExecutionEnding } from '#shared/scheduling/executor.ts'
import { forkNode } from '../platform/fork-node.ts'
import { loopBeatWidth, takeLoopDelayMs } from '../platform/loop-beat.ts'
import { ThreadPoolExecutor } from './piscina-executor.ts'
import type { PooledExecutor } from './pooled-executor.ts'
import { ProcessPoolExecutor } from './process-executor.ts'

// Entries of these tests' own: what a task does is the name of its workload.
const act = `
  const act = async (order, folder) => {
    if (order.workload === 'spin') for (;;);
    if (order.workload === 'exit') process.exit(9)
    if (order.workload === 'pause') await new Promise((resolve) => setTimeout(resolve, 20))
    if (order.workload === 'wait') await new Promise((resolve) => setTimeout(resolve, 60_000))
    if (order.workload === 'tell') writeFileSync(join(folder, 'told'), '')
    return { kind: 'succeeded' }
  }`
const threadEntry = `
  import { existsSync, writeFileSync } from 'node:fs'
  import { join } from 'node:path'
  import { parentPort, threadId, workerData } from 'node:worker_threads'
  ${act}
  const { claims, lastTask, entriesFolder } = workerData
  if (existsSync(join(entriesFolder, 'no-more'))) throw new Error('no more')
  let position = 0
  while (Atomics.compareExchange(claims, position, 0, threadId) !== 0) position = (position + 1) % claims.length
  parentPort.postMessage({ kind: 'thread-ready', position })
  export default function run(order) {
    Atomics.store(lastTask, position, order.task + 1)
    return act(order, entriesFolder)
  }`
const processEntry = `
  import { existsSync, writeFileSync } from 'node:fs'
  import { join } from 'node:path'
  ${act}
  const folder = import.meta.dirname
  if (existsSync(join(folder, 'no-more'))) process.exit(5)
  process.on('message', async (order) => {
    if (order.workload === 'record') {
      const nowMs = Number(process.hrtime.bigint()) / 1e6
      const started = [${eventKind.started}, order.task, nowMs, -1, 0.5, NaN, NaN, NaN, NaN]
      const slice = [${eventKind.computed}, order.task, nowMs - 4, -1, nowMs, 3, 1, NaN, NaN]
      process.send({ kind: 'events', records: Float64Array.from([...started, ...slice]) })
    }
    const ending = await act(order, folder)
    process.send({ kind: 'ended', task: order.task, ending })
  })
  process.send({ kind: 'ready' })`

let folder = ''
let executor: PooledExecutor
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'task-worker.js'), threadEntry)
  writeFileSync(join(folder, 'task-process.js'), processEntry)
})
afterEach(async () => {
  await executor.close()
  rmSync(folder, { recursive: true })
})

const kinds = {
  threads: (size: number): PooledExecutor =>
    new ThreadPoolExecutor({
      id: 'cpu',
      threads: size,
      tasksPerThread: 1,
      memoryLimitMb: 64,
      detail: 'full' as const,
      downloadForms: [],
      entriesFolder: folder,
    }),
  processes: (size: number): PooledExecutor =>
    new ProcessPoolExecutor(
      { id: 'processes', processes: size, memoryLimitMb: 64, detail: 'full' as const, entriesFolder: folder },
      forkNode,
    ),
  loop: (size: number): PooledExecutor =>
    new ThreadPoolExecutor({
      id: 'loop',
      threads: 1,
      tasksPerThread: size,
      memoryLimitMb: 64,
      detail: 'full' as const,
      downloadForms: [],
      entriesFolder: folder,
    }),
}

/** Begins a run whose tasks do what is listed. */
async function begin(made: PooledExecutor, workloads: readonly string[]) {
  executor = made
  await made.ready()
  const waiting = new Map<number, (ending: ExecutionEnding) => void>()
  let onEnded: (task: number) => void = () => undefined
  made.beginRun({
    taskCount: workloads.length,
    originMs: 0,
    // Only these entries read it.
    orderFor: (task) => ({ task, workload: workloads[task] }) as unknown as TaskOrder,
    ended(task, ending) {
      onEnded(task)
      waiting.get(task)?.(ending)
    },
  })
  return {
    endingOf(task: number): Promise<ExecutionEnding> {
      return new Promise((resolve) => waiting.set(task, resolve))
    },
    onEnded(callback: (task: number) => void): void {
      onEnded = callback
    },
  }
}

/** Keeps this thread from hearing anything until the task has done its work. */
function holdUntilTold(): void {
  const told = join(folder, 'told')
  while (!existsSync(told));
  // Its answer follows at once, and waits for this thread.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
}

/** Until its thread has noted it, a task cannot be told from one that waits in the pool. */
async function forceUntilEnding(task: number): Promise<void> {
  while (executor.forceStop(task) !== 'ending') await new Promise((resolve) => setTimeout(resolve, 5))
}

test('a thread that does not listen is ended with its task, and the next task gets a new one', async () => {
  const run = await begin(kinds.threads(1), ['spin', 'quick', 'spin', 'quick'])
  for (const task of [0, 2]) {
    const spinning = run.endingOf(task)
    executor.start(task)
    await forceUntilEnding(task)
    expect(await spinning).toMatchObject({ kind: 'failed', failure: { name: 'ThreadEnded' } })
    const next = run.endingOf(task + 1)
    executor.start(task + 1)
    expect(await next).toEqual({ kind: 'succeeded' })
  }
  expect(executor.endRun()).toBe(true)
})

test('a child process that does not listen is ended with its task, and the next task gets a new one', async () => {
  const run = await begin(kinds.processes(1), ['spin', 'quick'])
  const spinning = run.endingOf(0)
  executor.start(0)
  const before = executor.childProcessIds
  executor.requestStop(0)
  expect(await spinning).toEqual({
    kind: 'failed',
    failure: { name: 'ProcessEnded', message: 'Its process ended in the middle of the task: signal SIGKILL' },
  })
  const next = run.endingOf(1)
  executor.start(1)
  expect(await next).toEqual({ kind: 'succeeded' })
  expect([
    executor.childProcessIds.length,
    executor.childProcessIds[0] === before[0],
    executor.endRun(),
  ]).toEqual([1, false, true])
})

test.each(['threads', 'processes'] as const)(
  'a task that was done before it was forced to stop costs the next task of %s nothing',
  async (kind) => {
    const run = await begin(kinds[kind](1), ['tell', 'quick'])
    const first = run.endingOf(0)
    const second = run.endingOf(1)
    run.onEnded((task) => {
      if (task === 0) executor.start(1)
    })
    executor.start(0)
    holdUntilTold()
    expect(executor.forceStop(0)).toBe('ending')
    // Whether its answer or its thread's end is heard first depends on Node.
    await first
    // Where it was handed to the thread that was about to end, it may run again: that is for the scheduler.
    expect((await second).kind).not.toBe('failed')
  },
)

test('when a loop dies, the task that ran last is the cause, and its neighbours may run again', async () => {
  const run = await begin(kinds.loop(3), ['wait', 'wait', 'exit'])
  const endings = Promise.all([0, 1, 2].map((task) => run.endingOf(task)))
  for (const task of [0, 1, 2]) executor.start(task)
  expect(await endings).toEqual([
    { kind: 'interrupted' },
    { kind: 'interrupted' },
    {
      kind: 'failed',
      failure: {
        name: 'ThreadEnded',
        message: 'Its thread ended in the middle of the task: worker exited with code: 9',
      },
    },
  ])
})

test('child processes that cannot be started are said so at the start', async () => {
  writeFileSync(join(folder, 'no-more'), '')
  executor = kinds.processes(2)
  await expect(executor.ready()).rejects.toThrow(
    'A child process for "processes" could not be started: exit code 5',
  )
})

test('threads that cannot be started are said so at the start', async () => {
  writeFileSync(join(folder, 'task-worker.js'), 'throw new Error("no such thing")')
  executor = kinds.threads(2)
  await expect(executor.ready()).rejects.toThrow('Threads for "cpu" could not be started: no such thing')
})

test.each([
  { kind: 'processes', name: 'ProcessEnded', message: 'No child process could be started for it' },
  { kind: 'threads', name: 'ThreadEnded', message: 'No thread could be started for it' },
] as const)(
  'when nothing can take a dead one’s place among $kind, tasks fail instead of waiting for ever',
  async (lost) => {
    const run = await begin(kinds[lost.kind](1), ['exit', 'quick', 'quick'])
    writeFileSync(join(folder, 'no-more'), '')
    const [first, second, third] = [0, 1, 2].map((task) => run.endingOf(task))
    executor.start(0)
    expect(await first).toMatchObject({ kind: 'failed' })
    executor.start(1)
    const ending = { kind: 'failed', failure: { name: lost.name, message: lost.message } }
    expect(await second).toEqual(ending)
    executor.start(2)
    expect([await third, executor.endRun()]).toEqual([ending, false])
  },
)

test('threads that die one after the other are replaced while the others work and this thread hears of it late', async () => {
  const tasks = 24
  const workloads = Array.from({ length: tasks }, (_, task) => (task % 2 === 0 ? 'exit' : 'pause'))
  const run = await begin(kinds.threads(2), workloads)
  const endings = Promise.all(workloads.map((_, task) => run.endingOf(task)))
  let next = 2
  run.onEnded(() => {
    if (next < tasks) executor.start(next++)
  })
  // This thread is too busy to hear of each start and end as they come.
  const busy = setInterval(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60), 1)
  executor.start(0)
  executor.start(1)
  const got = (await endings).map(({ kind }) => kind)
  clearInterval(busy)
  expect(got).toEqual(workloads.map((workload) => (workload === 'exit' ? 'failed' : 'succeeded')))
})

test('a pool with a task of the run still in it is not fit for another run', async () => {
  await begin(kinds.loop(2), ['wait'])
  executor.start(0)
  expect(executor.endRun()).toBe(false)
})

test('what a child process records is turned into this process’s time, both ends of a slice', async () => {
  const run = await begin(kinds.processes(1), ['record'])
  const beforeMs = performance.now()
  const ended = run.endingOf(0)
  executor.start(0)
  await ended
  const afterMs = performance.now()
  const [ring] = executor.rings
  const records = new Float64Array(2 * eventWidth)
  const count = ring === undefined ? 0 : new RingReader(ring).drainInto(records, 0, 2)
  const [started, slice] = [records.subarray(0, eventWidth), records.subarray(eventWidth)]
  const atMs = started[eventField.atMs] ?? NaN
  expect([count, atMs >= beforeMs - 1, atMs <= afterMs + 1]).toEqual([2, true, true])
  expect([...started]).toEqual([eventKind.started, 0, atMs, -1, 0.5, NaN, NaN, NaN, NaN])
  // The clocks' readings are large: their difference keeps no more than a few digits.
  const fromMs = slice[eventField.atMs] ?? NaN
  const toMs = slice[eventField.value] ?? NaN
  expect([toMs - atMs, toMs - fromMs].map((ms) => Math.round(ms * 1000))).toEqual([0, 4000])
  expect([...slice]).toEqual([eventKind.computed, 0, fromMs, -1, toMs, 3, 1, NaN, NaN])
})

test('the system’s ids of child processes are known by position, and change when one is replaced', async () => {
  const run = await begin(kinds.processes(2), ['exit', 'quick', 'quick'])
  const before = [...executor.systemThreadIds]
  expect(before).toEqual(executor.childProcessIds)
  const ended = run.endingOf(0)
  executor.start(0)
  await ended
  const after = [...executor.systemThreadIds]
  expect(after).toEqual(executor.childProcessIds)
  expect(after.map((id, position) => id === before[position])).toEqual([false, true])
})

test('a loop has beats to be watched by, in memory that threads share', () => {
  executor = kinds.loop(3)
  const { loopBeats, systemThreadIds } = executor
  expect([loopBeats?.length, takeLoopDelayMs(loopBeats ?? new Float64Array(), 0, 5)]).toEqual([
    loopBeatWidth,
    NaN,
  ])
  expect(
    [systemThreadIds.buffer, loopBeats?.buffer].map((memory) => memory instanceof SharedArrayBuffer),
  ).toEqual([true, true])
})

test('many threads with many tasks each is a shape that there is not', () => {
  const shape = {
    id: 'cpu',
    memoryLimitMb: 64,
    detail: 'full' as const,
    downloadForms: [],
    entriesFolder: folder,
  } as const
  executor = kinds.threads(1)
  expect(() => new ThreadPoolExecutor({ ...shape, threads: 2, tasksPerThread: 2 })).toThrow(
    'Expected one thread or one task per thread, got 2 threads with 2 tasks',
  )
})
