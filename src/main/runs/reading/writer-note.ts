import { z } from 'zod'
import type { RunMs } from '#shared/model/units.ts'
import { InputError } from '../../engine/input-error.ts'
import { parseInput } from '../../engine/schema-error.ts'
import { parseBoundedJson } from './bounded-json.ts'
import { manyTimes, moment } from './run-parts-schema.ts'

export const writerNoteVersion = 1

/** `writing.json` of a run folder: who writes it, and how far they have come. */
export interface WriterNote {
  readonly schemaVersion: number
  readonly processId: number
  /** Within what `processId` means something (`processSpace`); null: the platform does not tell. */
  readonly processSpace: string | null
  /** Tells processes apart that had the same id, one after the other (`processStartOf`); null: the platform does not tell. */
  readonly processStart: string | null
  readonly hostName: string
  /** Random, of this writer alone. */
  readonly token: string
  readonly recordedUntilMs: RunMs
  readonly droppedEvents: number
  readonly slicesLeftOut: number
}

const words = z.string().max(300)

const noteSchema: z.ZodType<WriterNote> = z.object({
  schemaVersion: z.literal(writerNoteVersion),
  processId: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  processSpace: words.nullable(),
  processStart: words.nullable(),
  hostName: words,
  token: words,
  recordedUntilMs: moment,
  droppedEvents: manyTimes,
  slicesLeftOut: manyTimes,
})

/** A note from the bytes of its file. Throws an `InputError`; `what` names the file in its sentence. */
export function parseWriterNote(what: string, bytes: Uint8Array): WriterNote {
  // A writer that was cut off by a full disk has left nothing in it.
  if (bytes.byteLength === 0) throw new InputError(`${what}: expected a JSON document, got an empty file.`)
  return parseInput(what, noteSchema, parseBoundedJson(what, bytes))
}
