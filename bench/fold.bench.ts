import { expect, test } from 'vitest'
import { foldTaskEvents } from '#shared/analysis/fold-task-events.ts'
import { eventKind, eventWidth } from '#shared/model/task-event.ts'
import { stateCode } from '#shared/model/task.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import type { Plan } from '#shared/model/plan.ts'
import { median, printTable } from './table.ts'

const tasks = 250_000
const kinds = [eventKind.queued, eventKind.started, eventKind.finished, eventKind.settled]
const plan: Plan = {
  seed: 1,
  taskCount: tasks,
  groups: [
    {
      name: 'task',
      kind: 'cpu',
      workload: 'no-op',
      count: tasks,
      parameters: {},
      priority: 0,
      timeoutMs: null,
      cancelAfterMs: null,
      firstTask: 0,
      estimateMs: 0,
      calibrated: false,
    },
  ],
}

function timeMs(round: () => void): number {
  const times: number[] = []
  for (let at = 0; at < 7; at++) {
    const startedMs = performance.now()
    round()
    times.push(performance.now() - startedMs)
  }
  return median(times)
}

test('folding a million task events into columns', () => {
  const records = new Float64Array(tasks * kinds.length * eventWidth)
  for (let task = 0, at = 0; task < tasks; task++) {
    for (const [order, kind] of kinds.entries()) {
      records.set(
        [kind, task, task + order, 0, kind === eventKind.settled ? stateCode.succeeded : 7, NaN, NaN],
        at,
      )
      at += eventWidth
    }
  }
  const table = createTaskTable(plan)
  const columns = timeMs(() => foldTaskEvents(table, records))
  expect([table.state[tasks - 1], table.finishedMs[tasks - 1]]).toEqual([stateCode.succeeded, tasks - 1 + 2])

  // The usual way: an object per task, found by its number in a map.
  let byTask = new Map<
    number,
    { queuedMs?: number; startedMs?: number; finishedMs?: number; state?: number }
  >()
  const objects = timeMs(() => {
    byTask = new Map()
    for (let at = 0; at < records.length; at += eventWidth) {
      const task = records[at + 1] as number
      let row = byTask.get(task)
      if (row === undefined) byTask.set(task, (row = {}))
      const atMs = records[at + 2] as number
      if (records[at] === eventKind.queued) row.queuedMs = atMs
      else if (records[at] === eventKind.started) row.startedMs = atMs
      else if (records[at] === eventKind.finished) row.finishedMs = atMs
      else row.state = records[at + 4] as number
    }
  })
  expect(byTask.size).toBe(tasks)

  printTable(
    'A million task events',
    ['into', 'ms', 'ns each'],
    [
      [
        'columns (foldTaskEvents)',
        columns.toFixed(1),
        ((columns * 1e6) / (records.length / eventWidth)).toFixed(1),
      ],
      [
        'peer: an object per task in a Map',
        objects.toFixed(1),
        ((objects * 1e6) / (records.length / eventWidth)).toFixed(1),
      ],
    ],
  )
  expect(columns).toBeLessThan(objects)
})
