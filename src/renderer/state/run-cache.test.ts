import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { RunCache } from './run-cache.ts'

const id = (name: string): RunId => name as RunId
const ids = (first: number, count: number): RunId[] =>
  Array.from({ length: count }, (_, at) => id(`run-${first + at}`))

/** Answers when told to; `asked` are all requests in their order. */
function source(): {
  readonly asked: RunId[]
  readonly answer: (run: Run | null | Error) => Promise<void>
  readonly readExperimentRun: (arg: { readonly runId: RunId }) => Promise<Run | null>
} {
  const asked: RunId[] = []
  const waiting: { resolve: (run: Run | null) => void; reject: (error: Error) => void }[] = []
  return {
    asked,
    async answer(run) {
      const request = waiting.shift()
      if (request === undefined) throw new Error('Expected somebody to wait for a run')
      if (run instanceof Error) request.reject(run)
      else request.resolve(run)
      // Reads on, to the next request.
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    },
    readExperimentRun({ runId }) {
      asked.push(runId)
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
  }
}

test('runs are read one after the other, in the order in which they are wanted', async () => {
  const runs = source()
  const cache = new RunCache(runs, () => undefined)
  void cache.want(ids(0, 2))
  expect(runs.asked).toEqual(['run-0'])
  await runs.answer(fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] }))
  expect(runs.asked).toEqual(['run-0', 'run-1'])
  await runs.answer(null)
  expect([cache.of(id('run-0')).kind, cache.of(id('run-1')).kind]).toEqual(['loaded', 'gone'])
})

test('a run that came is not read again, and its change is told', async () => {
  const runs = source()
  let changes = 0
  const cache = new RunCache(runs, () => changes++)
  void cache.want(ids(0, 1))
  await runs.answer(fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] }))
  await cache.want(ids(0, 1))
  expect({ asked: runs.asked, changes }).toEqual({ asked: ['run-0'], changes: 1 })
})

test('what is wanted meanwhile is read next, and what nobody wants any more is not', async () => {
  const runs = source()
  const cache = new RunCache(runs, () => undefined)
  void cache.want(ids(0, 3))
  void cache.want(ids(5, 1))
  await runs.answer(fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] }))
  expect(runs.asked).toEqual(['run-0', 'run-5'])
  await runs.answer(fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] }))
  expect({
    asked: runs.asked,
    dropped: cache.of(id('run-0')).kind,
    kept: cache.of(id('run-5')).kind,
  }).toEqual({
    asked: ['run-0', 'run-5'],
    dropped: 'loading',
    kept: 'loaded',
  })
})

test('a run that could not be read says why, and may be asked for again', async () => {
  const runs = source()
  const cache = new RunCache(runs, () => undefined)
  void cache.want(ids(0, 1))
  await runs.answer(new Error('The file is damaged'))
  expect(cache.of(id('run-0'))).toEqual({ kind: 'failed', message: 'The file is damaged' })
  void cache.retry(id('run-0'))
  await runs.answer(fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] }))
  expect(cache.of(id('run-0')).kind).toBe('loaded')
})

test('the runs that were looked at longest ago make room, those on screen never do', async () => {
  const runs = source()
  const cache = new RunCache(runs, () => undefined)
  for (let first = 0; first < 24; first += 8) {
    void cache.want(ids(first, 8))
    for (let at = 0; at < 8; at++)
      await runs.answer(fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] }))
  }
  const kept = ids(0, 24).filter((runId) => cache.of(runId).kind === 'loaded')
  expect(kept).toEqual(ids(8, 16))
})

test('an answer that comes after all was forgotten is dropped', async () => {
  const runs = source()
  const cache = new RunCache(runs, () => undefined)
  void cache.want(ids(0, 1))
  await runs.answer(fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] }))
  void cache.want(ids(0, 2))
  cache.clear()
  await runs.answer(fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 1 }] }))
  expect(cache.of(id('run-1')).kind).toBe('loading')
})
