import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunId } from '#shared/model/ids.ts'
import { InputError, quote } from '../../engine/input-error.ts'

/** As long as file systems let a name be. */
const longestName = 255

/**
 * Whether a folder of that name may be a run of the library. Names that are no run's (`UnreadableRun`) count, too: but none that leads
 * elsewhere, and none of the library's own files, which are hidden.
 */
export function isEntryName(name: string): boolean {
  return name !== '' && name.length <= longestName && !/^\.|[/\\:\p{Cc}]/u.test(name)
}

/** The folder of a run that is there, never a link to another. Rejects with an `InputError`. */
export async function folderOfEntry(library: string, id: RunId): Promise<string> {
  const missing = new InputError(`Expected a run of the library, got ${quote(id)}.`)
  if (!isEntryName(id)) throw missing
  const folder = join(library, id)
  const stats = await lstat(folder).catch(() => null)
  if (stats?.isDirectory() !== true) throw missing
  return folder
}
