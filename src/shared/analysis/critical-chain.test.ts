import { expect, test } from 'vitest'
import type { ChainLink } from '../model/critical-chain.ts'
import type { Run } from '../model/run.ts'
import { criticalChain } from './critical-chain.ts'
import { fakeRandom } from './fake-random.ts'
import { fakeRun, type FakeSlice, type FakeTask } from './fake-run.ts'
import { randomRun } from './fake-run-random.ts'

const cpu = { kind: 'cpu', workload: 'sqrt-loop' } as const
const wait = { kind: 'async', workload: 'wait' } as const

/** A chain in short: "kind task from–to, because". */
const told = (run: Run): string[] =>
  criticalChain(run).map(
    ({ kind, task, fromMs, toMs, because }) => `${kind} ${task} ${fromMs}–${toMs}, ${because}`,
  )

test('on one thread the chain is every task, and the handing over between them', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 3 }],
    tasks: [
      { started: 1, finished: 100 },
      { started: 102, finished: 200 },
      { started: 200, finished: 350 },
    ],
  })
  expect(told(run)).toEqual([
    'queue 0 0–1, submitted',
    'run 0 1–100, submitted',
    'dispatch 1 100–102, slot-was-taken',
    'run 1 102–200, slot-was-taken',
    'run 2 200–350, slot-was-taken',
  ])
})

test('the chain follows the slot of the task that ended last, not the others', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 4 }],
    tasks: [
      { started: 0, finished: 300, slot: 0 },
      { started: 0, finished: 100, slot: 1 },
      { started: 100, finished: 150, slot: 1 },
      { started: 151, finished: 400, slot: 1 },
    ],
    slots: [{ isShared: false }, { isShared: false }],
  })
  expect(told(run)).toEqual([
    'run 1 0–100, submitted',
    'run 2 100–150, slot-was-taken',
    'dispatch 3 150–151, slot-was-taken',
    'run 3 151–400, slot-was-taken',
  ])
})

test('a task whose own slot was free follows the one that ended last on the same executor', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 2 }],
    tasks: [
      { started: 0, finished: 90, slot: 0 },
      { started: 95, finished: 200, slot: 1 },
    ],
    slots: [{ isShared: false }, { isShared: false }],
  })
  expect(told(run)).toEqual([
    'run 0 0–90, submitted',
    'dispatch 1 90–95, slot-was-taken',
    'run 1 95–200, slot-was-taken',
  ])
})

test('tasks that took no time follow each other in the order of their ends', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 4 }],
    tasks: [
      { started: 0, finished: 20 },
      { started: 30, finished: 30 },
      { started: 30, finished: 30 },
      { started: 30, finished: 40 },
    ],
  })
  expect(told(run)).toEqual([
    'run 0 0–20, submitted',
    'dispatch 1 20–30, slot-was-taken',
    'run 3 30–40, slot-was-taken',
  ])
})

test('a wait that nothing explains is told as a wait', () => {
  const run = fakeRun({ groups: [cpu], tasks: [{ started: 30, finished: 50 }] })
  expect(told(run)).toEqual(['queue 0 0–30, submitted', 'run 0 30–50, submitted'])
})

test('on a loop the chain leaves a waiting task for the one that held it up', () => {
  // The wait was due at 50; computing held the loop from 10 to 400; the wait ended at 405.
  const run = fakeRun({
    groups: [wait, cpu],
    tasks: [
      { started: 0, finished: 405, onCpu: 1, ready: 350, timer: 54 },
      { started: 10, finished: 400, onCpu: 390, ready: 0 },
    ],
    slots: [{ isShared: true }],
    slices: [
      { kind: 'timerWait', task: 0, from: 0, to: 50 },
      { kind: 'ran', task: 0, from: 401, to: 405, onCpu: 4, ready: 351 },
    ],
  })
  expect(told(run)).toEqual([
    'queue 1 0–10, submitted',
    'run 1 10–400, submitted',
    'dispatch 0 400–401, loop-was-held',
    'run 0 401–405, loop-was-held',
  ])
})

test('a blocking task that found the loop held follows the one that held it', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 1 }, wait],
    tasks: [
      { started: 80, finished: 200 },
      { started: 0, finished: 100, onCpu: 79, ready: 0, timer: 21, io: 0 },
    ],
    slots: [{ isShared: true }],
    slices: [{ kind: 'ran', task: 1, from: 1, to: 80, onCpu: 79, ready: 0 }],
  })
  expect(told(run)).toEqual(['run 1 0–80, submitted', 'run 0 80–200, loop-was-held'])
})

test('a loop that had no core for long, and then ran somebody else for a moment, was not held by them', () => {
  const run = fakeRun({
    groups: [{ ...wait, count: 2 }],
    tasks: [
      { started: 0, finished: 60 },
      { started: 0, finished: 51 },
    ],
    slots: [{ isShared: true }],
    slices: [
      { kind: 'ran', task: 1, from: 50, to: 50.5, onCpu: 0.5, ready: 40 },
      { kind: 'ran', task: 0, from: 50.5, to: 60, onCpu: 9.5, ready: 40 },
    ],
  })
  expect(told(run)).toEqual(['run 0 0–60, submitted'])
})

test('being held up for less than a millisecond is nobody’s fault', () => {
  const slices: FakeSlice[] = [
    { kind: 'ran', task: 1, from: 40, to: 50, onCpu: 10, ready: 0 },
    { kind: 'ran', task: 0, from: 50, to: 60, onCpu: 10, ready: 0.9 },
  ]
  const run = fakeRun({
    groups: [{ ...wait, count: 2 }],
    tasks: [
      { started: 0, finished: 60 },
      { started: 0, finished: 50 },
    ],
    slots: [{ isShared: true }],
    slices,
  })
  expect(told(run)).toEqual(['run 0 0–60, submitted'])
})

test('where a task ended last without ever running, the chain says that it waited', () => {
  const run = fakeRun({
    groups: [{ ...cpu, count: 2 }],
    tasks: [
      { started: 0, finished: 100 },
      { state: 'cancelled', settled: 130 },
    ],
  })
  expect(told(run)).toEqual(['run 0 0–100, submitted', 'queue 1 100–130, slot-was-taken'])
})

test('nothing ran: the chain is one wait; nothing finished: there is none', () => {
  const cancelled: FakeTask = { queued: 5, state: 'cancelled', settled: 55 }
  expect(told(fakeRun({ groups: [{ count: 2 }], tasks: [cancelled, cancelled] }))).toEqual([
    'queue 0 5–55, submitted',
  ])
  expect(criticalChain(fakeRun({ groups: [{}], tasks: [{ started: 3 }], nowMs: 50 }))).toEqual([])
})

/** The tasks that a link may follow, by its definition, looked up one by one. */
function mayFollow(run: Run, link: ChainLink, before: ChainLink): boolean {
  const { tasks, header } = run
  const executorOf = (task: number): unknown => header.slots[tasks.slot[task] as number]?.executor
  return (
    before.task === link.task ||
    (executorOf(before.task) === executorOf(link.task) &&
      (tasks.startedMs[before.task] as number) <= before.fromMs &&
      before.toMs <= (tasks.finishedMs[before.task] as number) &&
      // Nobody on the same slot ended between the two.
      (link.because === 'loop-was-held' ||
        tasks.slot[before.task] !== tasks.slot[link.task] ||
        !tasks.finishedMs.some(
          (finishedMs, task) =>
            tasks.slot[task] === tasks.slot[link.task] &&
            task !== link.task &&
            finishedMs > before.toMs &&
            finishedMs <= link.fromMs,
        )))
  )
}

test('random runs: links join from first queued to last finished, each within its task, each after one that it may follow', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const run = randomRun(fakeRandom(seed))
    const chain = criticalChain(run)
    const { tasks } = run
    const joins = chain.map(({ fromMs }) => fromMs)
    expect(joins, `seed ${seed}`).toEqual([
      Math.min(...tasks.queuedMs),
      ...chain.slice(0, -1).map(({ toMs }) => toMs),
    ])
    expect(chain.at(-1)?.toMs).toBe(Math.max(...[...tasks.finishedMs].filter((ms) => !Number.isNaN(ms))))
    for (const [at, link] of chain.entries()) {
      expect(link.toMs).toBeGreaterThan(link.fromMs)
      if (link.kind === 'run') {
        expect(link.fromMs).toBeGreaterThanOrEqual(tasks.startedMs[link.task] as number)
        expect(link.toMs).toBeLessThanOrEqual(tasks.finishedMs[link.task] as number)
      }
      const before = chain[at - 1]
      if (before !== undefined) expect(mayFollow(run, link, before), `seed ${seed}, link ${at}`).toBe(true)
    }
  }
})
