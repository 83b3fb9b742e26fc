import { expect, test } from 'vitest'
import { taskColumnNames, createTaskTable, type TaskTable } from '../model/task-table.ts'
import { stateCode } from '../model/task.ts'
import { fakeRandom, interleaved } from './fake-random.ts'
import { eventRecord, fakePlan } from './fake-run.ts'
import { foldTaskEvents } from './fold-task-events.ts'

const fold = (table: TaskTable, records: readonly (readonly number[])[]): TaskTable => {
  foldTaskEvents(table, Float64Array.from(records.flat()))
  return table
}

const columns = (table: TaskTable): Record<string, number[]> =>
  Object.fromEntries(taskColumnNames.map((name) => [name, [...table[name]]]))

const tableOf = (count: number): TaskTable => createTaskTable(fakePlan([{ count }]))

test('a new table knows nothing but the groups', () => {
  expect(columns(createTaskTable(fakePlan([{ count: 1 }, { count: 2 }])))).toEqual({
    group: [0, 1, 1],
    state: [0, 0, 0],
    slot: [-1, -1, -1],
    queuedMs: [NaN, NaN, NaN],
    startedMs: [NaN, NaN, NaN],
    finishedMs: [NaN, NaN, NaN],
    onCpuMs: [NaN, NaN, NaN],
    readyMs: [NaN, NaN, NaN],
    timerMs: [NaN, NaN, NaN],
    ioMs: [NaN, NaN, NaN],
    checksum: [NaN, NaN, NaN],
    progress: [0, 0, 0],
    starts: [0, 0, 0],
    requeuedMs: [NaN, NaN, NaN],
  })
})

test('a whole life, one that waits, and one that was cancelled in the queue', () => {
  const table = fold(tableOf(3), [
    eventRecord('queued', 0, 1),
    eventRecord('queued', 1, 2),
    eventRecord('queued', 2, 3),
    eventRecord('started', 0, 10, { slot: 4 }),
    eventRecord('progress', 0, 15, { value: 0.5 }),
    eventRecord('finished', 0, 20, { value: 99, onCpuMs: 7, readyMs: 2, timerMs: 1, ioMs: 0.5 }),
    eventRecord('settled', 0, 21, { value: stateCode.succeeded }),
    eventRecord('settled', 2, 30, { value: stateCode.cancelled }),
  ])
  expect(columns(table)).toEqual({
    group: [0, 0, 0],
    state: [stateCode.succeeded, stateCode.queued, stateCode.cancelled],
    slot: [4, -1, -1],
    queuedMs: [1, 2, 3],
    startedMs: [10, NaN, NaN],
    // The thread's own stamp where there is one, else the scheduler's.
    finishedMs: [20, NaN, 30],
    onCpuMs: [7, NaN, NaN],
    readyMs: [2, NaN, NaN],
    timerMs: [1, NaN, NaN],
    ioMs: [0.5, NaN, NaN],
    checksum: [99, NaN, NaN],
    progress: [1, 0, 0],
    starts: [1, 0, 0],
    requeuedMs: [NaN, NaN, NaN],
  })
})

test('a task that was put back waits again, and its second start is the one that counts', () => {
  const lives = [
    eventRecord('queued', 0, 0),
    eventRecord('started', 0, 5, { slot: 0 }),
    eventRecord('progress', 0, 8, { value: 0.75 }),
    eventRecord('requeued', 0, 10),
  ]
  const waiting = columns(fold(tableOf(1), lives))
  expect(waiting).toMatchObject({
    state: [stateCode.queued],
    slot: [-1],
    startedMs: [NaN],
    progress: [0],
    starts: [1],
  })
  const again = columns(fold(tableOf(1), [...lives, eventRecord('started', 0, 12, { slot: 1 })]))
  expect(again).toMatchObject({
    state: [stateCode.running],
    slot: [1],
    startedMs: [12],
    requeuedMs: [10],
    starts: [2],
  })
})

test('records that name a task or a kind that there is not are refused with the value', () => {
  const refuse = (record: number[]) => (): void => foldTaskEvents(tableOf(2), Float64Array.from(record))
  expect(refuse(eventRecord('queued', 2, 0))).toThrow('Expected a task 0–1, got 2')
  expect(refuse(eventRecord('queued', -1, 0))).toThrow('Expected a task 0–1, got -1')
  expect(refuse(eventRecord('queued', NaN, 0))).toThrow('Expected a task 0–1, got NaN')
  expect(refuse([-3, 0, 0, 0, 0, 0, 0, 0, 0])).toThrow('Expected a task event kind, got -3')
})

test('slices among the records are left to those who take them', () => {
  const table = fold(tableOf(1), [eventRecord('majorCollection', -1, 5, { slot: 0, value: 9 })])
  expect(columns(table)).toEqual(columns(tableOf(1)))
})

test('only the length that is given is read', () => {
  const records = Float64Array.from([...eventRecord('queued', 0, 1), ...eventRecord('queued', 1, 2)])
  const table = tableOf(2)
  foldTaskEvents(table, records, records.length / 2)
  expect([...table.queuedMs]).toEqual([1, NaN])
})

/** A random life as its sources record it: the scheduler's log, and a ring for each thread that had the task. */
function randomLife(
  task: number,
  random: (below: number) => number,
): { log: number[][]; threads: number[][][] } {
  let now = 1 + random(10)
  const tick = (): number => (now += 1 + random(5))
  const log = [eventRecord('queued', task, now)]
  const threads: number[][][] = []
  const requeues = random(4)
  for (let life = 0; life <= requeues; life++) {
    const ring: number[][] = []
    const isLast = life === requeues
    if (random(6) > 0) {
      ring.push(eventRecord('started', task, tick(), { slot: life }))
      for (let share = random(3); share > 0; share--)
        ring.push(eventRecord('progress', task, tick(), { value: 1 / (share + 1) }))
      if (isLast && random(3) > 0)
        ring.push(eventRecord('finished', task, tick(), { value: random(1000), onCpuMs: 1, readyMs: 2 }))
    }
    threads.push(ring)
    if (!isLast) log.push(eventRecord('requeued', task, tick()))
  }
  const outcomes = [stateCode.succeeded, stateCode.failed, stateCode.cancelled, stateCode['timed-out']]
  if (random(4) > 0) log.push(eventRecord('settled', task, tick(), { value: outcomes[random(4)] ?? NaN }))
  return { log, threads }
}

test('the table does not depend on the order in which sources are drained', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = fakeRandom(seed)
    const lives = Array.from({ length: 1 + random(4) }, (_, task) => randomLife(task, random))
    const log = interleaved(
      lives.map((life) => life.log),
      random,
    )
    const rings = lives.flatMap(({ threads }) => threads)
    const inTime = [...log, ...rings.flat()].sort((a, b) => (a[2] as number) - (b[2] as number))
    const expected = columns(fold(tableOf(lives.length), inTime))
    for (let round = 0; round < 5; round++) {
      const drained = interleaved([log, ...rings], random)
      expect(columns(fold(tableOf(lives.length), drained)), `seed ${seed}`).toEqual(expected)
    }
  }
})
