import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

export const inProject = (...parts) => join(projectRoot, ...parts)

/** This user's folder for what is big and can be fetched again, shared by all checkouts. */
export function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'taskscope')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'taskscope')
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'taskscope')
}
