import { expect, test } from 'vitest'
import { eventKind } from '#shared/model/task-event.ts'
import type { ThreadCpuClock } from '../platform/thread-cpu-clock.ts'
import { CpuMeter } from './cpu-meter.ts'
import type { EventWriter } from './event-writer.ts'
import { HeldWatch } from './held-watch.ts'

function set({ ready = 0 }: { readonly ready?: number } = {}) {
  const slices: unknown[][] = []
  let reads = 0
  const clock: ThreadCpuClock = {
    source: 'schedstat',
    onCpuMs: 100,
    readyMs: ready,
    read: () => {
      reads++
    },
    close: () => undefined,
  }
  const events = { slice: (...slice: unknown[]) => void slices.push(slice) } as EventWriter
  const watch = new HeldWatch(events, new CpuMeter(clock))
  return { watch, clock, slices, reads: () => reads }
}

const totals = ({ onCpuMs, readyMs, timerMs, ioMs }: HeldWatch): number[] => [onCpuMs, readyMs, timerMs, ioMs]

test('time on CPU, ready and suspended add up to the run time, each from its own source', () => {
  const { watch, clock, slices } = set()
  watch.begin(3, 1000)
  clock.onCpuMs += 30
  clock.readyMs += 10
  watch.computed(1040)
  watch.waited('timer', 1040, 1060)
  watch.waited('io', 1060, 1100)
  clock.onCpuMs += 5
  watch.finish(1105)
  expect([totals(watch), slices]).toEqual([
    [35, 10, 20, 40],
    [
      [eventKind.computed, 3, 1000, 1040, 30, 10],
      [eventKind.timerWait, 3, 1040, 1060, NaN, NaN],
      [eventKind.ioWait, 3, 1060, 1100, NaN, NaN],
      [eventKind.computed, 3, 1100, 1105, 5, 0],
    ],
  ])
})

test('input and output that was on CPU, such as a copy from memory, is not counted as suspended', () => {
  const { watch, clock } = set()
  watch.begin(0, 0)
  clock.onCpuMs += 8
  watch.waited('io', 0, 10)
  watch.finish(10)
  expect(totals(watch)).toEqual([8, 0, 0, 2])
})

test('time off CPU that no wait explains stays unexplained', () => {
  const { watch, clock } = set()
  watch.begin(0, 0)
  clock.onCpuMs += 60
  watch.waited('timer', 0, 10)
  watch.finish(100)
  expect(totals(watch)).toEqual([60, 0, 10, 0])
})

test('a reading that runs ahead of the stamp is cut to the time that passed', () => {
  const { watch, clock } = set()
  watch.begin(0, 0)
  clock.onCpuMs += 10.2
  clock.readyMs += 1
  watch.finish(10)
  expect(totals(watch)).toEqual([10, 0, 0, 0])
})

test('a tiny task is not read, and a row of them costs a reading now and then', () => {
  const { watch, reads, slices } = set()
  for (let task = 0; task < 100; task++) {
    watch.begin(task, task * 0.02)
    watch.finish(task * 0.02 + 0.01)
  }
  expect([totals(watch), reads() <= 9, slices]).toEqual([[NaN, NaN, NaN, NaN], true, []])
})

test('where nobody knows how long it was ready, that stays unknown', () => {
  const { watch, clock } = set({ ready: NaN })
  watch.begin(0, 0)
  clock.onCpuMs += 4
  watch.waited('timer', 0, 6)
  watch.finish(10)
  expect(totals(watch)).toEqual([4, NaN, 6, 0])
})

test('what one task waited for is not on the next one’s account', () => {
  const { watch } = set()
  watch.begin(0, 0)
  watch.waited('io', 0, 50)
  watch.finish(50)
  watch.begin(1, 50)
  watch.finish(60)
  expect(totals(watch)).toEqual([0, 0, 0, 0])
})
