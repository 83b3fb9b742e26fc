import { expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { allocateBatchMemory, BatchRing, BatchRingReader, type Stretch } from './batch-ring.ts'

test('what is put is what is viewed, whatever is released in between, until it is released itself', () => {
  const memory = allocateBatchMemory(100)
  const ring = new BatchRing(memory)
  const reader = new BatchRingReader(memory)
  const random = fakeRandom(2)
  const waiting: { readonly stretch: Stretch; readonly records: Float64Array }[] = []
  let refused = 0
  for (let round = 0; round < 5_000; round++) {
    const records = Float64Array.from({ length: 1 + random(40) }, (_, at) => round * 100 + at)
    const stretch = ring.put(records)
    if (stretch === null) refused++
    else waiting.push({ stretch, records })
    for (const held of waiting) expect(reader.view(held.stretch)).toEqual(held.records)
    // Without room, at least one has to go.
    for (let left = stretch === null ? 1 + random(3) : random(3); left > 0 && waiting.length > 0; left--) {
      waiting.shift()
      reader.release()
    }
  }
  expect(refused).toBeGreaterThan(100)
  expect(refused).toBeLessThan(4_000)
})

test('what is larger than all of it is refused, and what fills it is not', () => {
  const memory = allocateBatchMemory(8)
  const ring = new BatchRing(memory)
  expect(ring.put(new Float64Array(9))).toBe(null)
  expect(ring.put(new Float64Array(8))).toEqual({ from: 0, length: 8 })
  expect(ring.put(new Float64Array(1))).toBe(null)
  new BatchRingReader(memory).release()
  expect(ring.put(new Float64Array(1))).toEqual({ from: 0, length: 1 })
})

test('the count of what was released may overflow', () => {
  const memory = allocateBatchMemory(8)
  new Int32Array(memory.released)[0] = 2 ** 31 - 1
  const ring = new BatchRing(memory)
  const reader = new BatchRingReader(memory)
  for (let round = 0; round < 5; round++) {
    expect(ring.put(new Float64Array(8))).toEqual({ from: 0, length: 8 })
    reader.release()
  }
})
