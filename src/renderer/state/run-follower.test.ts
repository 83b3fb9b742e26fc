import { expect, test } from 'vitest'
import type { Api } from '#shared/ipc.ts'
import type { RunId } from '#shared/model/ids.ts'
import { defaultRunOptions } from '#shared/model/run-options.ts'
import type { Run, RunBatch, RunPhase, RunSnapshot } from '#shared/model/run.ts'
import { nothingMeasured } from '#shared/model/measurement.ts'
import { createSliceTable } from '#shared/model/slice.ts'
import { createSampleTable } from '#shared/model/sample.ts'
import { eventKind } from '#shared/model/task-event.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { RunFollower } from './run-follower.ts'

function runOf(id: string, taskCount = 4): Run {
  const group = {
    name: 'task',
    kind: 'cpu',
    workload: 'no-op',
    count: taskCount,
    parameters: {},
    priority: 0,
    timeoutMs: null,
    cancelAfterMs: null,
    firstTask: 0,
    estimateMs: null,
    calibrated: false,
  } as const
  const plan = { seed: 1, taskCount, groups: [group] }
  return {
    header: {
      id: id as RunId, // A brand only.
      startedAt: '2026-01-01T00:00:00Z',
      preset: { id: 'p', title: 'P', summary: '', strategy: 'hybrid', options: {}, groups: [group] },
      plan,
      strategy: 'hybrid',
      options: defaultRunOptions(1),
      slots: [{ index: 0, executor: 'cpu', name: 'cpu 1', isShared: false }],
      environment: {
        cpuModel: 'none',
        cores: 1,
        physicalCores: null,
        performanceCores: null,
        efficiencyCores: null,
        cpuQuota: null,
        memoryTotalBytes: 1,
        operatingSystem: 'none',
        architecture: 'none',
        runtime: {},
        loadBeforeStart: null,
        power: 'unknown',
      },
      measurement: nothingMeasured,
      preparationMs: 0,
    },
    tasks: createTaskTable(plan),
    slices: createSliceTable(),
    samples: createSampleTable({ cores: 1, slots: 0 }),
    failures: new Map(),
    phase: { kind: 'running' },
    nowMs: 0,
    droppedEvents: 0,
  }
}

/** Each batch starts the task of its own number. */
function batchOf(runId: string, sequence: number, phase: RunPhase = { kind: 'running' }): RunBatch {
  return {
    runId: runId as RunId, // A brand only.
    sequence,
    events: Float64Array.from([eventKind.started, sequence - 1, sequence * 10, 0, NaN, NaN, NaN]),
    samples: new Float64Array(0),
    failures: [],
    phase,
    nowMs: sequence * 10,
    droppedEvents: 0,
  }
}

class FakeMain {
  readonly acknowledged: number[] = []
  reads = 0
  snapshot: RunSnapshot | null = null
  readonly #waiting: ((snapshot: RunSnapshot | null) => void)[] = []
  readonly #listeners = new Map<string, (value: never) => void>()
  readonly api: Pick<Api, 'readSnapshot' | 'acknowledgeBatch' | 'subscribe'> = {
    readSnapshot: () => {
      this.reads++
      return new Promise((resolve) => this.#waiting.push(resolve))
    },
    acknowledgeBatch: (sequence) => {
      this.acknowledged.push(sequence)
      return Promise.resolve()
    },
    subscribe: (name, listener) => {
      this.#listeners.set(name, listener)
      return () => this.#listeners.delete(name)
    },
  }

  /** Answers the oldest read, and lets the window take the answer in. */
  async answer(): Promise<void> {
    this.#waiting.shift()?.(this.snapshot)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }

  send(name: 'runBatch' | 'runBegun', value: RunBatch | string): void {
    this.#listeners.get(name)?.(value as never)
  }
}

async function following(
  sequence = 0,
): Promise<{ main: FakeMain; follower: RunFollower; changes: () => number }> {
  const main = new FakeMain()
  main.snapshot = { sequence, run: runOf('one') }
  let changes = 0
  const follower = new RunFollower(main.api, () => changes++)
  follower.follow()
  await main.answer()
  return { main, follower, changes: () => changes }
}

const startedTasks = (follower: RunFollower): number[] =>
  [...(follower.followed?.run.tasks.startedMs ?? [])].flatMap((atMs, task) =>
    Number.isNaN(atMs) ? [] : [task],
  )

test('batches are applied in order and each is acknowledged', async () => {
  const { main, follower } = await following()
  main.send('runBatch', batchOf('one', 1))
  main.send('runBatch', batchOf('one', 2))
  expect([startedTasks(follower), main.acknowledged, follower.followed?.run.nowMs]).toEqual([
    [0, 1],
    [1, 2],
    20,
  ])
})

test('a batch that the snapshot holds already, or that belongs to another run, changes nothing', async () => {
  const { main, follower } = await following(2)
  main.send('runBatch', batchOf('one', 2))
  main.send('runBatch', batchOf('two', 3))
  expect([startedTasks(follower), main.acknowledged, main.reads]).toEqual([[], [], 1])
})

test('a gap in the sequence asks for a snapshot and goes on from there', async () => {
  const { main, follower } = await following()
  main.send('runBatch', batchOf('one', 1))
  main.send('runBatch', batchOf('one', 3))
  main.snapshot = { sequence: 3, run: { ...runOf('one'), nowMs: 33 } }
  await main.answer()
  main.send('runBatch', batchOf('one', 4))
  expect([main.reads, follower.followed?.run.nowMs, main.acknowledged]).toEqual([2, 40, [1, 4]])
})

test('batches that arrive while a snapshot is read are applied on top of it', async () => {
  const main = new FakeMain()
  main.snapshot = { sequence: 1, run: runOf('one') }
  const follower = new RunFollower(main.api, () => undefined)
  follower.follow()
  main.send('runBatch', batchOf('one', 1))
  main.send('runBatch', batchOf('one', 2))
  await main.answer()
  expect([startedTasks(follower), main.acknowledged]).toEqual([[1], [2]])
})

test('a run that begins during a read is read anew', async () => {
  const { main, follower } = await following()
  main.send('runBegun', 'two')
  main.send('runBegun', 'three')
  await main.answer()
  main.snapshot = { sequence: 0, run: runOf('three') }
  await main.answer()
  expect([main.reads, follower.followed?.run.header.id]).toEqual([3, 'three'])
})

test('a failed read is said in words, and the next batch tries again', async () => {
  const main = new FakeMain()
  let isDown = true
  const read = main.api.readSnapshot
  const follower = new RunFollower(
    {
      ...main.api,
      readSnapshot: (arg) => (isDown ? Promise.reject(new Error('gone')) : read(arg)),
    },
    () => undefined,
  )
  await follower.resync()
  const said = follower.problem
  isDown = false
  const again = follower.resync()
  await main.answer()
  await again
  expect([said, follower.problem]).toEqual(['The run could not be read: gone', null])
})

test('every change is told, and the run keeps its identity only while nothing changes', async () => {
  const { main, follower, changes } = await following()
  const before = follower.followed?.run
  main.send('runBatch', batchOf('one', 1, { kind: 'completed' }))
  expect([changes(), follower.followed?.run === before, follower.followed?.run.phase.kind]).toEqual([
    2,
    false,
    'completed',
  ])
})
