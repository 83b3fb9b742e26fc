import { expect, test } from 'vitest'
import { eventKind, eventWidth } from '../model/task-event.ts'
import { EventLog } from './event-log.ts'

test('records are kept in order while the log grows, and given away once', () => {
  const log = new EventLog()
  const count = 5000
  for (let task = 0; task < count; task++) log.append(eventKind.queued, task, task / 2)
  log.append(eventKind.settled, 3, 9000, 4)
  const length = (count + 1) * eventWidth
  const target = new Float64Array(length + 2).fill(-7)
  expect([log.length, log.drainInto(target, 1), log.length, log.drainInto(target, 0)]).toEqual([
    length,
    length,
    0,
    0,
  ])
  const unread = [NaN, NaN, NaN, NaN]
  const record = (at: number): number[] => [
    ...target.subarray(1 + at * eventWidth, 1 + (at + 1) * eventWidth),
  ]
  expect([target[0], record(0), record(4999), record(5000), target[length + 1]]).toEqual([
    -7,
    [eventKind.queued, 0, 0, -1, NaN, ...unread],
    [eventKind.queued, 4999, 2499.5, -1, NaN, ...unread],
    [eventKind.settled, 3, 9000, -1, 4, ...unread],
    -7,
  ])
  log.append(eventKind.requeued, 1, 2)
  expect(log.length).toBe(eventWidth)
})
