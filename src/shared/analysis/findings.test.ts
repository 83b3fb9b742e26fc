import { expect, test } from 'vitest'
import { mostEvidence, severities } from '../model/finding.ts'
import type { Run } from '../model/run.ts'
import { fakeRandom } from './fake-random.ts'
import { fakeRun, sampleRecord, type FakeRun } from './fake-run.ts'
import { findFindings } from './findings.ts'

const listOf = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))
const said = (run: Run): unknown =>
  findFindings(run).map(({ id, severity, sentence }) => [id, severity, sentence.replaceAll('\u202f', ' ')])

/** Four tasks of 100 ms on two workers, which end at 200, or later. */
const even = (lateMs: number): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'sqrt-loop', count: 4 }],
  tasks: listOf(4, (task) => {
    const started = task < 2 ? lateMs : 100 + lateMs
    return { started, finished: started + 100, onCpu: 100, ready: 0, timer: 0, io: 0, slot: task % 2 }
  }),
  slots: listOf(2, () => ({ isShared: false })),
})

test('a run close to its bound has nothing to improve', () => {
  expect(said(fakeRun(even(1)))).toEqual([
    [
      'nothing-to-improve',
      'good',
      'The run took 201 ms, 1.00 times the least possible (200 ms, set by its CPU time shared among the cores): no other settings make its makespan much shorter.',
    ],
  ])
})

test('a run far from it of which nothing can be said is told how far', () => {
  expect(said(fakeRun(even(40)))).toEqual([
    [
      'nothing-to-improve',
      'note',
      'The run took 240 ms, 1.20 times the least possible (200 ms, set by its CPU time shared among the cores); no single cause of the difference stands out.',
    ],
  ])
})

test('a makespan close to its bound is not all that counts', () => {
  const bound =
    'The run took 201 ms, 1.00 times the least possible (200 ms, set by its CPU time shared among the cores)'
  expect(said(fakeRun({ ...even(1), preparationMs: 400 }))).toEqual([
    ['nothing-to-improve', 'note', `${bound}, but getting ready took another 400 ms.`],
  ])
  // A look at the machine at rest is part of every preparation.
  expect(findFindings(fakeRun({ ...even(1), preparationMs: 340 }))[0]?.severity).toBe('good')
  const crowded = even(1)
  const two = (at: number): FakeRun['tasks'][number] => ({
    started: 0,
    finished: 200,
    onCpu: 100,
    ready: 40,
    timer: 60,
    io: 0,
    slot: at % 2,
  })
  expect(said(fakeRun({ ...crowded, groups: [{ count: 2 }], tasks: listOf(2, two) }))).toEqual([
    [
      'nothing-to-improve',
      'note',
      'The run took 200 ms, 1.25 times the least possible (160 ms, set by its longest single task); no single cause of the difference stands out.',
    ],
  ])
  // Another task, never without a core, sets the bound.
  const long = { started: 0, finished: 200, onCpu: 20, ready: 0, timer: 180, io: 0, slot: 2 }
  expect(
    said(
      fakeRun({
        ...crowded,
        groups: [{ kind: 'cpu', count: 2 }, { kind: 'blocking' }],
        tasks: [...listOf(2, two), long],
        slots: [
          ...listOf(2, () => ({ isShared: false })),
          { isShared: false, executor: 'blocking' as const },
        ],
      }),
    ),
  ).toEqual([
    [
      'nothing-to-improve',
      'note',
      'The run took 200 ms, 1.00 times the least possible (200 ms, set by its longest single task), but for 27 % of the time in which its threads could have computed, they had no core.',
    ],
  ])
})

test('a note does not keep a run from being good, advice does', () => {
  const noted = fakeRun(even(1))
  noted.slices.leftOut = 7
  expect(findFindings(noted).map(({ id, severity }) => [id, severity])).toEqual([
    ['records-dropped', 'note'],
    ['nothing-to-improve', 'good'],
  ])
  expect(findFindings({ ...noted, droppedEvents: 1 }).map(({ id }) => id)).toEqual(['records-dropped'])
})

test('a run of which no task ran is over, too', () => {
  const run = fakeRun({ groups: [{ count: 2 }], tasks: [{ state: 'cancelled' }, { state: 'cancelled' }] })
  const none = [
    ['nothing-to-improve', 'note', 'No task of this run took any time, so there is nothing to judge.'],
  ]
  expect(said({ ...run, phase: { kind: 'cancelled' } })).toEqual(none)
  expect(said(fakeRun({ groups: [], tasks: [] }))).toEqual(none)
})

test('while a run is under way, nothing is said that only its end can tell', () => {
  const run = fakeRun({ groups: [{ count: 2 }], tasks: [{ started: 1 }, {}], nowMs: 50 })
  expect(findFindings({ ...run, phase: { kind: 'running' } })).toEqual([])
  expect(findFindings({ ...fakeRun(even(1)), phase: { kind: 'running' } })).toEqual([])
})

test('what went wrong comes before what could be better', () => {
  const findings = findFindings(
    fakeRun({
      groups: [
        { kind: 'async', workload: 'wait', count: 2 },
        { kind: 'cpu', workload: 'sqrt-loop' },
      ],
      tasks: [
        { started: 0, finished: 900, onCpu: 5, ready: 500, timer: 395, io: 0 },
        { started: 0, finished: 900, onCpu: 5, ready: 500, timer: 395, io: 0 },
        { started: 0, finished: 500, onCpu: 500, ready: 0, timer: 0, io: 0 },
      ],
      slots: [{ isShared: true }],
      strategy: 'event-loop',
      preparationMs: 2000,
    }),
  )
  expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
    ['loop-blocked', 'problem'],
    ['async-in-name-only', 'problem'],
    ['start-up-dominates', 'advice'],
  ])
})

/** A run of tasks with lives at random: some unknown, some that never started or never ended. */
function randomRun(seed: number): Run {
  const random = fakeRandom(seed)
  const maybe = (value: number): number => (random(5) === 0 ? NaN : value)
  const count = 1 + random(150)
  const slots = [{ isShared: true }, ...listOf(1 + random(3), () => ({ isShared: false }))]
  const kinds = ['async', 'cpu'] as const
  return fakeRun({
    groups: listOf(count, (at) => ({
      kind: kinds[at % 2] ?? 'cpu',
      workload: at % 2 === 0 ? 'wait' : 'sort',
    })),
    tasks: listOf(count, (at) => {
      const started = random(500)
      const length = random(300)
      const slot = at % 2 === 0 ? 0 : 1 + random(slots.length - 1)
      const state = random(4) === 0 ? ('cancelled' as const) : ('succeeded' as const)
      if (random(8) === 0) return { state: 'cancelled', settled: started }
      const known = {
        onCpu: maybe(length / 2),
        ready: maybe(length / 4),
        timer: maybe(length / 4),
        io: maybe(0),
      }
      return { queued: random(20), started, finished: started + length, slot, state, ...known }
    }),
    slots,
    slices: listOf(random(60), (at) => {
      const from = random(600)
      const kind = (['ran', 'computed', 'minorCollection'] as const)[at % 3] ?? 'ran'
      return {
        kind,
        task: kind === 'minorCollection' ? -1 : random(count),
        slot: random(slots.length),
        from,
        to: from + random(80),
      }
    }),
    sampledSlots: slots.length,
    samples: listOf(10, (at) =>
      sampleRecord({
        atMs: at * 100 + random(60),
        intervalMs: 100,
        latenessMs: random(60),
        processCpuMs: at * random(100),
        mainThreadCpuMs: at * 50,
        samplerCpuMs: at,
        mainLoopDelayMs: random(100),
        memoryAvailableBytes: random(2 ** 28),
        cores: [{ busy: random(100) / 100, frequencyMhz: 1000 + random(2000) }],
        slots: slots.map(() => ({ onCpuMs: random(100), readyMs: random(20), core: 0 })),
      }),
    ),
    options: { policy: random(2) === 0 ? 'fifo' : 'priority' },
    preparationMs: random(3000),
    nowMs: 1000,
  })
}

test.each(listOf(60, (seed) => seed))('evidence of run %i is in the run, and sentences are whole', (seed) => {
  const run = randomRun(seed)
  const findings = findFindings(run)
  expect(findings.length).toBeGreaterThan(0)
  const ranks = findings.map(({ severity }) => severities.indexOf(severity))
  expect(ranks).toEqual([...ranks].sort((one, other) => one - other))
  for (const { id, sentence, advice, evidence } of findings) {
    const { fromMs, toMs, tasks, slots } = evidence
    expect(sentence).toMatch(/^[A-Z“0-9].*\.$/)
    expect(`${sentence} ${advice}`).not.toMatch(/NaN|Infinity|undefined|–|null|-\d/)
    expect([id, fromMs >= 0, fromMs <= toMs, toMs <= 1000]).toEqual([id, true, true, true])
    expect([id, tasks.length <= mostEvidence, new Set(tasks).size]).toEqual([id, true, tasks.length])
    expect([id, tasks.every((task) => task >= 0 && task < run.tasks.count)]).toEqual([id, true])
    expect([id, slots.every((slot) => slot >= 0 && slot < run.header.slots.length)]).toEqual([id, true])
  }
})
