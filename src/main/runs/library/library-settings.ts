import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bytes } from '#shared/model/units.ts'
import { InputError, quote } from '../../engine/input-error.ts'
import { replaceFile } from '../../platform/replace-file.ts'

/** What is set for a library, for all who use it. */
export interface LibrarySettings {
  /** Null: all runs are kept. */
  readonly limitBytes: Bytes | null
}

export const settingsName = 'library.json'
const schemaVersion = 1
const mostSettingsBytes = 65_536
const keepAll: LibrarySettings = { limitBytes: null }

/** What a limit may be: a MiB, which holds a few runs, to a PiB. */
export const limitBounds = { min: 2 ** 20, max: 2 ** 50 } as const

function isLimit(value: unknown): value is Bytes {
  return Number.isSafeInteger(value) && Number(value) >= limitBounds.min && Number(value) <= limitBounds.max
}

/** As they are; where they are missing or make no sense, all runs are kept: what cannot be read deletes nothing. */
export async function readSettings(library: string): Promise<LibrarySettings> {
  try {
    const file = join(library, settingsName)
    const stats = await stat(file)
    if (!stats.isFile() || stats.size > mostSettingsBytes) return keepAll
    const parsed = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>> | null
    if (parsed === null || parsed['schemaVersion'] !== schemaVersion) return keepAll
    const limitBytes = parsed['limitBytes']
    return isLimit(limitBytes) ? { limitBytes } : keepAll
  } catch {
    return keepAll
  }
}

/** Rejects with an `InputError` where the limit is out of bounds, with the system's reason where it cannot be written. */
export async function writeSettings(library: string, { limitBytes }: LibrarySettings): Promise<void> {
  if (limitBytes !== null && !isLimit(limitBytes)) {
    throw new InputError(
      `Expected a limit of ${limitBounds.min} to ${limitBounds.max} bytes, got ${quote(limitBytes)}.`,
    )
  }
  await replaceFile(
    join(library, settingsName),
    `${JSON.stringify({ schemaVersion, limitBytes }, null, 2)}\n`,
  )
}
