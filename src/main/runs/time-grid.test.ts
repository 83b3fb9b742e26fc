import { expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { eventRecord } from '#shared/analysis/fake-run.ts'
import { eventField, eventWidth } from '#shared/model/task-event.ts'
import { snapTimes, timeStepMs } from './time-grid.ts'

function snapped(record: readonly number[]): Float64Array {
  const events = Float64Array.from(record)
  snapTimes(events)
  return events
}

const unsteady = 1234.567891234567

test('a time becomes the nearest whole number of steps, less than a nanosecond away', () => {
  const random = fakeRandom(1)
  for (let round = 0; round < 1000; round++) {
    // Up to a day, with all the digits that a double has.
    const atMs = (random(86_400_000) + random(2 ** 30) / 2 ** 30) * (1 + Number.EPSILON)
    const got = snapped(eventRecord('started', 0, atMs))[eventField.atMs] as number
    expect(Number.isInteger(got / timeStepMs)).toBe(true)
    expect(Math.abs(got - atMs)).toBeLessThanOrEqual(timeStepMs / 2)
  }
})

test('times on the grid stay as they are, however often they are put there', () => {
  const once = snapped(eventRecord('ran', 3, unsteady, { value: unsteady * 2, onCpuMs: 0.1, readyMs: 1 / 3 }))
  expect(snapped([...once])).toEqual(once)
  expect(snapped(eventRecord('queued', 0, -0.5))[eventField.atMs]).toBe(-0.5)
})

test('what is not known stays unknown', () => {
  const record = eventRecord('finished', 0, NaN)
  expect(snapped(record)).toEqual(Float64Array.from(record))
})

test('every time of a record is on the grid, and what is no time is untouched', () => {
  const parts = { onCpuMs: 0.1, readyMs: 0.2, timerMs: 0.3, ioMs: 0.7 }
  const events = snapped([
    ...eventRecord('finished', 7, unsteady, { slot: 2, value: unsteady, ...parts }),
    ...eventRecord('progress', 7, unsteady, { value: 0.1 }),
    ...eventRecord('computed', 7, unsteady, { value: unsteady }),
  ])
  const { value, kind, task, slot, atMs, onCpuMs, readyMs, timerMs, ioMs } = eventField
  // A checksum, a share.
  expect([events[value], events[eventWidth + value]]).toEqual([unsteady, 0.1])
  expect([events[kind], events[task], events[slot]]).toEqual([4, 7, 2])
  for (const time of [atMs, onCpuMs, readyMs, timerMs, ioMs, 2 * eventWidth + value]) {
    expect(Number.isInteger((events[time] as number) / timeStepMs)).toBe(true)
  }
})
