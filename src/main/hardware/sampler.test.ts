import { expect, test } from 'vitest'
import { sampleField, sampleFixedFields, sampleWidth } from '#shared/model/sample.ts'
import { allocateRing, RingReader, RingWriter } from '#shared/rings/record-ring.ts'
import { Sampler } from './sampler.ts'

function set(hz = 10, startMs = 500, room = 64) {
  let nowMs = startMs
  let ticks: [busy: number, total: number][] = [
    [0, 0],
    [0, 0],
  ]
  const ring = allocateRing(sampleWidth(2), room)
  const cpu = { onCpuMs: 0, readyMs: 0, read: () => void (cpu.onCpuMs += 0.25), close: () => undefined }
  const sampler = new Sampler({
    hz,
    nowMs: () => nowMs,
    coreTimes: {
      name: 'fake',
      cores: 2,
      read(busy, total) {
        busy.set(ticks.map(([core]) => core))
        total.set(ticks.map(([, core]) => core))
      },
      close: () => undefined,
    },
    systemMemory: () => ({ usedBytes: 700, availableBytes: 300 }),
    processMemory: () => 50,
    cpu,
    ring: new RingWriter(ring),
  })
  const reader = new RingReader(ring)
  return {
    sampler,
    reader,
    /** Moves the clock to the sample's due time plus that, and takes it. */
    takeLate: (lateMs: number, ...readings: [number, number][]): void => {
      if (readings.length > 0) ticks = readings
      nowMs = sampler.dueMs + lateMs
      sampler.take()
    },
    takeAt: (atMs: number, ...readings: [number, number][]): void => {
      if (readings.length > 0) ticks = readings
      nowMs = atMs
      sampler.take()
    },
    read: (): number[][] => {
      const width = sampleWidth(2)
      const target = new Float64Array(reader.available * width)
      const count = reader.drainInto(target, 0, reader.available)
      return Array.from({ length: count }, (_, at) => [...target.subarray(at * width, (at + 1) * width)])
    },
  }
}

test('a sample is a record with everything in its field', () => {
  const { takeLate, read } = set()
  takeLate(3, [6, 10], [2, 10])
  expect(read()).toEqual([[603, 103, 3, 700, 300, 50, 0.25, 0.6, 0.2]])
})

test('lateness does not add up: the n-th sample is due at the start plus n intervals', () => {
  const { sampler, takeLate, read } = set(8)
  const due: number[] = []
  for (let n = 0; n < 40; n++) {
    due.push(sampler.dueMs)
    takeLate((n % 5) * 7)
  }
  expect(due).toEqual(Array.from({ length: 40 }, (_, n) => 500 + (n + 1) * 125))
  expect(read().map((record) => record[sampleField.latenessMs])).toEqual(
    Array.from({ length: 40 }, (_, n) => (n % 5) * 7),
  )
})

test('samples that were missed are left out, and the next one covers the whole interval', () => {
  const { sampler, takeAt, read } = set(10, 0)
  takeAt(100)
  takeAt(450)
  const dueAfter = sampler.dueMs
  takeAt(500)
  expect([dueAfter, read().map((record) => record.slice(0, 3))]).toEqual([
    500,
    [
      [100, 100, 0],
      [450, 350, 250],
      [500, 50, 0],
    ],
  ])
})

test('a sample that comes a moment early is not late, and is not taken twice', () => {
  const { sampler, takeAt, read } = set(10, 0)
  takeAt(99.5)
  expect([sampler.dueMs, read().map((record) => record.slice(0, 3))]).toEqual([200, [[99.5, 99.5, 0]]])
})

test('shares are of the ticks since the sample before, whichever those were', () => {
  const { takeLate, read } = set()
  takeLate(0, [5, 10], [0, 10])
  takeLate(0, [15, 20], [5, 20])
  takeLate(0, [15, 40], [15, 30])
  expect(read().map((record) => record.slice(sampleFixedFields))).toEqual([
    [0.5, 0],
    [1, 0.5],
    [0, 1],
  ])
})

test('where no tick passed, a counter went back or a core is offline, there is no share', () => {
  const { takeLate, read } = set()
  takeLate(0, [5, 10], [5, 10])
  takeLate(0, [5, 10], [4, 12])
  takeLate(0, [NaN, NaN], [6, 14])
  takeLate(0, [8, 20], [8, 16])
  takeLate(0, [9, 24], [8, 20])
  expect(read().map((record) => record.slice(sampleFixedFields))).toEqual([
    [0.5, 0.5],
    [NaN, NaN],
    [NaN, 1],
    [NaN, 1],
    [0.25, 0],
  ])
})

test('a sample that finds the ring full is counted, and the clock goes on', () => {
  const { sampler, takeLate, reader, read } = set(10, 0, 2)
  for (let n = 0; n < 5; n++) takeLate(0)
  expect([reader.dropped, read().map(([at]) => at), sampler.dueMs]).toEqual([3, [100, 200], 600])
})
