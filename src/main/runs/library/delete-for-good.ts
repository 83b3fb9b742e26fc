import { randomBytes } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunId } from '#shared/model/ids.ts'

const prefix = '.deleted-'

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}

/**
 * Deletes a run's folder for good; gives false where it could not be. It takes a hidden name first: what is deleted by half is not listed as
 * a run that cannot be read.
 */
export async function deleteForGood(library: string, id: RunId): Promise<boolean> {
  const hidden = join(library, `${prefix}${randomBytes(6).toString('hex')}`)
  try {
    await rename(join(library, id), hidden)
  } catch {
    // In use, where the system has such a thing, or gone already.
    return false
  }
  // What is left of it goes the next time.
  await remove(hidden).catch(() => undefined)
  return true
}

/** Deletes what a process that was killed has left of what it deleted. */
export async function removeLeftovers(library: string): Promise<void> {
  const names = await readdir(library).catch(() => [])
  for (const name of names)
    if (name.startsWith(prefix)) await remove(join(library, name)).catch(() => undefined)
}
