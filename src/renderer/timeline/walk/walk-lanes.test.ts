import { expect, test } from 'vitest'
import { fakePlan, fakeRun, type FakeTask } from '#shared/analysis/fake-run.ts'
import { layoutLanes } from '#shared/analysis/lanes.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { lanesOf, placeOf, type LanePlace } from './lane-list.ts'
import { besideInLane, besideInTime, endInTime, nearestInLane } from './walk-lanes.ts'

function groundOf(tasks: readonly FakeTask[], slots: readonly { readonly isShared: boolean }[]) {
  const run = fakeRun({ groups: [{ count: tasks.length }], tasks, slots })
  const layout = layoutLanes(run.header.slots, run.tasks)
  const lanes = lanesOf(layout)
  const taskAt = (place: LanePlace | null): TaskIndex | null =>
    place === null ? null : (lanes[place.lane]?.list.tasks[place.position] ?? null)
  const placeOfTask = (task: TaskIndex): LanePlace => {
    const place = placeOf(lanes, layout, run.tasks, task)
    if (place === null) throw new Error(`Expected task ${task} to be in a lane`)
    return place
  }
  return { run, lanes, layout, taskAt, placeOfTask }
}

/** Two threads, and a loop of two lanes between them. */
const { run, lanes, layout, taskAt, placeOfTask } = groundOf(
  [
    { slot: 0, started: 0, finished: 10 },
    { slot: 0, started: 20, finished: 30 },
    { slot: 1, started: 0, finished: 40 },
    { slot: 1, started: 5, finished: 8 },
    { slot: 1, started: 20, finished: 24 },
    { slot: 2, started: 20, finished: 60 },
    {},
  ],
  [{ isShared: false }, { isShared: true }, { isShared: false }, { isShared: false }],
)

test('lanes are walked as they stand in the picture: slots from top to bottom, a loop’s lanes below each other', () => {
  expect(
    lanes.map(({ slot, subLane, list }) => [slot, subLane, [...list.tasks.subarray(0, list.count)]]),
  ).toEqual([
    [0, 0, [0, 1]],
    [1, 0, [2]],
    [1, 1, [3, 4]],
    [2, 0, [5]],
    [3, 0, []],
  ])
})

test('a task that has not started has no place', () => {
  expect(placeOf(lanes, layout, run.tasks, 6)).toBeNull()
})

test('a lane is walked from task to task, up to its ends', () => {
  expect([
    taskAt(besideInLane(lanes, placeOfTask(0), 1)),
    taskAt(besideInLane(lanes, placeOfTask(4), -1)),
    besideInLane(lanes, placeOfTask(0), -1),
    besideInLane(lanes, placeOfTask(1), 1),
  ]).toEqual([1, 3, null, null])
})

test('another lane is entered at the task in progress, else at the nearest in time', () => {
  const nearest = (lane: number, atMs: number) => taskAt(nearestInLane(lanes, run.tasks, lane, atMs))
  expect([
    nearest(0, 25),
    nearest(0, 14),
    nearest(0, 16),
    nearest(0, -5),
    nearest(0, 90),
    nearest(4, 1),
  ]).toEqual([1, 0, 1, 0, 1, null])
})

test('in order of time, every started task is passed once, forwards and backwards, of several at once the upper one first', () => {
  const forwards: (TaskIndex | null)[] = []
  for (let place = endInTime(lanes, run.tasks, 'first'); place !== null;) {
    forwards.push(taskAt(place))
    place = besideInTime(lanes, run.tasks, place, 1)
  }
  const backwards: (TaskIndex | null)[] = []
  for (let place = endInTime(lanes, run.tasks, 'last'); place !== null;) {
    backwards.push(taskAt(place))
    place = besideInTime(lanes, run.tasks, place, -1)
  }
  expect(forwards).toEqual([0, 2, 3, 1, 4, 5])
  expect(backwards).toEqual(forwards.toReversed())
})

test('a step among 100,000 tasks looks at a few hundred of them', () => {
  const slots = 16
  const plan = fakePlan([{ count: 100_000 }])
  const table = createTaskTable(plan)
  for (let at = 0; at < plan.taskCount; at++) {
    table.slot[at] = at % slots
    table.startedMs[at] = Math.floor(at / slots) * 2 + 1
    table.finishedMs[at] = Math.floor(at / slots) * 2 + 2
  }
  const layoutOfMany = layoutLanes(
    Array.from({ length: slots }, (_, index) => ({ index, executor: 'cpu', name: '', isShared: false })),
    table,
  )
  const many = lanesOf(layoutOfMany)
  const taskOf = (place: LanePlace | null): TaskIndex | undefined =>
    many[place?.lane ?? -1]?.list.tasks[place?.position ?? -1]
  let reads = 0
  const { startedMs } = table
  const counted = {
    ...table,
    startedMs: new Proxy(startedMs, {
      get: (target, key) => {
        reads++
        return Reflect.get(target, key, target) as unknown
      },
    }),
  }
  const place = placeOf(many, layoutOfMany, counted, 50_000)
  if (place === null) throw new Error('Expected a place')
  expect(taskOf(besideInTime(many, counted, place, 1))).toBe(50_001)
  expect(taskOf(nearestInLane(many, counted, 3, 6251.5))).toBe(50_003)
  expect(reads).toBeLessThan(500)
})
