import { expect, test } from 'vitest'
import { sampleRecord, type FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { frequencyDrifted } from './frequency-drift.ts'

/** Thirty like tasks, 100 ms after each other, with a sample for each. */
const drifting = (
  cpuOf: (task: number) => number,
  mhzAt: (at: number) => number,
  temperatureCelsius = NaN,
): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'sqrt-loop', name: 'compute', count: 30 }],
  tasks: listOf(30, (task) => ({
    started: task * 100,
    finished: task * 100 + 100,
    onCpu: cpuOf(task),
    ready: 0,
  })),
  samples: listOf(31, (at) =>
    sampleRecord({
      atMs: at * 100,
      intervalMs: 100,
      temperatureCelsius,
      cores: [{ busy: 1, frequencyMhz: mhzAt(at) }],
    }),
  ),
})
const steady = (): number => 50

test('like tasks that take more and more CPU time show a machine that slows down', () => {
  expect(
    judged(
      frequencyDrifted,
      drifting(
        (task) => 50 + task,
        () => NaN,
      ),
    ),
  ).toEqual({
    id: 'frequency-drift',
    severity: 'advice',
    sentence:
      'The machine became slower during the run: a task of “compute” took 54.5 ms of CPU time at the beginning and 74.5 ms at the end (medians).',
    advice: 'Let it cool down, plug it in and run again; compare strategies by runs that take turns.',
    evidence: { fromMs: 2000, toMs: 3000, tasks: listOf(10, (at) => 29 - at), slots: [0] },
  })
})

test('a frequency that falls says so itself, with the temperature where there is one', () => {
  const finding = judged(
    frequencyDrifted,
    drifting(steady, (at) => (at < 15 ? 3000 : 2400), 91.6),
  )
  expect(finding?.sentence).toBe(
    'The machine became slower during the run: the cores’ frequency fell from 3000 to 2400 MHz (by 20 %), at up to 92 °C.',
  )
})

test.each<[string, (task: number) => number, (at: number) => number]>([
  ['tasks that vary', (task) => 50 + (task % 3) * 5, () => 3000],
  ['tasks that become a little slower', (task) => 50 + task / 4, () => NaN],
  ['tasks too short to be read well', (task) => 1 + task / 60, () => NaN],
  ['a frequency that moves a little', steady, (at) => (at < 15 ? 3000 : 2800)],
  ['code that warms up, and a core that speeds up', (task) => 80 - task, (at) => 2400 + at * 10],
])('%s: that is no drift', (_name, cpuOf, mhzAt) => {
  expect(judged(frequencyDrifted, drifting(cpuOf, mhzAt))).toBeNull()
})

test('a few tasks, though ever slower, say nothing about a machine', () => {
  const run = drifting(
    (task) => 50 + task * 5,
    () => NaN,
  )
  expect(
    judged(frequencyDrifted, {
      ...run,
      groups: run.groups.map((group) => ({ ...group, count: 14 })),
      tasks: run.tasks.slice(0, 14),
    }),
  ).toBeNull()
})

test('neither does a short run', () => {
  const run = drifting(
    (task) => 50 + task,
    () => NaN,
  )
  expect(
    judged(frequencyDrifted, {
      ...run,
      tasks: run.tasks.map((task) => ({
        ...task,
        started: (task.started ?? 0) / 10,
        finished: (task.finished ?? 0) / 10,
      })),
    }),
  ).toBeNull()
})
