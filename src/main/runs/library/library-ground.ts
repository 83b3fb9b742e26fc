import { mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fakeListing, type FakeListing } from '#shared/library/fake-entries.ts'
import { InputError } from '../../engine/input-error.ts'
import { makeFolder } from '../../platform/make-folder.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { LibraryChange, LibraryEntry, RunLabels } from '#shared/model/saved-run.ts'
import type { After } from './folder-watch.ts'
import { RunLibrary, type RunLibraryParts } from './run-library.ts'

/** For tests: a library's folder whose runs are made of their listings alone, its clock and timers, and who watches it. */
export class LibraryGround {
  readonly folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  readonly trash = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  /** Names of those whose listing was read from their folder. */
  readonly reads: string[] = []
  nowMs = Date.UTC(2026, 10, 20)
  /** What watches the folder; null: it cannot be watched. */
  changed: ((name: string | null) => void) | null = null
  isWatchable = true
  /** What waits for its time. */
  readonly timers: { readonly ms: number; readonly callback: () => void }[] = []
  readonly changes: LibraryChange[] = []

  /** As another process would open it. */
  open(parts: Partial<RunLibraryParts> = {}): RunLibrary {
    return new RunLibrary({
      folder: this.folder,
      nowMs: () => this.nowMs,
      readListing: (folder) => this.#readListing(folder),
      writeLabels: (folder, labels) => this.#writeLabels(folder, labels),
      after: this.#after,
      watch: (_folder, onChange) => {
        if (!this.isWatchable) throw new Error('ENOSPC: no watchers left')
        this.changed = onChange
        return () => (this.changed = null)
      },
      moveToTrash: (folders) => {
        for (const folder of folders) renameSync(folder, join(this.trash, basename(folder)))
        return Promise.resolve()
      },
      ...parts,
    })
  }

  /** Opens it, reads it, and gathers changes from then on. */
  async followed(): Promise<RunLibrary> {
    const library = this.open()
    library.follow((change) => this.changes.push(change))
    await library.snapshot()
    return library
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
    rmSync(this.trash, { recursive: true, force: true })
  }

  /** Writes a run, long enough ago for its time to mean something. */
  put(id: string, listing: FakeListing = {}): LibraryEntry {
    const entry = fakeListing({ ...listing, id })
    const folder = join(this.folder, id)
    makeFolder(folder)
    writeFileSync(join(folder, 'run.json'), JSON.stringify(entry))
    this.nowMs += 60_000
    this.touch(id)
    this.nowMs += 60_000
    return entry
  }

  /** As if it had just been changed. */
  touch(id: string): void {
    const at = new Date(this.nowMs)
    utimesSync(join(this.folder, id, 'run.json'), at, at)
    utimesSync(join(this.folder, id), at, at)
  }

  /** Lets the first timer that waits run out. */
  async ring(library: RunLibrary): Promise<number | undefined> {
    const timer = this.timers.shift()
    timer?.callback()
    await library.refresh('' as RunId)
    return timer?.ms
  }

  readonly #after: After = (ms, callback) => {
    const timer = { ms, callback }
    this.timers.push(timer)
    return () => {
      const at = this.timers.indexOf(timer)
      if (at >= 0) this.timers.splice(at, 1)
    }
  }

  #readListing(folder: string): Promise<LibraryEntry> {
    this.reads.push(basename(folder))
    return Promise.resolve().then(
      () => JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as LibraryEntry,
    )
  }

  #writeLabels(folder: string, labels: RunLabels): Promise<void> {
    if (labels.title.length > 10)
      return Promise.reject(new InputError('title: expected at most 10 characters.'))
    const entry = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as object
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ ...entry, labels }))
    return Promise.resolve()
  }
}
