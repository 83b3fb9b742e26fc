import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { allocateRing, RingReader, RingWriter, type RingMemory } from './record-ring.ts'

function write(writer: RingWriter, ...values: readonly number[]): boolean {
  const at = writer.claim()
  if (at < 0) return false
  writer.records.set(values, at)
  writer.publish()
  return true
}

function readAll(reader: RingReader, width: number): number[][] {
  const target = new Float64Array(reader.available * width)
  const count = reader.drainInto(target, 0, reader.available)
  return Array.from({ length: count }, (_, at) => [...target.subarray(at * width, (at + 1) * width)])
}

/** Sets both counters, as if that many records had passed. */
function windOn(ring: RingMemory, passed: number): void {
  new Int32Array(ring.buffer, 0, 2).fill(passed | 0)
}

test('a ring has room for as many records as asked, rounded up to a power of two', () => {
  const asked = [1, 2, 3, 4, 5, 1000, 1024, 1025]
  expect(asked.map((records) => allocateRing(1, records).capacity)).toEqual([1, 2, 4, 4, 8, 1024, 1024, 2048])
  const powers = Array.from({ length: 20 }, (_, exponent) => 2 ** exponent)
  expect(powers.map((records) => allocateRing(1, records).capacity)).toEqual(powers)
  expect(() => allocateRing(0, 8)).toThrow('Expected a record width and a capacity of 1 or more, got 0 and 8')
  expect(() => allocateRing(7, 0)).toThrow('Expected a record width and a capacity of 1 or more, got 7 and 0')
})

test('records come out whole and in order, however often the ring goes round', () => {
  const ring = allocateRing(3, 4)
  const writer = new RingWriter(ring)
  const reader = new RingReader(ring)
  const seen: number[][] = []
  for (let record = 0; record < 100; record++) {
    write(writer, record, record + 0.5, -record)
    if (record % 3 === 2) seen.push(...readAll(reader, 3))
  }
  seen.push(...readAll(reader, 3))
  expect(seen).toEqual(Array.from({ length: 100 }, (_, record) => [record, record + 0.5, -record]))
  expect([reader.available, reader.dropped]).toEqual([0, 0])
})

test.each([2 ** 31 - 3, 2 ** 32 - 3])('the counters may wrap: nothing changes around record %i', (passed) => {
  const ring = allocateRing(1, 4)
  windOn(ring, passed)
  const writer = new RingWriter(ring)
  const reader = new RingReader(ring)
  const seen: number[] = []
  for (let record = 0; record < 12; record++) {
    write(writer, record)
    if (record % 4 === 3) seen.push(...readAll(reader, 1).flat())
  }
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  const accepted = [1, 2, 3, 4, 5].map((value) => write(writer, value))
  expect([accepted, reader.available, reader.dropped]).toEqual([[true, true, true, true, false], 4, 1])
})

test.each([2 ** 31, 2 ** 32])('a ring that is filled across record %i is full when it is full', (border) => {
  const ring = allocateRing(1, 4)
  windOn(ring, border - 2)
  const writer = new RingWriter(ring)
  const reader = new RingReader(ring)
  const accepted = [1, 2, 3, 4, 5].map((value) => write(writer, value))
  expect([accepted, reader.available, readAll(reader, 1), reader.dropped]).toEqual([
    [true, true, true, true, false],
    4,
    [[1], [2], [3], [4]],
    1,
  ])
})

test('a full ring drops what is new, counts it and keeps what it has', () => {
  const ring = allocateRing(1, 2)
  const writer = new RingWriter(ring)
  const reader = new RingReader(ring)
  expect([1, 2, 3, 4].map((value) => write(writer, value))).toEqual([true, true, false, false])
  expect([readAll(reader, 1), reader.dropped]).toEqual([[[1], [2]], 2])
  expect([write(writer, 5), readAll(reader, 1), reader.dropped]).toEqual([true, [[5]], 2])
})

test('a record that was claimed but not published is not seen, and the claim may be made again', () => {
  const ring = allocateRing(1, 2)
  const writer = new RingWriter(ring)
  const reader = new RingReader(ring)
  writer.records[writer.claim()] = 7
  expect(reader.available).toBe(0)
  write(writer, 8)
  expect(readAll(reader, 1)).toEqual([[8]])
})

test('draining takes no more than it is asked for, to the place that it is given', () => {
  const ring = allocateRing(2, 4)
  const writer = new RingWriter(ring)
  const reader = new RingReader(ring)
  for (const value of [1, 2, 3]) write(writer, value, -value)
  const target = new Float64Array(6).fill(9)
  expect([reader.drainInto(target, 2, 2), [...target], reader.available]).toEqual([
    2,
    [9, 9, 1, -1, 2, -2],
    1,
  ])
  reader.discard()
  expect([reader.available, reader.drainInto(target, 0, 3), reader.dropped]).toEqual([0, 0, 0])
})

test('a thread that writes as fast as it can loses nothing but what is counted', async () => {
  const ring = allocateRing(3, 64)
  const records = 300_000
  // The writing end as every thread uses it, without the types.
  const code = `
    const { workerData } = require('node:worker_threads')
    const header = new Int32Array(workerData.ring.buffer, 0, 4)
    const records = new Float64Array(workerData.ring.buffer, 16)
    const Writer = ${RingWriter.toString()
      .replaceAll('headerInts', '4')
      .replaceAll('headerBytes', '16')
      .replaceAll('headWritten', '0')
      .replaceAll('tailRead', '1')
      .replaceAll('droppedCount', '2')}
    const writer = new Writer(workerData.ring)
    for (let n = 0; n < workerData.records; n++) {
      const at = writer.claim()
      if (at < 0) continue
      writer.records[at] = n
      writer.records[at + 1] = -n
      writer.records[at + 2] = n * 0.5
      writer.publish()
    }`
  const thread = new Worker(code, { eval: true, workerData: { ring, records } })
  const reader = new RingReader(ring)
  const exited = once(thread, 'exit')
  const state = { hasExited: false }
  void exited.then(() => (state.hasExited = true))
  const target = new Float64Array(64 * 3)
  let seen = 0
  let last = -1
  let torn = 0
  let outOfOrder = 0
  const drain = (): void => {
    const count = reader.drainInto(target, 0, 64)
    for (let at = 0; at < count * 3; at += 3) {
      const value = target[at] as number
      if (target[at + 1] !== -value || target[at + 2] !== value * 0.5) torn++
      if (value <= last) outOfOrder++
      last = value
    }
    seen += count
  }
  while (!state.hasExited) {
    for (let round = 0; round < 1000; round++) drain()
    await new Promise((resolve) => setImmediate(resolve))
  }
  drain()
  expect({ torn, outOfOrder, sum: seen + reader.dropped }).toEqual({ torn: 0, outOfOrder: 0, sum: records })
  // Otherwise there was nothing to see.
  expect(seen).toBeGreaterThan(64)
})

test('the newest record can be looked at without being taken', () => {
  const memory = allocateRing(2, 4)
  const writer = new RingWriter(memory)
  const reader = new RingReader(memory)
  const record = new Float64Array(2)
  expect(reader.copyNewest(record)).toBe(false)
  for (let number = 1; number <= 4; number++) {
    writer.records.set([number, -number], writer.claim())
    writer.publish()
  }
  expect([reader.copyNewest(record), ...record, reader.available]).toEqual([true, 4, -4, 4])
})
