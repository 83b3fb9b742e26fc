import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { hasProcess } from './process-start.ts'

/** A folder among the system's temporary ones that belongs to this process. */
export interface OwnFolder {
  readonly path: string
  /** Removes it with all that is in it; may be called again. */
  remove(): Promise<void>
}

/** Removes what processes that were killed have left under that prefix. */
async function removeAbandoned(prefix: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (owner === undefined || hasProcess(Number(owner))) continue
    // Another user's, perhaps: then it is not ours to remove.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)
  }
}

async function makeFolder(prefix: string): Promise<string> {
  try {
    await removeAbandoned(prefix)
    return await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`No temporary folder could be made in ${tmpdir()}: ${reason}.`, { cause: error })
  }
}

/**
 * Makes a temporary folder whose name begins with the prefix, such as "taskscope-run-", and this process's id; those of processes
 * that are no more are removed first. It goes with the process at the latest, unless that is killed. Rejects with a sentence.
 */
export async function makeOwnFolder(prefix: string): Promise<OwnFolder> {
  const path = await makeFolder(prefix)
  // For a process that is ended in the middle of its work, by a second Ctrl-C or by a bug.
  const removeNow = (): void => rmSync(path, { recursive: true, force: true })
  process.once('exit', removeNow)
  return {
    path,
    async remove() {
      process.off('exit', removeNow)
      await rm(path, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
