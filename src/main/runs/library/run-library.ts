import { utimes } from 'node:fs/promises'
import { counted, listed } from '#shared/format.ts'
import { isUnderWay } from '#shared/library/entry-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type {
  LibraryChange,
  LibraryEntry,
  LibrarySnapshot,
  LibraryUsage,
  RunLabels,
  RunListing,
} from '#shared/model/saved-run.ts'
import type { Bytes } from '#shared/model/units.ts'
import { InputError, messageInSentence } from '../../engine/input-error.ts'
import { makeFolder } from '../../platform/make-folder.ts'
import { writeLabels as writeRunLabels } from '../reading/labels.ts'
import { readRunListing } from '../reading/run-listing.ts'
import type { WriterConditions } from '../reading/writer-alive.ts'
import { deleteForGood } from './delete-for-good.ts'
import { folderOfEntry } from './entry-name.ts'
import { realAfter, watchFolder, type After, type WatchFolder } from './folder-watch.ts'
import { HeldEntries, type EntriesChange } from './held-entries.ts'
import { InTurn } from './in-turn.ts'
import { readSettings, settingsName, writeSettings, type LibrarySettings } from './library-settings.ts'
import { LibraryFollowing } from './library-following.ts'
import { Leftovers } from './leftovers.ts'
import { isExpendable, runsBeyond } from './retention.ts'

export interface RunLibraryParts {
  /** Need not be there yet. */
  readonly folder: string
  readonly moveToTrash: (folders: readonly string[]) => Promise<void>
  readonly readListing?: (folder: string) => Promise<LibraryEntry>
  readonly writeLabels?: (folder: string, labels: RunLabels) => Promise<void>
  readonly nowMs?: () => number
  /** Who is asked whether the writers of what lies unfinished live; left out: this system. */
  readonly writers?: WriterConditions
  readonly after?: After
  readonly watch?: WatchFolder
}

/** Newest first; what cannot be read, and so has no start, last. */
function newestFirst(one: LibraryEntry, other: LibraryEntry): number {
  if (one.kind === 'run' && other.kind === 'run' && one.startedAt !== other.startedAt)
    return one.startedAt < other.startedAt ? 1 : -1
  if (one.kind !== other.kind) return one.kind === 'run' ? -1 : 1
  return one.id < other.id ? 1 : -1
}

/**
 * All runs in a folder, whoever writes them: this process or another. Columns are never read. Whatever a user can act on rejects with an
 * `InputError`.
 */
export class RunLibrary {
  readonly folder: string
  readonly #moveToTrash: RunLibraryParts['moveToTrash']
  readonly #writeLabels: (folder: string, labels: RunLabels) => Promise<void>
  readonly #held: HeldEntries
  readonly #leftovers: Leftovers
  readonly #turns = new InTurn()
  readonly #following: LibraryFollowing
  #settings: LibrarySettings = { limitBytes: null }
  #isLoaded = false
  #sorted: readonly LibraryEntry[] | null = null

  constructor(parts: RunLibraryParts) {
    const { folder, moveToTrash, readListing = readRunListing, nowMs = Date.now } = parts
    const { writeLabels = writeRunLabels, after = realAfter, watch = watchFolder } = parts
    this.folder = folder
    this.#moveToTrash = moveToTrash
    this.#writeLabels = writeLabels
    this.#held = new HeldEntries({ folder, readListing, nowMs })
    this.#leftovers = new Leftovers(folder, { nowMs, writers: parts.writers })
    this.#following = new LibraryFollowing({
      folder,
      watch,
      after,
      onChanged: (names) => {
        // Nobody has seen anything yet that could have changed.
        if (this.#isLoaded)
          this.#inBackground(() => (names === 'all' ? this.#scan() : this.#readAgain(names)))
      },
    })
  }

  /** All entries, newest first. Followers hear of what has changed since. Rejects where the folder is there but cannot be read. */
  snapshot(): Promise<LibrarySnapshot> {
    return this.#turns.do(async () => {
      if (this.#isLoaded && this.#following.isSure) await this.#readAgain(this.#following.take())
      else await this.#scan()
      return { entries: this.#entries, usage: this.#usage }
    })
  }

  /** Tells of changes from now on, until the returned function is called: those of this process at once, those of others after a short while. */
  follow(listener: (change: LibraryChange) => void): () => void {
    return this.#following.follow(listener)
  }

  /** Reads a run's entry again, after it was saved, say. */
  refresh(id: RunId): Promise<void> {
    return this.#turns.do(() => this.#readAgain([id]))
  }

  /** The folder of a run that is there. */
  folderOf(id: RunId): Promise<string> {
    return folderOfEntry(this.folder, id)
  }

  /** Writes a run's labels in place of those that it had. */
  label(id: RunId, labels: RunLabels): Promise<void> {
    return this.#turns.do(async () => {
      const folder = await this.folderOf(id)
      try {
        await this.#writeLabels(folder, labels)
      } catch (error) {
        throw asInputError(`The labels of ${id} could not be written`, error)
      }
      // Who watches the library's folder sees its folders being touched, but nothing inside of them.
      const now = new Date()
      await utimes(folder, now, now).catch(() => undefined)
      await this.#readAgain([id])
    })
  }

  /** Moves runs to the system's trash: all of them, or none where one is being written. */
  delete(ids: readonly RunId[]): Promise<void> {
    return this.#turns.do(async () => {
      const folders = await Promise.all(ids.map((id) => this.folderOf(id)))
      await this.#readAgain(ids)
      const busy = ids.filter((id) => {
        const known = this.#held.all.get(id)
        return known !== undefined && isUnderWay(known.entry)
      })
      if (busy.length > 0) {
        throw new InputError(
          `Expected runs that are over, got ${counted(busy.length, 'run')} being recorded (${listed(busy)}).`,
        )
      }
      try {
        await this.#moveToTrash(folders)
      } catch (error) {
        throw asInputError(`${counted(ids.length, 'run')} could not be moved to the trash`, error)
      } finally {
        await this.#readAgain(ids)
      }
    })
  }

  /** Sets how large the library may become; null: all runs are kept. Nothing is deleted before `tidy`. */
  limit(limitBytes: Bytes | null): Promise<void> {
    return this.#turns.do(async () => {
      try {
        makeFolder(this.folder)
        await writeSettings(this.folder, { limitBytes })
      } catch (error) {
        throw asInputError('The limit could not be set', error)
      }
      await this.#readAgain([settingsName])
    })
  }

  /**
   * Deletes runs for good, the oldest first, until the library is within its limit; gives those that went. Never what is titled, tagged, annotated,
   * unreadable, under way, the newest, or among those to be kept.
   */
  tidy(kept: ReadonlySet<RunId> = new Set()): Promise<readonly RunListing[]> {
    return this.#turns.do(async () => {
      await this.#removeLeftovers()
      const deleted: RunListing[] = []
      // Most libraries have no limit: then there is nothing to look for.
      if ((await readSettings(this.folder)).limitBytes === null) return deleted
      await this.#scan()
      for (const { id } of runsBeyond(this.#entries, this.#settings.limitBytes, kept)) {
        // Somebody may just have written on it.
        await this.#readAgain([id])
        const entry = this.#held.all.get(id)?.entry
        if (entry === undefined || !isExpendable(entry)) continue
        if (await deleteForGood(this.folder, id)) deleted.push(entry)
        await this.#readAgain([id])
      }
      return deleted
    })
  }

  /** Follows nothing any more; resolves when what was under way is done. */
  async close(): Promise<void> {
    this.#following.close()
    await this.#turns.rest()
  }

  get #entries(): readonly LibraryEntry[] {
    return (this.#sorted ??= [...this.#held.all.values()].map(({ entry }) => entry).sort(newestFirst))
  }

  get #usage(): LibraryUsage {
    let bytes = this.#leftovers.bytes
    for (const { entry } of this.#held.all.values()) bytes += entry.bytes
    return { bytes, runs: this.#held.all.size, limitBytes: this.#settings.limitBytes }
  }

  async #scan(): Promise<void> {
    const isFirst = !this.#isLoaded
    const { limitBytes } = this.#settings
    try {
      this.#settings = await readSettings(this.folder)
      if (isFirst) await this.#leftovers.remove()
      const change = await this.#held.scan()
      this.#isLoaded = true
      // Of runs that nobody has seen yet: none of them changes.
      if (isFirst) await this.#held.read(await this.#leftovers.removeWithin(this.#held.interrupted))
      await this.#leftovers.measure()
      this.#tell(change, isFirst, this.#settings.limitBytes !== limitBytes)
    } catch (error) {
      throw asInputError(`The library in ${this.folder} could not be read`, error)
    }
  }

  /** Whether or not the library has been read: the runs that it knows of, and what lies beside them. */
  async #removeLeftovers(): Promise<void> {
    const { bytes } = this.#leftovers
    await this.#leftovers.remove()
    await this.#leftovers.measure()
    await this.#readAgain(await this.#leftovers.removeWithin(this.#held.interrupted))
    this.#tell({ changed: [], removed: [] }, false, this.#leftovers.bytes !== bytes)
  }

  async #readAgain(names: readonly string[]): Promise<void> {
    if (names.length === 0) return
    const { limitBytes } = this.#settings
    if (names.includes(settingsName)) this.#settings = await readSettings(this.folder)
    const change = await this.#held.read(names.filter((name) => name !== settingsName))
    await this.#leftovers.measure()
    this.#tell(change, false, this.#settings.limitBytes !== limitBytes)
  }

  /** Followers have the snapshot already when they hear of changes to it: of the first reading they hear nothing. */
  #tell({ changed, removed }: EntriesChange, isFirst: boolean, isOtherLimit: boolean): void {
    this.#following.lookAgainAt([...this.#held.newborn, ...this.#held.underWay])
    const isChange = changed.length > 0 || removed.length > 0
    if (isChange || isFirst) this.#sorted = null
    if (isFirst || !this.#isLoaded || !(isChange || isOtherLimit)) return
    this.#following.tell({ changed, removed, usage: this.#usage })
  }

  /** Nobody waits for it: where the folder cannot be read just now, what was read before stands until the next time. */
  #inBackground(work: () => Promise<void>): void {
    void this.#turns.do(work).catch(() => undefined)
  }
}

function asInputError(what: string, error: unknown): InputError {
  return error instanceof InputError
    ? error
    : new InputError(`${what}: ${messageInSentence(error)}.`, { cause: error })
}
