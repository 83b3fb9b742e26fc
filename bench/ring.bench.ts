import { expect, test } from 'vitest'
import { eventWidth } from '#shared/model/task-event.ts'
import { allocateRing, RingReader, RingWriter } from '#shared/rings/record-ring.ts'
import { RecordWriter } from '../src/main/workloads/event-writer.ts'
import { median, printTable } from './table.ts'

const events = 4_096
const rounds = 300

function nanosecondsEach(round: () => void): number {
  for (let warmUp = 0; warmUp < 30; warmUp++) round()
  const times: number[] = []
  for (let at = 0; at < rounds; at++) {
    const startedMs = performance.now()
    round()
    times.push(((performance.now() - startedMs) * 1e6) / events)
  }
  return median(times)
}

test('writing one event into a ring, clock reading included', () => {
  const memory = allocateRing(eventWidth, events)
  const writer = new RecordWriter(new RingWriter(memory))
  const reader = new RingReader(memory)
  const drained = new Float64Array(events * eventWidth)
  let written = 0
  const ring = nanosecondsEach(() => {
    for (let task = 0; task < events; task++) writer.started(task, performance.now())
    written = reader.drainInto(drained, 0, events)
  })
  expect([written, reader.dropped]).toEqual([events, 0])

  let list: object[] = []
  const objects = nanosecondsEach(() => {
    list = []
    for (let task = 0; task < events; task++) {
      list.push({
        kind: 'started',
        task,
        atMs: performance.now(),
        slot: -1,
        value: NaN,
        onCpuMs: NaN,
        readyMs: NaN,
      })
    }
  })
  expect(list).toHaveLength(events)

  // What a thread would do without shared memory: the same events, cloned on their way to the main thread.
  let copies: unknown[] = []
  const cloned = nanosecondsEach(() => {
    copies = structuredClone(list)
  })
  expect(copies).toHaveLength(events)

  printTable(
    'One event',
    ['how', 'ns'],
    [
      ['ring in shared memory, written and drained', ring.toFixed(0)],
      ['peer: object pushed to a list', objects.toFixed(0)],
      ['peer: such objects cloned for a message, on top', cloned.toFixed(0)],
    ],
  )
  expect(ring).toBeLessThan(objects + cloned)
})
