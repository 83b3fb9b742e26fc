import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** What makes one folder in one that is there; tests supply their own. */
export type MakeOne = (path: string) => void

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

/**
 * Makes a folder and those above it; does nothing where it is there. Throws the system's own reason. Instead of Node's `recursive`, which tries again
 * for ever where the system answers ENOENT below a folder that is there, such as `/proc`, and calls ENOENT what is a disk that cannot be written to.
 */
export function makeFolder(path: string, makeOne: MakeOne = mkdirSync): void {
  makeWithParents(resolve(path), makeOne)
}

function makeWithParents(path: string, makeOne: MakeOne): void {
  try {
    makeOne(path)
  } catch (error) {
    if (isFolder(path)) return
    const parent = dirname(path)
    if (codeOf(error) !== 'ENOENT' || parent === path) throw error
    makeWithParents(parent, makeOne)
    makeLast(path, makeOne)
  }
}

/** All above it is there: whatever keeps it from being made now is the reason, but for somebody else's being quicker. */
function makeLast(path: string, makeOne: MakeOne): void {
  try {
    makeOne(path)
  } catch (error) {
    if (!isFolder(path)) throw error
  }
}
