import { lstat, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bytes, Milliseconds } from '#shared/model/units.ts'
import { runFiles, runTables } from '../reading/run-files.ts'
import { folderSource } from '../reading/run-source.ts'
import type { WriterConditions } from '../reading/writer-alive.ts'
import { readWritingState } from '../reading/writing-state.ts'
import { deletedPrefix } from './delete-for-good.ts'

/** Where nothing says who writes, what nobody has touched for so long is a dead writer's. */
const abandonedMs: Milliseconds = 3_600_000

/** What is written before it has its name: `.<name>.<token>.part`; what it replaces is `.old` meanwhile. */
const partName = /^\.([\w.-]{1,64})\.[0-9a-f-]{8,36}\.part(\.old)?$/

/** What is written anew within a run's folder before it takes the place of another file. */
const unfinishedNames: readonly string[] = [
  ...runTables.map((table) => runFiles[table]),
  runFiles.document,
].map((name) => `${name}.new`)

/** When it is, and who is asked whether a writer lives. */
export interface LeftoverConditions {
  readonly nowMs: () => number
  /** Left out: this system's. */
  readonly writers?: WriterConditions | undefined
}

interface Standing {
  readonly bytes: Bytes
  /** When any of it was changed last, in ms since 1970. */
  readonly changedMs: number
}

/** A file or a folder with all in it; links are not followed. What goes meanwhile counts as nothing. */
async function standingOf(path: string): Promise<Standing> {
  const stats = await lstat(path).catch(() => null)
  if (stats === null) return { bytes: 0, changedMs: 0 }
  if (!stats.isDirectory()) return { bytes: stats.size, changedMs: stats.mtimeMs }
  let bytes = 0
  let changedMs = stats.mtimeMs
  for (const name of await readdir(path).catch(() => [])) {
    const inside = await standingOf(join(path, name))
    bytes += inside.bytes
    changedMs = Math.max(changedMs, inside.changedMs)
  }
  return { bytes, changedMs }
}

/** Whether nobody writes in a folder any more: by the writer's note, else by the time since which nothing has changed. */
async function isAbandoned(path: string, { nowMs, writers }: LeftoverConditions): Promise<boolean> {
  const { note, isAlive } = await readWritingState(folderSource(path), writers)
  if (note !== null) return !isAlive
  return nowMs() - (await standingOf(path)).changedMs >= abandonedMs
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 })
}

/** Whether nobody needs any more what lies beside the runs under that name. */
async function isLeft(library: string, name: string, conditions: LeftoverConditions): Promise<boolean> {
  if (name.startsWith(deletedPrefix)) return true
  const path = join(library, name)
  if (partName.exec(name)?.[2] === undefined) return isAbandoned(path, conditions)
  // Its own writer is long dead; it was renamed by another, who may be about to remove it. That shows in this time alone.
  return conditions.nowMs() - (await lstat(path)).ctimeMs >= abandonedMs
}

/** A run that was being replaced when its writer was killed is not to be lost: it is put back, the new one if that is whole, else the old. */
async function putBack(library: string, name: string): Promise<void> {
  const [, id = '', old] = partName.exec(name) ?? []
  const from = join(library, name, ...(old === undefined ? [id] : []))
  const to = join(library, id)
  const isThere = async (path: string): Promise<boolean> => (await lstat(path).catch(() => null)) !== null
  if ((await isThere(to)) || !(await isThere(join(from, runFiles.document)))) return
  await rename(from, to)
}

async function removeAbandoned(library: string, name: string, conditions: LeftoverConditions): Promise<void> {
  if (!(await isLeft(library, name, conditions))) return
  if (!name.startsWith(deletedPrefix)) await putBack(library, name)
  await remove(join(library, name))
}

/**
 * Removes what a writer that was killed at the end of a run has left in its folder, of which nothing is ever read. Gives whether there was any.
 */
async function removeUnfinished(folder: string, conditions: LeftoverConditions): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => unfinishedNames.includes(name))
  if (names.length === 0 || !(await isAbandoned(folder, conditions))) return false
  for (const name of names) await remove(join(folder, name))
  return true
}

/**
 * What killed processes have left in a library: what they were deleting, writing or importing. What a living one writes is never touched. Nothing
 * here rejects: what cannot be removed stays until the next time.
 */
export class Leftovers {
  readonly #library: string
  readonly #conditions: LeftoverConditions
  #left: readonly string[] = []
  #bytes: Bytes = 0

  constructor(library: string, conditions: LeftoverConditions) {
    this.#library = library
    this.#conditions = conditions
  }

  /** Room that was taken, when it was measured last, by what could not be removed, or somebody may still be writing. */
  get bytes(): Bytes {
    return this.#bytes
  }

  /** Removes what lies beside the runs. */
  async remove(): Promise<void> {
    const names = (await readdir(this.#library).catch(() => [])).filter(
      (name) => name.startsWith(deletedPrefix) || partName.test(name),
    )
    // Whole runs (`.part`) come before what they were to replace (`.part.old`).
    for (const name of names.sort())
      await removeAbandoned(this.#library, name, this.#conditions).catch(() => undefined)
    this.#left = names.map((name) => join(this.#library, name))
  }

  /** Removes what lies within these runs, none of which is being written; gives the names of those that had any. */
  async removeWithin(names: readonly string[]): Promise<readonly string[]> {
    const changed: string[] = []
    for (const name of names) {
      const folder = join(this.#library, name)
      if (await removeUnfinished(folder, this.#conditions).catch(() => false)) changed.push(name)
    }
    return changed
  }

  /** Measures what is left again: it may have become a run. */
  async measure(): Promise<void> {
    const standing = await Promise.all(this.#left.map(standingOf))
    this.#left = this.#left.filter((_, at) => standing[at]?.changedMs !== 0)
    this.#bytes = standing.reduce((sum, { bytes }) => sum + bytes, 0)
  }
}
