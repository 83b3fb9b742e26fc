import { shell } from 'electron'
import process from 'node:process'
import { moveToSystemTrash } from './runs/library/system-trash.ts'

/**
 * Moves folders to the system's trash. Not with Electron's own way on Linux: it calls programs of a desktop there, which may be missing.
 * Rejects with the system's reason.
 */
export async function moveToTrash(paths: readonly string[]): Promise<void> {
  if (process.platform === 'linux') return moveToSystemTrash(paths)
  for (const path of paths) await shell.trashItem(path)
}
