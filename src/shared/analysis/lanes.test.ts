import { expect, test } from 'vitest'
import type { Plan } from '../model/plan.ts'
import type { Slot } from '../model/slot.ts'
import { createTaskTable, type TaskTable } from '../model/task-table.ts'
import { eventRecord } from './fake-run.ts'
import { foldTaskEvents } from './fold-task-events.ts'
import { extendLanes, firstStartAfter, layoutLanes, mostSubLanes, type LaneLayout } from './lanes.ts'

const loop: Slot = { index: 0, executor: 'loop', name: 'loop', isShared: true }
const cpu: Slot = { index: 1, executor: 'cpu', name: 'cpu 1', isShared: false }

function planOf(taskCount: number): Plan {
  return {
    seed: 1,
    taskCount,
    groups: [
      {
        name: 'task',
        kind: 'async',
        workload: 'wait',
        count: taskCount,
        parameters: {},
        priority: 0,
        timeoutMs: null,
        cancelAfterMs: null,
        firstTask: 0,
        estimateMs: null,
        calibrated: false,
      },
    ],
  }
}

const started = (task: number, atMs: number, slot = 0): number[] =>
  eventRecord('started', task, atMs, { slot })
const finished = (task: number, atMs: number): number[] => eventRecord('finished', task, atMs)

function tableOf(taskCount: number, events: number[][]): TaskTable {
  const tasks = createTaskTable(planOf(taskCount))
  foldTaskEvents(tasks, Float64Array.from(events.flat()))
  return tasks
}

function tasksPerLane(layout: LaneLayout): number[][][] {
  return layout.slots.map((slot) => slot.subLanes.map((list) => [...list.tasks.subarray(0, list.count)]))
}

test('overlapping tasks of a loop take sub-lanes, and a sub-lane is used again once it is free', () => {
  const tasks = tableOf(4, [
    started(0, 0),
    started(1, 1),
    finished(0, 5),
    started(2, 5),
    started(3, 6),
    finished(1, 7),
  ])
  expect(tasksPerLane(layoutLanes([loop, cpu], tasks))).toEqual([[[0, 2], [1], [3]], [[]]])
})

test('an idle slot keeps its lane', () => {
  expect(tasksPerLane(layoutLanes([loop, cpu], tableOf(2, [])))).toEqual([[[]], [[]]])
})

test('a slot that runs one task at a time has one lane, whatever the stamps say', () => {
  const tasks = tableOf(2, [started(0, 0, 1), started(1, 4, 1), finished(0, 4.1)])
  expect(tasksPerLane(layoutLanes([loop, cpu], tasks))).toEqual([[[]], [[0, 1]]])
})

test('tasks are placed in order of start, not of the plan', () => {
  const tasks = tableOf(3, [started(2, 0), started(0, 1), started(1, 2)])
  expect(tasksPerLane(layoutLanes([loop], tasks))).toEqual([[[2], [0], [1]]])
})

test('what finds every sub-lane taken is counted in the overflow, not lost', () => {
  const count = mostSubLanes + 10
  const tasks = tableOf(
    count,
    Array.from({ length: count }, (_, task) => started(task, task)),
  )
  const lanes = layoutLanes([loop], tasks).slots[0]
  expect([lanes?.subLanes.length, lanes?.overflow.count, lanes?.overflow.tasks[0]]).toEqual([
    mostSubLanes,
    10,
    mostSubLanes,
  ])
})

test('batches as they arrive give the same lanes as the whole run afterwards', () => {
  const count = 300
  const tasks = createTaskTable(planOf(count))
  const layout = layoutLanes([loop, cpu], tasks)
  for (let first = 0; first < count; first += 10) {
    const batch: number[][] = []
    for (let task = first; task < first + 10; task++) {
      batch.push(started(task, task, task % 5 === 0 ? 1 : 0))
      if (task >= 7) batch.push(finished(task - 7, task + 0.5))
    }
    const events = Float64Array.from(batch.flat())
    foldTaskEvents(tasks, events)
    extendLanes(layout, tasks, events)
  }
  expect([layout.isStale, tasksPerLane(layout)]).toEqual([
    false,
    tasksPerLane(layoutLanes([loop, cpu], tasks)),
  ])
})

test('a start taken back makes the layout stale', () => {
  const tasks = tableOf(1, [started(0, 1)])
  const layout = layoutLanes([loop], tasks)
  const events = Float64Array.from(eventRecord('requeued', 0, 3))
  foldTaskEvents(tasks, events)
  extendLanes(layout, tasks, events)
  expect([layout.isStale, tasksPerLane(layoutLanes([loop], tasks))]).toEqual([true, [[[]]]])
})

test('a lane is searched by start time', () => {
  const tasks = tableOf(3, [started(0, 0, 1), started(1, 10, 1), started(2, 20, 1)])
  const list = layoutLanes([loop, cpu], tasks).slots[1]?.subLanes[0]
  if (list === undefined) throw new Error('Expected a lane')
  expect([-1, 0, 15, 20, 99].map((atMs) => firstStartAfter(list, tasks, atMs))).toEqual([0, 1, 2, 3, 3])
})
