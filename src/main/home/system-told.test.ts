import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { keepTold } from './system-told.ts'

test('sleep adds up, and a processor that is held back counts once for each time', () => {
  const events = new EventEmitter()
  let nowMs = 1000
  const told = keepTold(events, { platform: 'darwin', nowMs: () => nowMs })
  // It was asleep before anybody listened.
  events.emit('resume')
  events.emit('suspend')
  nowMs += 5000
  events.emit('resume')
  events.emit('resume')
  events.emit('suspend')
  nowMs += 250
  events.emit('resume')
  for (const limit of [100, 80, 60, 100, 90]) events.emit('speed-limit-change', { limit })
  expect([...told]).toEqual([5250, 2])
  expect([...keepTold(new EventEmitter(), { platform: 'linux', nowMs: () => 0 })]).toEqual([0, NaN])
})
