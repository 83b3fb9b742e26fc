import type * as asyncHooks from 'node:async_hooks'
import { expect, test } from 'vitest'
import { eventKind } from '#shared/model/task-event.ts'
import type { ThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import { CpuMeter } from './cpu-meter.ts'
import type { EventWriter } from './event-writer.ts'
import type { WaitReason } from './held-watch.ts'
import { LoopAnatomy } from './loop-anatomy.ts'

interface Callbacks {
  init(id: number, type: string, trigger: number, resource: object): void
  before(id: number): void
  after(id: number): void
}

/** A loop in the hands of a test: callbacks happen when it says so, and take as long as it says. */
function set() {
  let nowMs = 0
  let callbacks: Callbacks | undefined
  let resource: object = {}
  const slices: unknown[][] = []
  const events = { slice: (...slice: unknown[]) => void slices.push(slice) } as EventWriter
  const clock: ThreadCpuClock = {
    source: 'schedstat',
    onCpuMs: 0,
    readyMs: 0,
    read: () => void (clock.onCpuMs = nowMs - clock.readyMs),
    close: () => undefined,
  }
  const hooks = {
    createHook: (made: Callbacks) => {
      callbacks = made
      return { enable: () => undefined }
    },
    executionAsyncResource: () => resource,
  } as unknown as typeof asyncHooks
  let idleMs = 0
  /** What reading the clock takes: the only time that passes within a hook here. */
  let perReadingMs = 0
  const readMs = (): number => (nowMs += perReadingMs)
  const anatomy = new LoopAnatomy(events, new CpuMeter(clock), readMs, { hooks, idleMs: () => idleMs })
  anatomy.enable()
  const make = (type: string, more: object = {}): object => {
    const made = type === 'PROMISE' ? Promise.resolve() : more
    callbacks?.init(1, type, 0, made)
    return made
  }
  return {
    anatomy,
    slices,
    clock,
    make,
    timer: (delayMs: number) => make('Timeout', { _idleTimeout: delayMs }),
    compute: (ms: number) => void (nowMs += ms),
    /** From now on each reading of the clock takes so long. */
    slowClock: (ms: number) => void (perReadingMs = ms),
    /** The loop calls a resource's callback at that time; until then it waits for events, but for `withoutCoreMs`. */
    call: (at: number, of: object, code: () => void, withoutCoreMs = 0): void => {
      expect(at).toBeGreaterThanOrEqual(nowMs)
      idleMs += at - nowMs - withoutCoreMs
      nowMs = at
      resource = of
      callbacks?.before(1)
      code()
      callbacks?.after(1)
    },
    start: (task: number, code: () => void, waitsFor: WaitReason = 'timer'): void =>
      anatomy.run(task, waitsFor, nowMs, code),
    totals: (task: number): number[] => {
      const { onCpuMs, readyMs, timerMs, ioMs } = anatomy.finish(task)
      return [onCpuMs, readyMs, timerMs, ioMs]
    },
  }
}

test('a task runs on its own account in every callback of what it made, and is suspended in between', () => {
  const { anatomy, slices, timer, make, compute, call, start, totals } = set()
  let sleep = {}
  let again = {}
  call(0, make('MESSAGEPORT'), () =>
    start(1, () => {
      compute(2)
      sleep = timer(10)
    }),
  )
  call(12, sleep, () => {
    compute(3)
    again = make('PROMISE')
  })
  call(40, again, () => compute(1))
  expect([totals(1), slices]).toEqual([
    [6, 0, 35, 0],
    [
      [eventKind.ran, 1, 0, 2, 2, 0],
      [eventKind.timerWait, 1, 2, 12, NaN, NaN],
      [eventKind.ran, 1, 12, 15, 3, 0],
      [eventKind.timerWait, 1, 15, 40, NaN, NaN],
      [eventKind.ran, 1, 40, 41, 1, 0],
    ],
  ])
  expect(() => anatomy.finish(1)).toThrow('Expected task 1 to be on the loop, got none')
})

test('a timer that is due while another task has the loop is ready from its due time on', () => {
  const { slices, timer, make, compute, call, start, totals } = set()
  let sleep = {}
  call(0, make('MESSAGEPORT'), () => start(1, () => (sleep = timer(10))))
  call(2, make('MESSAGEPORT'), () => start(2, () => compute(100)))
  call(102, sleep, () => compute(1))
  expect([totals(1), totals(2)]).toEqual([
    [1, 92, 10, 0],
    [100, 0, 0, 0],
  ])
  expect(slices).toContainEqual([eventKind.ran, 1, 102, 103, 1, 92])
})

test('input that may have come while the loop was busy counts as ready from when it last had a pause', () => {
  const { make, compute, call, start, totals } = set()
  let socket = {}
  call(0, make('MESSAGEPORT'), () => start(1, () => (socket = make('TCPWRAP')), 'io'))
  call(50, make('MESSAGEPORT'), () => start(2, () => compute(30)))
  // The thread loses its core for a while: that is no pause.
  call(90, make('MESSAGEPORT'), () => start(3, () => compute(20)), 10)
  call(110, socket, () => compute(0))
  expect(totals(1)).toEqual([0, 60, 0, 50])
})

test('an idle loop that is late for a timer holds nobody up', () => {
  const { timer, make, call, start, totals } = set()
  let sleep = {}
  call(0, make('MESSAGEPORT'), () => start(1, () => (sleep = timer(10))))
  call(11.4, sleep, () => undefined)
  expect(totals(1)).toEqual([0, 0, 11.4, 0])
})

test('a task that waits for input is suspended for that, whatever timers its library has', () => {
  const { timer, make, compute, call, start, totals } = set()
  let housekeeping = {}
  call(0, make('MESSAGEPORT'), () => start(1, () => (housekeeping = timer(40)), 'io'))
  call(10, make('MESSAGEPORT'), () => start(2, () => compute(50)))
  call(60, housekeeping, () => undefined)
  expect(totals(1)).toEqual([0, 50, 0, 10])
})

test('a stretch in which the thread had no core is ready time, not CPU time', () => {
  const { clock, make, compute, call, start, totals } = set()
  call(5, make('MESSAGEPORT'), () =>
    start(1, () => {
      compute(20)
      clock.readyMs += 8
    }),
  )
  expect(totals(1)).toEqual([12, 8, 0, 0])
})

test('what a task left behind is nobody’s once it has ended, also when its number comes again', () => {
  const { slices, timer, make, compute, call, start, totals } = set()
  let late = {}
  call(0, make('MESSAGEPORT'), () => start(1, () => (late = timer(5))))
  totals(1)
  call(5, make('MESSAGEPORT'), () => start(1, () => undefined))
  call(6, late, () => compute(50))
  expect([totals(1), slices]).toEqual([[0, 0, 0, 0], []])
})

test('what watching costs is that of a typical callback times their number, not of one that lost its core', () => {
  const { anatomy, slowClock, make, call } = set()
  const idle = make('MESSAGEPORT')
  slowClock(0.001)
  for (let at = 1; at <= 320; at++) call(at, idle, () => undefined)
  // One reading in each of the two hooks of a callback that is timed.
  expect(anatomy.watchingMs).toBeCloseTo(320 * 2 * 0.001, 6)
  slowClock(10)
  for (let at = 1; at <= 32; at++) call(1000 + at * 100, idle, () => undefined)
  expect(anatomy.watchingMs).toBeCloseTo(352 * 2 * 0.001, 6)
})
