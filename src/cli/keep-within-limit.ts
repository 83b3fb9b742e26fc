import process from 'node:process'
import { bytesFigure, counted } from '#shared/format.ts'
import type { RunId } from '#shared/model/ids.ts'
import { messageInSentence } from '../main/engine/input-error.ts'
import { openLibrary } from './open-library.ts'
import { plainFigure } from './plain-figure.ts'
import { plainText } from './plain-text.ts'

/** Deletes what goes beyond the library's limit, but none of these runs, and tells what went. Never rejects: the result does not depend on it. */
export async function keepWithinLimit(runsFolder: string, kept: readonly RunId[]): Promise<void> {
  try {
    const deleted = await openLibrary(runsFolder).tidy(new Set(kept))
    if (deleted.length === 0) return
    const freed = deleted.reduce((sum, { bytes }) => sum + bytes, 0)
    process.stderr.write(
      `${counted(deleted.length, 'older run')} deleted to keep the library within its limit, ${plainFigure(bytesFigure(freed))}.\n`,
    )
  } catch (error) {
    process.stderr.write(
      plainText(`The library could not be kept within its limit: ${messageInSentence(error)}.\n`),
    )
  }
}
