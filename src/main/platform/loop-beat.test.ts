import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allocateLoopBeats, beatPeriodMs, LoopBeat, takeLoopDelayMs } from './loop-beat.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const nowMs = (): number => performance.now()

/** The clock goes on, and no timer is served meanwhile: somebody holds the loop. */
function block(ms: number): void {
  const from = nowMs()
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => from + ms)
  vi.advanceTimersToNextTimer()
  clock.mockRestore()
  vi.advanceTimersByTime(from + ms - nowMs())
}

test('a loop that turns is not late; one that does not beat is not known', () => {
  const memory = allocateLoopBeats(1)
  const beat = new LoopBeat(memory, 0)
  const before = takeLoopDelayMs(memory, 0, nowMs())
  beat.start()
  beat.start()
  const seen = [before]
  for (let step = 0; step < 5; step++) {
    vi.advanceTimersByTime(beatPeriodMs * 1.5)
    seen.push(takeLoopDelayMs(memory, 0, nowMs()))
  }
  beat.stop()
  beat.stop()
  expect([...seen, takeLoopDelayMs(memory, 0, nowMs()), vi.getTimerCount()]).toEqual([
    ...[NaN, 0, 0, 0, 0, 0],
    NaN,
    0,
  ])
})

test('a beat that does not come is seen while it is missing, without the period that it had', () => {
  const memory = allocateLoopBeats(1)
  new LoopBeat(memory, 0).start()
  vi.advanceTimersByTime(beatPeriodMs * 3)
  const blockedFromMs = nowMs()
  expect([50, 150].map((ms) => takeLoopDelayMs(memory, 0, blockedFromMs + ms))).toEqual([
    50 - beatPeriodMs,
    150 - beatPeriodMs,
  ])
})

test('the worst beat counts until somebody has looked, also after the loop has stopped beating', () => {
  const memory = allocateLoopBeats(1)
  const beat = new LoopBeat(memory, 0)
  beat.start()
  block(200)
  vi.advanceTimersByTime(beatPeriodMs * 4)
  const first = takeLoopDelayMs(memory, 0, nowMs())
  const second = takeLoopDelayMs(memory, 0, nowMs())
  block(100)
  beat.stop()
  const third = takeLoopDelayMs(memory, 0, nowMs())
  expect([first, second, third, takeLoopDelayMs(memory, 0, nowMs())]).toEqual([
    200 - beatPeriodMs,
    0,
    100 - beatPeriodMs,
    NaN,
  ])
})

test('loops that share memory do not disturb each other', () => {
  const memory = allocateLoopBeats(3)
  new LoopBeat(memory, 1).start()
  vi.advanceTimersByTime(beatPeriodMs * 2)
  expect([0, 1, 2].map((position) => takeLoopDelayMs(memory, position, nowMs()))).toEqual([NaN, 0, NaN])
})
