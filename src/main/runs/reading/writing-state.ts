import { InputError } from '../../engine/input-error.ts'
import { runFiles } from './run-files.ts'
import { mostBytes, type RunSource } from './run-source.ts'
import { isWriterAlive, type WriterConditions } from './writer-alive.ts'
import { parseWriterNote, type WriterNote } from './writer-note.ts'

/** How the writing of a run that is not over stands. */
export interface WritingState {
  readonly isAlive: boolean
  /** How far its writer said that it had come; null: nothing that can be read. */
  readonly note: WriterNote | null
}

/** Reads `writing.json`. One that cannot be read says nothing: its writer was cut off in the middle of it. */
export async function readWritingState(
  source: RunSource,
  conditions: WriterConditions | undefined,
): Promise<WritingState> {
  try {
    const found = await source.read(runFiles.writing, mostBytes.note)
    if (found === null) return { isAlive: false, note: null }
    const note = parseWriterNote(runFiles.writing, found.bytes)
    return { isAlive: isWriterAlive(note, found.modifiedMs, conditions), note }
  } catch (error) {
    if (error instanceof InputError) return { isAlive: false, note: null }
    throw error
  }
}
