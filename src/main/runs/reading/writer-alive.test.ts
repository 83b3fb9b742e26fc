import process from 'node:process'
import { expect, test } from 'vitest'
import { writerIdentity } from '../folder/writer-identity.ts'
import { isWriterAlive, noteLifetimeMs, realConditions, type WriterConditions } from './writer-alive.ts'
import type { WriterNote } from './writer-note.ts'

const note: WriterNote = {
  schemaVersion: 1,
  processId: 42,
  processSpace: 'boot/space',
  processStart: '1000',
  hostName: 'lab',
  token: 't',
  recordedUntilMs: 0,
  droppedEvents: 0,
  slicesLeftOut: 0,
}
const renewedMs = 1_000_000

/** The system of the note, in which its process lives. */
function system(change: Partial<WriterConditions> = {}): WriterConditions {
  return {
    hostName: 'lab',
    processSpace: 'boot/space',
    processStartOf: (id) => (id === 42 ? '1000' : null),
    hasProcess: (id) => id === 42,
    nowMs: () => renewedMs,
    ...change,
  }
}
const alive = (change?: Partial<WriterConditions>, other?: Partial<WriterNote>): boolean =>
  isWriterAlive({ ...note, ...other }, renewedMs, system(change))

const later = { nowMs: () => renewedMs + noteLifetimeMs }

test('a writer lives as long as its process, however old its note is', () => {
  expect(alive()).toBe(true)
  expect(alive(later)).toBe(true)
  expect(alive({ processStartOf: () => null })).toBe(false)
})

test('a process that has the id of another is not that one', () => {
  expect(alive({ processStartOf: () => '2000' })).toBe(false)
})

test('another machine’s writer, or another container’s, lives while it renews its note', () => {
  const elsewhere = { processSpace: 'other/space', processStartOf: () => null }
  expect(alive(elsewhere)).toBe(true)
  expect(alive({ ...elsewhere, ...later })).toBe(false)
  // Its clock may be ahead of ours, but not for ever.
  expect(alive({ ...elsewhere, nowMs: () => renewedMs - 2 * noteLifetimeMs })).toBe(false)
})

test('where the platform tells no start times, a writer lives while its process and its note do', () => {
  const untold = { processSpace: null, processStart: null }
  expect(alive({ processSpace: null }, untold)).toBe(true)
  expect(alive({ processSpace: null, ...later }, untold)).toBe(false)
  expect(alive({ processSpace: null, hasProcess: () => false }, untold)).toBe(false)
  expect(alive({ processSpace: null, hostName: 'other', hasProcess: () => false }, untold)).toBe(true)
})

test('this process lives, and one that is gone does not', () => {
  const counters = { recordedUntilMs: 0, droppedEvents: 0, slicesLeftOut: 0 }
  const own = { ...writerIdentity(), ...counters }
  expect(own.processId).toBe(process.pid)
  expect(isWriterAlive(own, Date.now())).toBe(true)
  expect(isWriterAlive({ ...own, processId: 2 ** 30 }, Date.now(), realConditions())).toBe(false)
})
