import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunId } from '#shared/model/ids.ts'

/** How the names of runs begin that are being deleted. */
export const deletedPrefix = '.deleted-'

/**
 * Deletes a run's folder for good; gives false where it could not be. It takes a hidden name first: what is deleted by half is not listed as
 * a run that cannot be read.
 */
export async function deleteForGood(library: string, id: RunId): Promise<boolean> {
  const hidden = join(library, `${deletedPrefix}${randomBytes(6).toString('hex')}`)
  try {
    await rename(join(library, id), hidden)
  } catch {
    // In use, where the system has such a thing, or gone already.
    return false
  }
  // What is left of it goes the next time.
  await rm(hidden, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  return true
}
