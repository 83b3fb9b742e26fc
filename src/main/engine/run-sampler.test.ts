import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allocateLoopBeats, takeLoopDelayMs } from '../platform/loop-beat.ts'
import { systemThreadId } from '../platform/thread-cpu-clock.ts'
import type { SamplerHandle, SamplerWish } from './engine-parts.ts'
import type { PooledExecutor } from './pooled-executor.ts'
import { Releases } from './releases.ts'
import { startRunSampler } from './run-sampler.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const executor = (loopBeats: Float64Array | null, ...ids: number[]): PooledExecutor =>
  // Nothing else of it is looked at.
  ({ systemThreadIds: Int32Array.from(ids), loopBeats }) as unknown as PooledExecutor

function set(windowCpuMs: () => number | null) {
  const wishes: SamplerWish[] = []
  /** What was in shared memory when the sampler was told to take its last sample. */
  const atStop: number[] = []
  const releases = new Releases()
  const parts = {
    windowCpuMs,
    toldEvents: new Float64Array(2),
    startSampler: (wish: SamplerWish) => {
      wishes.push(wish)
      const handle: Pick<SamplerHandle, 'stop'> = {
        stop: () => {
          atStop.push(wish.windowCpuMs[0] ?? NaN)
          return Promise.resolve()
        },
      }
      return Promise.resolve(handle as SamplerHandle)
    },
  }
  const start = (hz: number, executors: readonly PooledExecutor[] = []) =>
    startRunSampler(parts, executors, hz, releases)
  return { wishes, atStop, releases, start }
}

test('a rate of 0 starts no sampler, asks nobody and leaves nothing running', async () => {
  const { wishes, start } = set(() => {
    throw new Error('Expected not to be asked')
  })
  expect([await start(0), wishes, vi.getTimerCount()]).toEqual([null, [], 0])
})

test('the sampler is told of every slot’s thread in lane order, of this thread, and of the loop', async () => {
  const beats = allocateLoopBeats(1)
  const { wishes, start } = set(() => null)
  await start(10, [executor(beats, 5), executor(null, 8, 7), executor(null, 9)])
  expect(
    wishes.map(({ hz, slotThreadIds, mainThreadId, taskBeats }) => ({
      hz,
      ids: slotThreadIds.map((ids) => [...ids]),
      mainThreadId,
      isLoop: taskBeats === beats,
    })),
  ).toEqual([{ hz: 10, ids: [[5], [8, 7], [9]], mainThreadId: systemThreadId(), isLoop: true }])
})

test('the window’s CPU time is kept up to date ten times a second, and once more before the last sample', async () => {
  let cpuMs = 100
  const { wishes, atStop, releases, start } = set(() => cpuMs++)
  const sampler = await start(10)
  const seen = [wishes[0]?.windowCpuMs[0]]
  for (let step = 0; step < 3; step++) {
    vi.advanceTimersByTime(100)
    seen.push(wishes[0]?.windowCpuMs[0])
  }
  await sampler?.stop()
  await sampler?.stop()
  await releases.all()
  expect([seen, atStop, vi.getTimerCount()]).toEqual([[100, 101, 102, 103], [104], 0])
})

test('where there is no window, it is asked for once and not known', async () => {
  let asked = 0
  const { wishes, atStop, releases, start } = set(() => {
    asked++
    return null
  })
  await start(10)
  vi.advanceTimersByTime(5_000)
  await releases.all()
  expect([asked, wishes[0]?.windowCpuMs[0], atStop]).toEqual([1, NaN, [NaN]])
})

test('this thread’s loop beats while the run lasts, and no longer', async () => {
  const { wishes, releases, start } = set(() => null)
  await start(10)
  const delayMs = (): number =>
    takeLoopDelayMs(wishes[0]?.mainBeats ?? allocateLoopBeats(1), 0, performance.now())
  vi.advanceTimersByTime(1_000)
  const during = delayMs()
  await releases.all()
  expect([during, delayMs(), vi.getTimerCount()]).toEqual([0, NaN, 0])
})
