import { expect, test } from 'vitest'
import { sampleField, sampleFixedFields } from '#shared/model/sample.ts'
import { allocateRing, RingReader, RingWriter } from '#shared/rings/record-ring.ts'
import type { SampleSource } from './sample-source.ts'
import { Sampler } from './sampler.ts'

const width = sampleFixedFields + 2

/** Writes how often it was read, and the interval that it was told. */
function countingSource(field: number): SampleSource {
  let reads = 0
  return {
    write(record, _atMs, intervalMs) {
      record[field] = ++reads
      record[field + 1] = intervalMs
    },
  }
}

function set(hz = 10, startMs = 500, room = 64, sources: readonly SampleSource[] = []) {
  let nowMs = startMs
  const ring = allocateRing(width, room)
  const sampler = new Sampler({ hz, nowMs: () => nowMs, sources, width, ring: new RingWriter(ring) })
  const reader = new RingReader(ring)
  return {
    sampler,
    reader,
    /** Moves the clock to the sample's due time plus that, and takes it. */
    takeLate: (lateMs: number): void => {
      nowMs = sampler.dueMs + lateMs
      sampler.take()
    },
    takeAt: (atMs: number): void => {
      nowMs = atMs
      sampler.take()
    },
    read: (): number[][] => {
      const target = new Float64Array(reader.available * width)
      const count = reader.drainInto(target, 0, reader.available)
      return Array.from({ length: count }, (_, at) => [...target.subarray(at * width, (at + 1) * width)])
    },
  }
}

test('a sample holds its own times, what its sources write, and NaN for what none of them does', () => {
  const { takeLate, read } = set(10, 500, 64, [
    countingSource(sampleFixedFields),
    { write: (record, atMs) => void (record[sampleField.majorFaults] = atMs) },
  ])
  takeLate(3)
  takeLate(0)
  const record = (atMs: number, intervalMs: number, latenessMs: number, reads: number): number[] => [
    ...Array.from({ length: sampleFixedFields }, (_, field) => {
      if (field === sampleField.majorFaults) return atMs
      return [atMs, intervalMs, latenessMs][field] ?? NaN
    }),
    ...[reads, intervalMs],
  ]
  expect(read()).toEqual([record(603, 103, 3, 1), record(700, 97, 0, 2)])
})

test('sources are read for a sample that is dropped, too: the next one counts from there', () => {
  const { takeLate, read, reader } = set(10, 0, 1, [countingSource(sampleFixedFields)])
  takeLate(0)
  takeLate(0)
  const [first] = read()
  takeLate(0)
  const [third] = read()
  expect([first?.slice(sampleFixedFields), third?.slice(sampleFixedFields), reader.dropped]).toEqual([
    [1, 100],
    [3, 100],
    1,
  ])
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

test('a sample that finds the ring full is counted, and the clock goes on', () => {
  const { sampler, takeLate, reader, read } = set(10, 0, 2)
  for (let n = 0; n < 5; n++) takeLate(0)
  expect([reader.dropped, read().map(([at]) => at), sampler.dueMs]).toEqual([3, [100, 200], 600])
})
