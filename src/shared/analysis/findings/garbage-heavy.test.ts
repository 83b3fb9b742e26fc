import { expect, test } from 'vitest'
import type { FakeRun } from '../fake-run.ts'
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
      'Collecting garbage took 200 ms, 20 % of the time for which threads were in use: 10 collections, 1 of them of the whole heap.',
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
