import { expect, test } from 'vitest'
import { sampleFixedFields, sampleWidth, coreFields, slotFields } from '#shared/model/sample.ts'
import { FakeProc } from './fake-proc.ts'
import { SlotThreads } from './slot-threads.ts'

/** Two pools with two and one slots, on a machine whose second core is offline. */
const cores = [0, 2]
const shape = { cores: cores.length, slots: 3 }

function set(first: readonly number[], second: readonly number[]) {
  const proc = new FakeProc()
  const shared = (ids: readonly number[]): Int32Array => {
    const memory = new Int32Array(new SharedArrayBuffer(ids.length * 4))
    memory.set(ids)
    return memory
  }
  const pools = [shared(first), shared(second)] as const
  let threads: SlotThreads | null = null
  return {
    proc,
    pools,
    /** What each slot did since the last time: on CPU, ready, row of its core. */
    read: (intervalMs = 100): number[][] => {
      threads ??= new SlotThreads(pools, cores, proc.open)
      const record = new Float64Array(sampleWidth(shape)).fill(NaN)
      threads.write(record, 0, intervalMs)
      const slots = record.subarray(sampleFixedFields + cores.length * coreFields)
      expect(record.subarray(0, sampleFixedFields + cores.length * coreFields).every(Number.isNaN)).toBe(true)
      return Array.from({ length: shape.slots }, (_, slot) => [
        ...slots.subarray(slot * slotFields, (slot + 1) * slotFields),
      ])
    },
    begin: (): void => {
      threads = new SlotThreads(pools, cores, proc.open)
    },
  }
}

const unknown = [NaN, NaN, NaN]

test('each slot tells of its own thread what is new since the sample before', () => {
  const { proc, read, begin } = set([11, 12], [13])
  proc.setThread(11, 5000, 300, 0)
  proc.setThread(12, 40, 0, 2)
  proc.setThread(13, 0, 0, 0)
  begin()
  proc.setThread(11, 5080, 310, 2)
  proc.setThread(13, 1.5, 98, 0)
  const first = read()
  proc.setThread(11, 5080, 310, 0)
  const second = read()
  expect([first, second]).toEqual([
    [
      [80, 10, 1],
      [0, 0, 1],
      [1.5, 98, 0],
    ],
    [
      // It did not run: it is where it was, whatever the system says, and its `stat` is not read.
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 0],
    ],
  ])
})

test('a slot whose thread is not known, not there or has ended says nothing, and the others go on', () => {
  const { proc, pools, read, begin } = set([11, 0], [13])
  proc.setThread(11, 50, 0, 0)
  begin()
  const first = read()
  proc.endThread(11)
  proc.setThread(13, 20, 4, 2)
  const second = read()
  Atomics.store(pools[0], 0, 0)
  proc.setThread(13, 30, 5, 2)
  expect([first, second, read(), proc.openCount]).toEqual([
    [[0, 0, 0], unknown, unknown],
    [unknown, unknown, [20, 4, 1]],
    [unknown, unknown, [10, 1, 1]],
    2,
  ])
})

test('a thread that takes another’s place counts from its own beginning, and fills no more than the interval', () => {
  const { proc, pools, read, begin } = set([11, 12], [13])
  proc.setThread(11, 900, 90, 0)
  proc.setThread(12, 900, 90, 0)
  proc.setThread(13, 900, 90, 0)
  begin()
  proc.endThread(11)
  proc.endThread(12)
  proc.setThread(21, 30, 2, 2)
  proc.setThread(22, 300, 200, 2)
  Atomics.store(pools[0], 0, 21)
  Atomics.store(pools[0], 1, 22)
  const first = read(50)
  proc.setThread(21, 45, 2.5, 2)
  proc.setThread(22, 310, 220, 7)
  expect([first, read(50), proc.openCount]).toEqual([
    [
      [30, 2, 1],
      [50, 50, 1],
      [0, 0, 0],
    ],
    [
      [15, 0.5, 1],
      // A core that has no row is not known.
      [10, 20, NaN],
      [0, 0, 0],
    ],
    6,
  ])
})

test('counters that go back give nothing, never less than nothing', () => {
  const { proc, read, begin } = set([11, 12], [13])
  for (const thread of [11, 12, 13]) proc.setThread(thread, 100, 100, 0)
  begin()
  proc.setThread(11, 60, 120, 0)
  const first = read()
  proc.setThread(11, 70, 110, 0)
  expect([first[0], read()[0]]).toEqual([
    [0, 20, 0],
    [10, 0, 0],
  ])
})

test('a refusal that passes loses no time of the thread’s', () => {
  const { proc, read, begin } = set([11, 12], [13])
  for (const thread of [11, 12, 13]) proc.setThread(thread, 100, 0, 0)
  begin()
  proc.endThread(11)
  const refused = read()
  proc.setThread(11, 160, 40, 0)
  expect([refused[0], read()[0]]).toEqual([unknown, [60, 40, 0]])
})
