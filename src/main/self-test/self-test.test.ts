import { expect, test } from 'vitest'
import { fakeRun, sampleRecord } from '#shared/analysis/fake-run.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { TaskState } from '#shared/model/task.ts'
import type { Engine } from '../compose-engine.ts'
import { runSelfTest, type SelfTestWish } from './self-test.ts'
import { shortenPreset } from './shorten-preset.ts'

const preset = (counts: readonly number[]): Preset => ({
  ...fakeRun({ groups: counts.map((count) => ({ count, kind: 'cpu' })), tasks: [] }).header.preset,
  title: 'Computing',
})

interface FakeEngine extends Pick<Engine, 'start'> {
  readonly started: { readonly options: Partial<RunOptions>; readonly counts: readonly number[] }[]
}

/** Runs take no time: each makespan comes from the list, by its position. */
function fakeEngine(
  makespansMs: readonly number[],
  more: {
    readonly state?: TaskState
    readonly phase?: RunPhase
    readonly onStart?: (at: number) => void
  } = {},
): FakeEngine {
  const started: FakeEngine['started'] = []
  return {
    started,
    start(wanted, _strategy, options) {
      const at = started.length
      started.push({ options, counts: wanted.groups.map(({ count }) => count) })
      let isCancelled = false
      more.onStart?.(at)
      const finished = makespansMs[at] ?? NaN
      const tasks = wanted.groups.flatMap(({ count }) =>
        Array.from({ length: count }, () => ({ started: 0, finished, state: more.state ?? 'succeeded' })),
      )
      const isObserved = options.sampleHz !== 0
      const sample = (atMs: number): number[] =>
        sampleRecord({
          atMs,
          intervalMs: 100,
          mainThreadCpuMs: atMs / 100,
          samplerCpuMs: atMs / 200,
          processCpuMs: atMs,
          cores: [{ busy: 1 }],
        })
      const run = (): Run => ({
        ...fakeRun({
          groups: wanted.groups,
          tasks,
          nowMs: finished,
          samples: isObserved ? [sample(0), sample(finished)] : [],
        }),
        phase: isCancelled ? { kind: 'cancelled' } : (more.phase ?? { kind: 'completed' }),
      })
      return {
        finished: Promise.resolve().then(run),
        cancel: () => (isCancelled = true),
      }
    },
  }
}

const wishOf = (pairs: number, counts: readonly number[] = [2]): SelfTestWish => ({
  preset: preset(counts),
  strategy: 'hybrid',
  options: { seed: 7 },
  pairs,
})

const unwatched = { onProgress: () => undefined, signal: new AbortController().signal }

test('runs go observed, bare, then in pairs that take turns, and only the bare ones are not looked at', async () => {
  const engine = fakeEngine([900, 900, 1010, 1000, 1000, 1010])
  const result = await runSelfTest(engine, wishOf(2), unwatched)
  const isBare = ({ options }: FakeEngine['started'][number]): boolean =>
    options.sampleHz === 0 && options.detail === 'stamps'
  expect(engine.started.map((run) => (isBare(run) ? 'bare' : 'observed'))).toEqual([
    'observed',
    'bare',
    'observed',
    'bare',
    'bare',
    'observed',
  ])
  expect(engine.started.every(({ options }) => options.seed === 7)).toBe(true)
  expect(result?.pairs).toEqual([
    { first: 'observed', observedMs: 1010, bareMs: 1000 },
    { first: 'bare', observedMs: 1010, bareMs: 1000 },
  ])
})

test('the result holds the medians, the cost with its verdict, and the own cost of the observed runs', async () => {
  const engine = fakeEngine([5, 5, 1010, 1000, 1000, 1010, 1010, 1000, 1000, 1010, 1010, 1000, 1000, 1010])
  const result = await runSelfTest(engine, wishOf(6), unwatched)
  expect(result).toMatchObject({
    presetTitle: 'Computing',
    taskCount: 2,
    isShortened: false,
    medianMs: { observed: 1010, bare: 1000 },
    verdict: 'Observing costs 1.0 % (1.0 to 1.0 %) of the makespan here.',
  })
  const { mainThread, sampler, window, total } = result?.ownCpu ?? {}
  expect([mainThread, sampler, total].map((share) => Math.round((share ?? NaN) * 1e6))).toEqual([
    10_000, 5_000, 15_000,
  ])
  expect(window).toBeNull()
})

test('progress counts every run, warm-ups included', async () => {
  const told: [number, number][] = []
  await runSelfTest(fakeEngine([1, 1, 1, 1]), wishOf(1), {
    ...unwatched,
    onProgress: (done, total) => told.push([done, total]),
  })
  expect(told).toEqual([
    [0, 4],
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ])
})

test('a preset that takes long has fewer of its tasks run from the second run on, and the result says so', async () => {
  const engine = fakeEngine([16_000, 4000, 4000, 4000])
  const result = await runSelfTest(engine, wishOf(1, [8, 2]), unwatched)
  expect(engine.started.map(({ counts }) => counts)).toEqual([
    [8, 2],
    [2, 1],
    [2, 1],
    [2, 1],
  ])
  expect([result?.isShortened, result?.taskCount]).toEqual([true, 3])
})

test('a preset of single tasks cannot be shortened, and stays itself', () => {
  const single = preset([1, 1])
  expect(shortenPreset(single, 0.1)).toBe(single)
})

test('cancelling ends the run under way, starts no other and gives no result', async () => {
  const cancelling = new AbortController()
  const engine = fakeEngine(Array<number>(20).fill(100), { onStart: () => undefined })
  const done: number[] = []
  const result = await runSelfTest(engine, wishOf(5), {
    signal: cancelling.signal,
    onProgress: (count) => {
      done.push(count)
      if (count === 3) cancelling.abort()
    },
  })
  expect([result, done.at(-1), engine.started.length]).toEqual([null, 3, 3])
})

test('a run that is cancelled in its middle is not counted', async () => {
  const cancelling = new AbortController()
  const engine: FakeEngine = fakeEngine(Array<number>(20).fill(100))
  const start = engine.start.bind(engine)
  const watched: Pick<Engine, 'start'> = {
    start: (...wish) => {
      const underWay = start(...wish)
      if (engine.started.length === 4) queueMicrotask(() => cancelling.abort())
      return { ...underWay, finished: Promise.resolve().then(() => underWay.finished) }
    },
  }
  const done: number[] = []
  const result = await runSelfTest(watched, wishOf(5), {
    signal: cancelling.signal,
    onProgress: (count) => done.push(count),
  })
  expect([result, done.at(-1)]).toEqual([null, 3])
})

test('failing tasks and broken runs end the self-test with the reason: their makespans mean nothing', async () => {
  await expect(runSelfTest(fakeEngine([10], { state: 'failed' }), wishOf(1), unwatched)).rejects.toThrow(
    'Expected all 2 tasks of “Computing” to succeed, got 0',
  )
  const broken = fakeEngine([10], { phase: { kind: 'broken', message: 'no memory' } })
  await expect(runSelfTest(broken, wishOf(1), unwatched)).rejects.toThrow('broke off: no memory')
})
