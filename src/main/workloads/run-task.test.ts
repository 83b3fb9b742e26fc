import { expect, test } from 'vitest'
import { eventField, eventKind, eventWidth } from '#shared/model/task-event.ts'
import type { WorkloadId } from '#shared/model/workload.ts'
import type { ThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import { CpuMeter } from './cpu-meter.ts'
import { RecordWriter } from './event-writer.ts'
import { HeldWatch } from './held-watch.ts'
import { runTask, type TaskThread } from './run-task.ts'
import type { TaskOrder } from './task-order.ts'

/** Goes on from test to test, as a thread's clock does. */
let nowMs = 1_000

function set() {
  const records: number[][] = []
  const stops = new Set<number>()
  const held: number[] = []
  const noted: number[] = []
  const sink = {
    records: new Float64Array(eventWidth),
    claim: () => 0,
    publish: () => void records.push([...sink.records]),
  }
  const events = new RecordWriter(sink)
  events.originMs = nowMs
  const cpu: ThreadCpuClock = {
    source: 'schedstat',
    onCpuMs: 0,
    readyMs: 0,
    read: () => undefined,
    close: () => undefined,
  }
  const thread: TaskThread = {
    events,
    watch: new HeldWatch(events, new CpuMeter(cpu)),
    anatomy: null,
    nowMs: () => nowMs,
    isToldToStop: (task) => stops.has(task),
    holdThread(_task, ms) {
      held.push(ms)
      nowMs += ms
      cpu.onCpuMs += ms / 4
      cpu.readyMs += ms / 8
    },
    noteRunning: (task) => void noted.push(task),
    inProgress: new Map(),
  }
  return { thread, records, stops, held, noted }
}

const order = (
  workload: WorkloadId,
  form: TaskOrder['form'],
  parameters: TaskOrder['parameters'] = {},
): TaskOrder => ({
  task: 4,
  workload,
  form,
  parameters,
  seed: 77,
  originMs: 0,
  temporaryFolder: '/nowhere',
  contentOrigin: null,
})

/** Kind, task, time and value. */
const short = (records: readonly number[][]): unknown[] =>
  records.map((record) => [
    Object.entries(eventKind).find(([, kind]) => kind === record[eventField.kind])?.[0],
    record[eventField.task],
    record[eventField.atMs],
    record[eventField.value],
  ])

test('a task that holds its thread is stamped with its times, its checksum and the thread’s CPU time', async () => {
  const { thread, records, held, noted } = set()
  const ending = await runTask(order('wait', 'blocking', { count: 1, ms: 8 }), thread)
  const [started, slice, finished] = records
  expect([ending, held, short(records)]).toEqual([
    { kind: 'succeeded' },
    [8],
    [
      ['started', 4, 0, NaN],
      ['timerWait', 4, 0, 8],
      ['finished', 4, 8, finished?.[eventField.value]],
    ],
  ])
  // Of the eight milliseconds, five were off CPU and not for want of a core: the sleep's.
  expect([started, slice, finished].map((record) => record?.slice(eventField.onCpuMs))).toEqual([
    [NaN, NaN, NaN, NaN],
    [NaN, NaN, NaN, NaN],
    [2, 1, 5, 0],
  ])
  expect([Number.isInteger(finished?.[eventField.value]), new Set(noted)]).toEqual([true, new Set([4])])
})

test('both forms give the same checksum, and the async one claims no CPU time: the thread was not its own', async () => {
  const blocking = set()
  await runTask(order('no-op', 'blocking'), blocking.thread)
  const loop = set()
  await runTask(order('no-op', 'async'), loop.thread)
  const results = [blocking, loop].map(({ records }) => records.at(-1)?.slice(eventField.value))
  expect(results).toEqual([
    [77, NaN, NaN, NaN, NaN],
    [77, NaN, NaN, NaN, NaN],
  ])
  expect(loop.thread.inProgress.size).toBe(0)
})

test('a workload that has one form only runs in that', async () => {
  const { thread, records } = set()
  expect([await runTask(order('exit-thread', 'async', {}), thread), short(records).length]).toEqual([
    { kind: 'failed', failure: { name: 'Error', message: 'Expected the number "exitCode", got undefined' } },
    2,
  ])
})

test.each(['async', 'blocking'] as const)(
  'an error in the %s form is an ending, with its name and message',
  async (form) => {
    const { thread, records } = set()
    expect(await runTask(order('throw-error', form), thread)).toEqual({
      kind: 'failed',
      failure: { name: 'Error', message: 'This task throws an error on purpose' },
    })
    expect([short(records).map((record) => (record as unknown[])[0]), thread.inProgress.size]).toEqual([
      ['started', 'finished'],
      0,
    ])
  },
)

test('a task that was told to stop before it began never starts', async () => {
  const { thread, records, stops } = set()
  stops.add(4)
  expect([await runTask(order('no-op', 'blocking'), thread), records]).toEqual([{ kind: 'stopped' }, []])
})

test('a held thread stops at its next checkpoint', async () => {
  const { thread, records, stops, held } = set()
  const slow = {
    ...thread,
    holdThread: (task: number, ms: number) => {
      held.push(ms)
      if (held.length === 2) stops.add(task)
    },
  }
  expect([
    await runTask(order('wait', 'blocking', { count: 100, ms: 8 }), slow),
    held,
    short(records).length,
  ]).toEqual([{ kind: 'stopped' }, [8, 8], 2])
})

test('a task that waits on the loop stops when it is woken', async () => {
  const { thread, stops } = set()
  const ending = runTask(order('wait', 'async', { count: 1, ms: 600_000 }), thread)
  const running = thread.inProgress.get(4)
  stops.add(4)
  running?.stop()
  running?.stop()
  expect([await ending, thread.inProgress.size]).toEqual([{ kind: 'stopped' }, 0])
})

test('an error after the request to stop is the stop: what broke off is no failure', async () => {
  const { thread, stops } = set()
  const late = { ...thread, noteRunning: (task: number) => void stops.add(task) }
  expect(await runTask(order('throw-error', 'blocking'), late)).toEqual({ kind: 'stopped' })
})

test('progress is reported now and then, not at every checkpoint', async () => {
  const { thread, records } = set()
  await runTask(order('wait', 'blocking', { count: 30, ms: 10 }), thread)
  expect(short(records).filter((record) => (record as unknown[])[0] === 'progress')).toEqual(
    [50, 100, 150, 200, 250, 300].map((atMs) => ['progress', 4, atMs, atMs / 300]),
  )
})
