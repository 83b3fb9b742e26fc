import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isUnderWay } from '#shared/library/entry-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { LibraryEntry } from '#shared/model/saved-run.ts'
import { messageInSentence } from '../../engine/input-error.ts'
import { runFiles } from '../reading/run-files.ts'
import { isEntryName } from './entry-name.ts'
import { fullStamp, isSameStamp, isSettled, quickStamp, type FolderStamp } from './folder-stamp.ts'
import { isLasting } from './index-row.ts'
import { ListingIndex, type KnownEntry } from './listing-index.ts'

/** Of more runs than these, only the folders' own times are asked for: all times of all would take longer than anybody waits. */
const mostAskedFully = 2_000
/** Folders asked in between two turns of the loop: about a ms. */
const foldersAtOnce = 200
/** Listings read at a time. */
const readersAtOnce = 8
/** A folder without its document is given so long to get one: somebody may just have made it. */
const newbornMs = 1_000

/** What has changed. */
export interface EntriesChange {
  readonly changed: readonly LibraryEntry[]
  readonly removed: readonly RunId[]
}

export interface HeldEntriesParts {
  readonly folder: string
  readonly readListing: (folder: string) => Promise<LibraryEntry>
  readonly nowMs: () => number
}

/** The entries of a library as they were read last, and how they are read again. Not for two readings at once. */
export class HeldEntries {
  readonly #parts: HeldEntriesParts
  readonly #index: ListingIndex
  #entries = new Map<string, KnownEntry>()
  #isIndexRead = false
  /** Names of folders that are not yet known to be a run or none. */
  readonly #newborn = new Set<string>()

  constructor(parts: HeldEntriesParts) {
    this.#parts = parts
    this.#index = new ListingIndex(parts.folder)
  }

  get all(): ReadonlyMap<string, KnownEntry> {
    return this.#entries
  }

  /** Folders that somebody has just made. */
  get newborn(): ReadonlySet<string> {
    return this.#newborn
  }

  /** Names of runs that are being recorded. */
  get underWay(): readonly string[] {
    return [...this.#entries].filter(([, { entry }]) => isUnderWay(entry)).map(([name]) => name)
  }

  /** Names of runs that ended with their writer. */
  get interrupted(): readonly string[] {
    return [...this.#entries]
      .filter(([, { entry }]) => entry.kind === 'run' && entry.phase === 'interrupted')
      .map(([name]) => name)
  }

  /** Looks through the whole folder; reads what the index does not know or knows otherwise. Rejects where the folder cannot be read. */
  async scan(): Promise<EntriesChange> {
    await this.#readIndex()
    const names = await this.#readNames()
    const stampOf = names.length > mostAskedFully ? quickStamp : fullStamp
    const stale: string[] = []
    for (const [at, name] of names.entries()) {
      const known = this.#entries.get(name)
      if (known === undefined || !isSameStamp(known.stamp, stampOf(`${this.#parts.folder}/${name}`)))
        stale.push(name)
      if (at % foldersAtOnce === foldersAtOnce - 1) await nextTurn()
    }
    const there = new Set(names)
    const gone = [...this.#entries.keys()].filter((name) => !there.has(name))
    return this.read([...stale, ...gone])
  }

  /** Reads these again, whatever is known of them. */
  async read(names: readonly string[]): Promise<EntriesChange> {
    await this.#readIndex()
    const changed: LibraryEntry[] = []
    const removed: RunId[] = []
    const fresh = new Map<string, KnownEntry>()
    const waiting = names.values()
    const readOn = async (): Promise<void> => {
      for (const name of waiting) {
        const before = this.#entries.get(name)?.entry
        const known = await this.#readOne(name)
        if (known === null) {
          if (this.#entries.delete(name)) removed.push(name as RunId)
          continue
        }
        this.#entries.set(name, known)
        if (isKept(known)) fresh.set(name, known)
        if (JSON.stringify(before) !== JSON.stringify(known.entry)) changed.push(known.entry)
      }
    }
    await Promise.all(Array.from({ length: Math.min(readersAtOnce, names.length) }, readOn))
    await this.#index.keep(fresh, () => new Map([...this.#entries].filter(([, known]) => isKept(known))))
    return { changed, removed }
  }

  async #readIndex(): Promise<void> {
    if (!this.#isIndexRead) this.#entries = await this.#index.read()
    this.#isIndexRead = true
  }

  async #readNames(): Promise<string[]> {
    try {
      const inside = await readdir(this.#parts.folder, { withFileTypes: true })
      // A link would lead out of the library.
      return inside.filter((one) => one.isDirectory() && isEntryName(one.name)).map(({ name }) => name)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  }

  /** Null: there is no such folder, or nothing in it yet. */
  async #readOne(name: string): Promise<KnownEntry | null> {
    this.#newborn.delete(name)
    if (!isEntryName(name)) return null
    const folder = join(this.#parts.folder, name)
    // Before it is read: what changes meanwhile has a later time.
    const stamp = fullStamp(folder)
    if (stamp[0] === 0) return null
    const nowMs = this.#parts.nowMs()
    if (stamp[1] === 0 && nowMs - (stamp[0] ?? 0) < newbornMs && !(await hasDocument(folder))) {
      this.#newborn.add(name)
      return null
    }
    const entry = await this.#parts.readListing(folder).catch((error: unknown) => unreadable(name, error))
    // It may have gone while it was read.
    if (entry.kind === 'unreadable' && fullStamp(folder)[0] === 0) return null
    return { entry, stamp: isSettled(stamp, nowMs) ? stamp : unknownStamp }
  }
}

/** One run that cannot be read keeps no other from being listed. */
function unreadable(name: string, error: unknown): LibraryEntry {
  return { kind: 'unreadable', id: name as RunId, message: `${messageInSentence(error)}.`, bytes: 0 }
}

/** No folder has it: the entry is read again the next time. */
const unknownStamp: FolderStamp = []

/** Whether an entry is worth keeping for the next process. */
function isKept({ stamp, entry }: KnownEntry): boolean {
  return stamp !== unknownStamp && isLasting(entry)
}

async function hasDocument(folder: string): Promise<boolean> {
  return stat(join(folder, runFiles.document)).then(
    () => true,
    () => false,
  )
}
