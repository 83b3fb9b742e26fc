import { expect, test } from 'vitest'
import { sampleRecord } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { workersCannotHelp } from './workers-cannot-help.ts'

const wait = { kind: 'async', workload: 'wait', count: 4 } as const
const loop = { slots: [{ isShared: true }] } as const

test('tasks that wait for timers and answers, and for nothing else, need no more workers', () => {
  expect(
    judged(workersCannotHelp, {
      ...loop,
      groups: [wait],
      tasks: [
        { started: 0, finished: 1000, onCpu: 10, ready: 10, timer: 980, io: 0 },
        { started: 1, finished: 1001, onCpu: 10, ready: 10, timer: 980, io: 0 },
        { started: 0, finished: 500, onCpu: 10, ready: 10, timer: 0, io: 480 },
        { started: 0, finished: 500, onCpu: 10, ready: 10, timer: 0, io: 480 },
      ],
    }),
  ).toEqual({
    id: 'workers-cannot-help',
    severity: 'note',
    sentence:
      'Tasks waited 65 % of their run time for timers and 32 % of their run time for input and output and hardly ever for a slot; the run used 0.04 of 2 cores, and its longest wait in one task was 980 ms.',
    advice:
      'More workers or cores would leave the makespan as it is: make the waits shorter, or have fewer of them one after the other in a task.',
    evidence: { fromMs: 0, toMs: 1001, tasks: [0, 1, 2, 3], slots: [0] },
  })
})

test.each([
  ['tasks that compute', { onCpu: 300, ready: 0, timer: 700, io: 0 }, {}],
  ['tasks that are held up', { onCpu: 10, ready: 300, timer: 690, io: 0 }, {}],
  ['tasks that queue', { onCpu: 10, ready: 0, timer: 690, io: 0 }, { started: 300 }],
  ['tasks of which little is explained', { onCpu: 10, ready: 0, timer: 300, io: 0 }, {}],
  ['tasks of which nothing is known', {}, {}],
])('%s might gain from workers', (_name, times, start) => {
  const tasks = listOf(4, () => ({ started: 0, finished: 1000, ...times, ...start }))
  expect(judged(workersCannotHelp, { ...loop, groups: [wait], tasks })).toBeNull()
})

test('a few tasks that are known to wait say nothing about all the others', () => {
  expect(
    judged(workersCannotHelp, {
      ...loop,
      groups: [wait],
      tasks: [
        { started: 0, finished: 1000, onCpu: 10, ready: 10, timer: 980, io: 0 },
        ...listOf(3, () => ({ started: 0, finished: 1000 })),
      ],
      sampledSlots: 1,
      samples: listOf(11, (at) =>
        sampleRecord({ atMs: at * 100, intervalMs: 100, cores: [{}], slots: [{ onCpuMs: 10 }] }),
      ),
    }),
  ).toBeNull()
})
