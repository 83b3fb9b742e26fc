import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import process from 'node:process'
import { processSpace, processStartOf } from '../../platform/process-start.ts'
import { writerNoteVersion, type WriterNote } from '../reading/writer-note.ts'

/** What stays the same in a writer's note. */
export type WriterIdentity = Omit<WriterNote, 'recordedUntilMs' | 'droppedEvents' | 'slicesLeftOut'>

/** This process, as the writer of one run. */
export function writerIdentity(): WriterIdentity {
  return {
    schemaVersion: writerNoteVersion,
    processId: process.pid,
    processSpace: processSpace(),
    processStart: processStartOf(process.pid),
    hostName: hostname(),
    token: randomUUID(),
  }
}

/** Two numbers of seventeen digits more or less leave the file's length as it is. */
const noteBytes = 2048

/**
 * A note's file, always of the same length: it is renewed in place, with one write, so that whoever reads it meanwhile, or after the writer was
 * killed, finds all of it.
 */
export function noteFile(note: WriterNote): Uint8Array {
  const text = Buffer.from(JSON.stringify(note), 'utf8')
  const bytes = Buffer.alloc(Math.max(noteBytes, text.byteLength + 1), ' ')
  text.copy(bytes)
  bytes[bytes.byteLength - 1] = 10 // so that a terminal's prompt follows on a line of its own
  return bytes
}
