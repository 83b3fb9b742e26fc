import { expect, test } from 'vitest'
import { sampleRecord, type FakeRun, type FakeTask } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { standstill } from './standstill.ts'

const cancelled = { state: 'cancelled', settled: 5000 } as const

/** Two threads hold a task each for five seconds until the run is cancelled; two more tasks never start. */
const held = (holder: FakeTask, onCpuMs = 1): FakeRun => ({
  groups: [{ kind: 'blocking', workload: 'wait', count: 5 }],
  tasks: [
    { started: 0, finished: 20 },
    { started: 0, ...holder, ...cancelled },
    { started: 20, ...holder, slot: 1, ...cancelled },
    cancelled,
    cancelled,
  ],
  slots: listOf(2, () => ({ isShared: false, executor: 'blocking' as const })),
  sampledSlots: 2,
  samples: listOf(51, (at) =>
    sampleRecord({ atMs: at * 100, intervalMs: 100, cores: [{}], slots: listOf(2, () => ({ onCpuMs })) }),
  ),
})

test('tasks that hold all slots and do nothing, while others wait for one, stand still', () => {
  expect(judged(standstill, held({}))).toEqual({
    id: 'starvation',
    severity: 'problem',
    sentence:
      'Nothing went on for 4.98 s, until the run was stopped: 2 tasks held every slot without doing anything, while 2 others waited for a blocking thread.',
    advice:
      'A task must not wait for one that needs a slot of the same pool: give the two different executors, or the pool more slots than tasks that wait.',
    evidence: { fromMs: 20, toMs: 5000, tasks: [1, 2], slots: [0, 1] },
  })
})

test('tasks that compute, or wait for a timer that they set, do something', () => {
  expect(judged(standstill, held({}, 90))).toBeNull()
  expect(judged(standstill, held({ finished: 5000, onCpu: 1, ready: 0, timer: 4970, io: 0 }))).toBeNull()
})

test('a silence at the end of a long run is a pause', () => {
  const run = held({})
  expect(
    judged(standstill, { ...run, tasks: [{ started: 0, finished: 3000 }, ...run.tasks.slice(1)] }),
  ).toBeNull()
})

test('a run that was stopped soon says nothing', () => {
  const run = held({})
  expect(
    judged(standstill, {
      ...run,
      tasks: run.tasks.map((task) => ('state' in task ? { ...task, settled: 900 } : task)),
    }),
  ).toBeNull()
})
