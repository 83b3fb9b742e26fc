import { expect, test } from 'vitest'
import { Frames, type Pace } from './frames.ts'

const pace: Pace = { leastIntervalMs: 100, mostIntervalMs: 1000, mostShare: 0.05 }

interface FakeFrames {
  readonly frames: Frames
  readonly next: () => void
  readonly asked: () => number
  /** Lets time pass; timers that are due run. */
  readonly pass: (ms: number) => void
}

function fakeFrames(): FakeFrames {
  const waiting: (() => void)[] = []
  let timers: { atMs: number; run: () => void }[] = []
  let asked = 0
  let nowMs = 0
  const frames = new Frames({
    requestFrame: (run) => {
      asked++
      waiting.push(run)
    },
    settle: () => undefined,
    nowMs: () => nowMs,
    after: (ms, run) => timers.push({ atMs: nowMs + ms, run }),
  })
  const pass = (ms: number): void => {
    nowMs += ms
    const due = timers.filter(({ atMs }) => atMs <= nowMs)
    timers = timers.filter(({ atMs }) => atMs > nowMs)
    for (const { run } of due) run()
  }
  return { frames, next: () => waiting.shift()?.(), asked: () => asked, pass }
}

test('however often a redraw is asked for, it happens once per frame', () => {
  const { frames, next, asked } = fakeFrames()
  let draws = 0
  const draw = (): void => {
    draws++
  }
  frames.request(draw)
  frames.request(draw)
  next()
  expect([draws, asked()]).toEqual([1, 1])
})

test('what a draw asks for is drawn in the same frame', () => {
  const { frames, next } = fakeFrames()
  const order: string[] = []
  frames.request(() => {
    order.push('data')
    frames.request(() => order.push('track'))
  })
  next()
  expect(order).toEqual(['data', 'track'])
})

test('a draw that asks for itself again runs on with the next frame, not for ever in this one', () => {
  const { frames, next } = fakeFrames()
  let draws = 0
  const draw = (): void => {
    draws++
    frames.request(draw)
  }
  frames.request(draw)
  next()
  const afterOne = draws
  next()
  expect([afterOne, draws]).toEqual([4, 8])
})

test('it tells when something waits and when all is drawn', () => {
  const { frames, next } = fakeFrames()
  const told: boolean[] = []
  frames.onPending = (isPending) => told.push(isPending)
  frames.request(() => undefined)
  next()
  expect(told).toEqual([true, false])
})

test('what streams is drawn at once, then no more often than its pace', () => {
  const { frames, next, pass } = fakeFrames()
  let draws = 0
  const draw = (): void => {
    draws++
  }
  const counts: number[] = []
  for (let step = 0; step < 6; step++) {
    frames.requestPaced(draw, pace)
    next()
    counts.push(draws)
    pass(50)
    next()
  }
  expect(counts).toEqual([1, 1, 2, 2, 3, 3])
})

test('something waits until a paced draw is done, and a plain request brings it forward', () => {
  const { frames, next, pass } = fakeFrames()
  const pending: boolean[] = []
  let draws = 0
  const draw = (): void => {
    draws++
  }
  frames.requestPaced(draw, pace)
  next()
  frames.onPending = (isPending) => pending.push(isPending)
  frames.requestPaced(draw, pace)
  frames.request(draw)
  next()
  expect([draws, pending.at(-1)]).toEqual([2, false])
  // The timer that was set has nothing left to do.
  pass(100)
  next()
  expect(draws).toBe(2)
})

test('what takes long to draw is drawn less often, so that drawing stays a small share of the time', () => {
  const { frames, next, pass } = fakeFrames()
  let nowMs = 0
  const letPass = (ms: number): void => {
    nowMs += ms
    pass(ms)
  }
  /** Asks every 10 ms for a draw that takes this long. Returns the times between draws. */
  const intervalsMs = (costMs: number): number[] => {
    const drawnAtMs: number[] = []
    const draw = (): void => {
      drawnAtMs.push(nowMs)
    }
    for (let step = 0; step < 300; step++) {
      const before = drawnAtMs.length
      frames.requestPaced(draw, pace)
      next()
      letPass(drawnAtMs.length > before ? costMs : 0)
      letPass(10)
    }
    return drawnAtMs.slice(1).map((time, at) => time - (drawnAtMs[at] ?? 0))
  }
  const settled = (costMs: number): number => intervalsMs(costMs).at(-1) ?? NaN
  // At most a twentieth of the time, within the bounds of the pace.
  expect([settled(2), settled(20), settled(400)]).toEqual([102, 400, 1000])
})
