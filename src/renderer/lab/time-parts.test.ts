import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { taskTime } from '#shared/analysis/task-time.ts'
import { timeParts } from './time-parts.ts'

const partsOf = (task: Parameters<typeof fakeRun>[0]['tasks'][number]) =>
  timeParts(taskTime(fakeRun({ groups: [{ kind: 'cpu' }], tasks: [task] }), 0))

test('a task that was measured has each part with its figure, and they sum to its turnaround', () => {
  const parts = partsOf({ queued: 0, started: 25, finished: 100, onCpu: 40, ready: 20, timer: 10, io: 0 })
  expect(parts?.map(({ part, fill, timeText, percentText }) => [part, fill, timeText, percentText])).toEqual([
    ['queueWaitMs', 'queue', '25.0\u202fms', '25.0'],
    ['onCpuMs', 'cpu', '40.0\u202fms', '40.0'],
    ['readyMs', 'ready', '20.0\u202fms', '20.0'],
    ['timerMs', 'timer', '10.0\u202fms', '10.0'],
    ['ioMs', 'input-output', '0\u202fms', '0.0'],
    ['unexplainedMs', 'unexplained', '5.00\u202fms', '5.0'],
  ])
})

test('a part that is not known is never 0, and what is left is not divided', () => {
  const parts = partsOf({ queued: 0, started: 20, finished: 100, onCpu: 30, timer: 0, io: 0 })
  expect(parts?.map(({ part, timeText, percentText }) => [part, timeText, percentText])).toEqual([
    ['queueWaitMs', '20.0\u202fms', '20.0'],
    ['onCpuMs', '30.0\u202fms', '30.0'],
    ['readyMs', 'unknown', ''],
    ['timerMs', '0\u202fms', '0.0'],
    ['ioMs', '0\u202fms', '0.0'],
    ['unexplainedMs', '50.0\u202fms', '50.0'],
  ])
  expect(parts?.at(-1)).toMatchObject({ fill: 'undivided', label: 'not divided', share: 0.5 })
})

test('a task that has not ended has no parts yet', () => {
  expect(partsOf({ queued: 0, started: 20 })).toBeNull()
})
