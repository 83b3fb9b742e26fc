import { expect, test } from 'vitest'
import { allocateBatchMemory, BatchRing, BatchRingReader } from './batch-ring.ts'
import { BatchSender } from './batch-sender.ts'
import { begunRun, fakeBatches } from './fake-batches.ts'
import type { SentBatch } from './writer-messages.ts'

const batches = fakeBatches(begunRun(40), 6, 1)

function sendAll(doubles: number): {
  readonly sent: (readonly SentBatch[])[]
  readonly reader: BatchRingReader
} {
  const memory = allocateBatchMemory(doubles)
  const sent: (readonly SentBatch[])[] = []
  let nowMs = 0
  const sender = new BatchSender(
    new BatchRing(memory),
    (some) => sent.push(some),
    () => nowMs,
  )
  for (const batch of batches) {
    sender.take(batch)
    nowMs += 50
  }
  return { sent, reader: new BatchRingReader(memory) }
}

test('batches are sent every tenth of a second, and the last one at once', () => {
  const { sent } = sendAll(1 << 16)
  const sequences = sent.map((some) => some.map(({ batch }) => batch.sequence))
  expect(sequences).toEqual([[1], [2, 3], [4, 5], [6]])
})

test('events travel in shared memory, and with their batch where that has no room', () => {
  const { sent, reader } = sendAll(1 << 16)
  const events = sent
    .flat()
    .map(({ batch, stretch }) => [batch.events.length, stretch === null ? null : reader.view(stretch)])
  expect(events).toEqual(batches.map(({ events: given }) => [0, given]))
  const narrow = sendAll(8).sent.flat()
  expect(narrow.map(({ batch, stretch }) => [batch, stretch])).toEqual(batches.map((batch) => [batch, null]))
})
