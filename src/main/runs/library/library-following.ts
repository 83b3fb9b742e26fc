import type { LibraryChange } from '#shared/model/saved-run.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { makeFolder } from '../../platform/make-folder.ts'
import type { After, WatchFolder } from './folder-watch.ts'
import { LibraryWatch } from './library-watch.ts'

/** How often runs under way are looked at: nobody tells when their writer was killed. */
const underWayMs: Milliseconds = 2_000

export interface LibraryFollowingParts {
  readonly folder: string
  readonly watch: WatchFolder
  readonly after: After
  /** These may have changed, or anything. */
  readonly onChanged: (names: readonly string[] | 'all') => void
}

/** Those who follow a library; as long as there are any, its folder is watched. */
export class LibraryFollowing {
  readonly #parts: LibraryFollowingParts
  readonly #followers = new Set<(change: LibraryChange) => void>()
  #watch: LibraryWatch | null = null
  #stopLooking: (() => void) | null = null

  constructor(parts: LibraryFollowingParts) {
    this.#parts = parts
  }

  /** Whether nothing has changed that was not told, but for what `take` gives. */
  get isSure(): boolean {
    return this.#watch?.isSure === true
  }

  /** Names of what has changed, before they are told. */
  take(): readonly string[] {
    return this.#watch?.take() ?? []
  }

  follow(listener: (change: LibraryChange) => void): () => void {
    this.#followers.add(listener)
    this.#watch ??= this.#beginWatch()
    return () => {
      this.#followers.delete(listener)
      if (this.#followers.size === 0) this.close()
    }
  }

  tell(change: LibraryChange): void {
    for (const follower of this.#followers) follower(change)
  }

  /** Has these told as changed in a while: runs under way end without anything changing in the library's own folder. */
  lookAgainAt(names: readonly string[]): void {
    if (this.#stopLooking !== null || this.#followers.size === 0 || names.length === 0) return
    this.#stopLooking = this.#parts.after(underWayMs, () => {
      this.#stopLooking = null
      this.#parts.onChanged(names)
    })
  }

  close(): void {
    this.#followers.clear()
    this.#watch?.close()
    this.#watch = null
    this.#stopLooking?.()
    this.#stopLooking = null
  }

  #beginWatch(): LibraryWatch {
    try {
      makeFolder(this.#parts.folder)
    } catch {
      // Then there is nothing to be watched, either; whoever writes a run is told.
    }
    return new LibraryWatch(this.#parts)
  }
}
