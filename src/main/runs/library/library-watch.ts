import { basename } from 'node:path'
import type { Milliseconds } from '#shared/model/units.ts'
import { isEntryName } from './entry-name.ts'
import type { After, WatchFolder } from './folder-watch.ts'
import { settingsName } from './library-settings.ts'

/** Changes mostly come in bunches: a run's folder, its files, their other names. */
const quietMs: Milliseconds = 150
/** How often a folder that cannot be watched is looked through. */
const lookMs: Milliseconds = 5_000
/** More names than these are looked for in the whole folder. */
const mostNames = 100

export interface LibraryWatchParts {
  readonly folder: string
  readonly watch: WatchFolder
  readonly after: After
  /** What may have changed: these names, or anything at all. */
  readonly onChanged: (names: readonly string[] | 'all') => void
}

/** Tells, after a short while, what others have changed in a library. Where the system can't say, everything may have changed now and then. */
export class LibraryWatch {
  readonly #parts: LibraryWatchParts
  readonly #names = new Set<string>()
  #isAnything = false
  #stopWatching: (() => void) | null = null
  #stopTimer: (() => void) | null = null
  #isClosed = false

  constructor(parts: LibraryWatchParts) {
    this.#parts = parts
    this.#begin()
  }

  /** Whether nothing can have changed that was not told. */
  get isSure(): boolean {
    return this.#stopWatching !== null && !this.#isAnything
  }

  /** What has not been told yet, to be told now. */
  take(): readonly string[] {
    const names = [...this.#names]
    this.#names.clear()
    return names
  }

  close(): void {
    this.#isClosed = true
    this.#stopTimer?.()
    this.#stopWatching?.()
    this.#stopWatching = null
  }

  #begin(): void {
    try {
      this.#stopWatching = this.#parts.watch(
        this.#parts.folder,
        (name) => this.#note(name),
        () => this.#fail(),
      )
    } catch {
      // It is not there, or the system has no watchers left.
      this.#fail()
    }
  }

  /** The folder itself was moved or removed: by its name there is another one, or none. */
  #lose(): void {
    this.#stopWatching?.()
    this.#stopWatching = null
  }

  #fail(): void {
    this.#stopWatching = null
    this.#wait(lookMs)
  }

  #note(name: string | null): void {
    if (name === null) this.#isAnything = true
    else if (name === basename(this.#parts.folder)) this.#lose()
    else if (isEntryName(name) || name === settingsName) this.#names.add(name)
    else return
    this.#wait(quietMs)
  }

  #wait(ms: Milliseconds): void {
    if (this.#isClosed || this.#stopTimer !== null) return
    this.#stopTimer = this.#parts.after(ms, () => {
      this.#stopTimer = null
      const isAll = this.#isAnything || this.#stopWatching === null || this.#names.size > mostNames
      const names = this.take()
      this.#isAnything = false
      if (this.#stopWatching === null && !this.#isClosed) this.#begin()
      this.#parts.onChanged(isAll ? 'all' : names)
    })
  }
}
