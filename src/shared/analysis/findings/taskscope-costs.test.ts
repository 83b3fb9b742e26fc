import { expect, test } from 'vitest'
import { sampleField } from '../../model/sample.ts'
import { sampleRecord, type FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { taskscopeCosts } from './taskscope-costs.ts'

/** A second on two cores; main thread and sampler use so much of one, the main thread’s loop is so late. */
const costing = (mainShare: number, samplerShare: number, mainLoopDelayMs = 2): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'no-op' }],
  tasks: [{ started: 0, finished: 1000 }],
  samples: listOf(11, (at) =>
    sampleRecord({
      atMs: at * 100,
      intervalMs: 100,
      mainThreadCpuMs: at * 100 * mainShare,
      samplerCpuMs: at * 100 * samplerShare,
      mainLoopDelayMs,
      cores: [{}],
    }),
  ),
})

test('a main thread at its limit is the bottleneck', () => {
  expect(judged(taskscopeCosts, costing(0.9, 0.01))).toEqual({
    id: 'taskscope-costs',
    severity: 'problem',
    sentence:
      'Taskscope itself was the bottleneck: its main thread, which hands out the tasks, was busy for 90 % of the time.',
    advice: 'Queue fewer and larger tasks: with these, the run measures how fast they can be handed out.',
    evidence: { fromMs: 0, toMs: 1000, tasks: [], slots: [] },
  })
})

test('one that comes late to what it has to do is told of', () => {
  const finding = judged(taskscopeCosts, costing(0.05, 0.01, 80))
  expect([finding?.severity, finding?.sentence]).toEqual([
    'advice',
    'Taskscope’s main thread, which hands out the tasks, came up to 80.0 ms late to what it had to do (mean of the samples), although it was busy for 5.0 % of the time only.',
  ])
})

test.each([
  ['cpu', 'hybrid', 2, 0.05, 'Leave it a core: use one CPU worker fewer.'],
  ['processes', 'processes', 2, 0.05, 'Leave it a core: use one CPU worker fewer.'],
  ['threads', 'threads', 2, 0.05, 'Leave it a core: set a lower thread limit.'],
  ['cpu', 'hybrid', 1, 0.05, 'Close what else computes, and run again.'],
  ['loop', 'event-loop', 1, 0.05, 'Close what else computes, and run again.'],
  ['loop', 'event-loop', 1, 0.46, 'Queue fewer and larger tasks.'],
] as const)(
  'what lets it be in time: %s under %s, %i of them, at %d of a core',
  (executor, strategy, count, mainShare, advice) => {
    const slots = listOf(count, () => ({ isShared: executor === 'loop', executor }))
    expect(judged(taskscopeCosts, { ...costing(mainShare, 0.01, 80), slots, strategy })?.advice).toBe(advice)
  },
)

test('more than a twentieth of the machine is too much for an observer', () => {
  expect(judged(taskscopeCosts, costing(0.1, 0.02))?.sentence).toBe(
    'Taskscope itself used 120 ms of CPU time, 6.0 % of the machine; most of it handed out tasks and recorded them.',
  )
  expect(judged(taskscopeCosts, costing(0.08, 0.01))).toBeNull()
})

test('what to do about it depends on what it went into', () => {
  const run = costing(0.05, 0.02)
  const withWindow = run.samples?.map((record, at) => record.with(sampleField.windowCpuMs, at * 20))
  const finding = judged(taskscopeCosts, { ...run, samples: withWindow ?? [] })
  expect([finding?.sentence, finding?.advice]).toEqual([
    'Taskscope itself used 270 ms of CPU time, 14 % of the machine; most of it drew the window.',
    'Minimise the window while a run goes on, for then it draws nothing, or run from the command line.',
  ])
  expect(judged(taskscopeCosts, costing(0.02, 0.1))?.advice).toBe(
    'Choose a lower sample rate if so much matters here.',
  )
})

test('what was not measured, or for a moment only, is no cost', () => {
  const run = costing(0.9, 0.9)
  expect(judged(taskscopeCosts, { ...run, samples: [] })).toBeNull()
  expect(judged(taskscopeCosts, { ...run, tasks: [{ started: 0, finished: 150 }] })).toBeNull()
})
