import { expect, test } from 'vitest'
import { sampleRecord, type FakeRun } from '../fake-run.ts'
import { judged, listOf } from './fake-facts.ts'
import { garbageHeavy } from './garbage-heavy.ts'

/** Two threads compute for a second each, in two tasks; the second collects garbage ten times for so long. */
const collecting = (eachMs: number): FakeRun => ({
  groups: [{ kind: 'cpu', workload: 'json-parse', count: 4 }],
  tasks: listOf(4, (task) => {
    const started = task < 2 ? 0 : 500
    return { started, finished: started + 500, slot: task % 2 }
  }),
  slots: listOf(2, () => ({ isShared: false })),
  slices: listOf(10, (at) => ({
    kind: at < 9 ? ('minorCollection' as const) : ('majorCollection' as const),
    slot: 1,
    from: 100 + at * 60,
    to: 100 + at * 60 + eachMs,
  })),
})

test('a thread that collects garbage for much of its time is told of, with the tasks that it happened in', () => {
  expect(judged(garbageHeavy, collecting(20))).toEqual({
    id: 'garbage-collection',
    severity: 'advice',
    sentence:
      'Collecting garbage took 200 ms, 20 % of the CPU time of the threads that did: 10 collections, 1 of them of the whole heap.',
    advice:
      'Have the tasks make fewer objects or keep fewer of them at once, or raise the memory limit of a thread.',
    evidence: { fromMs: 100, toMs: 660, tasks: [1, 3], slots: [1] },
  })
  expect(judged(garbageHeavy, collecting(40))?.severity).toBe('problem')
})

test('threads that run tiny tasks may collect for longer than those take', () => {
  const tiny = collecting(20)
  expect(
    judged(garbageHeavy, {
      ...tiny,
      tasks: listOf(4, (task) => {
        const started = task < 2 ? 0 : 9_900
        return { started, finished: started + 50, slot: task % 2 }
      }),
    }),
  ).toBeNull()
})

test('a few milliseconds are nothing, whatever their share', () => {
  const run = collecting(4)
  expect(
    judged(garbageHeavy, {
      ...run,
      tasks: listOf(4, (task) => {
        const started = task < 2 ? 0 : 50
        return { started, finished: started + 50, slot: task % 2 }
      }),
    }),
  ).toBeNull()
})

test('what takes a few percent, or was not recorded, is not', () => {
  expect(judged(garbageHeavy, collecting(9))).toBeNull()
  expect(judged(garbageHeavy, { ...collecting(20), slices: [] })).toBeNull()
})

/** The same on crowded cores: of its time, each task had a core for so much. */
const crowded = (eachMs: number, onCpuShare: number): FakeRun => {
  const run = collecting(eachMs)
  return {
    ...run,
    tasks: run.tasks.map((task) => ({ ...task, onCpu: 500 * onCpuShare, ready: 500 * (1 - onCpuShare) })),
  }
}

test('what a collection waits for a core is not collecting', () => {
  // As much of what the threads computed as on cores of their own, but no longer what cost the run most.
  expect(judged(garbageHeavy, collecting(40))?.severity).toBe('problem')
  expect(judged(garbageHeavy, crowded(40, 0.5))).toMatchObject({
    severity: 'advice',
    sentence:
      'Collecting garbage took 400 ms, of which 200 ms on CPU, 40 % of the CPU time of the threads that did: 10 collections, 1 of them of the whole heap.',
    evidence: { tasks: [1, 3] },
  })
  expect(judged(garbageHeavy, crowded(40, 0.12))).toBeNull()
  expect(judged(garbageHeavy, crowded(20, 0.9))?.sentence).toMatch(/^Collecting garbage took 200 ms, 20 %/)
})

test('where tasks were not read, the samples of their thread say how much of it was on CPU', () => {
  const sampled = (onCpuMs: number): FakeRun => ({
    ...collecting(40),
    sampledSlots: 2,
    samples: listOf(11, (at) =>
      sampleRecord({
        atMs: at * 100,
        intervalMs: 100,
        cores: [{}],
        slots: listOf(2, () => ({ onCpuMs, readyMs: 100 - onCpuMs, core: 0 })),
      }),
    ),
  })
  expect(judged(garbageHeavy, sampled(50))?.sentence).toMatch(
    /^Collecting garbage took 400 ms, of which 200 ms on CPU, 40 %/,
  )
  expect(judged(garbageHeavy, sampled(12))).toBeNull()
})

test('a thread is in use between tiny tasks, too', () => {
  const tiny: FakeRun = {
    groups: [{ kind: 'cpu', workload: 'no-op', count: 100 }],
    tasks: listOf(100, (at) => ({ started: at * 10, finished: at * 10 + 0.5, slot: 0 })),
    slots: [{ isShared: false }],
    slices: listOf(20, (at) => ({
      kind: 'minorCollection' as const,
      slot: 0,
      from: at * 50 + 3,
      to: at * 50 + 7,
    })),
    sampledSlots: 1,
    samples: listOf(11, (at) =>
      sampleRecord({
        atMs: at * 100,
        intervalMs: 100,
        cores: [{}],
        slots: [{ onCpuMs: 90, readyMs: 0, core: 0 }],
      }),
    ),
  }
  expect(judged(garbageHeavy, tiny)).toBeNull()
})

test('what tiny tasks collect comes from handing them over', () => {
  const tiny = (eachMs: number): FakeRun => ({
    groups: [{ kind: 'cpu', workload: 'no-op', count: 200 }],
    tasks: listOf(200, (at) => ({ started: at * 5, finished: at * 5 + eachMs, slot: 0 })),
    slots: [{ isShared: false }],
    slices: listOf(50, (at) => ({
      kind: 'minorCollection' as const,
      slot: 0,
      from: at * 20 + 1,
      to: at * 20 + 5,
    })),
  })
  expect(judged(garbageHeavy, tiny(0.5))).toBeNull()
  expect(judged(garbageHeavy, tiny(4.5))?.severity).toBe('advice')
})
