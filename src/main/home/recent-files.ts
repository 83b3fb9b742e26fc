import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import { z } from 'zod'
import type { RecentFile } from '#shared/ipc.ts'
import type { StateFile } from './state-file.ts'

const mostRecent = 10

const entry = z.strictObject({
  path: z
    .string()
    .max(10_000)
    .refine((path) => isAbsolute(path)),
  what: z.enum(['preset', 'runs']),
})
const entries = z.array(entry).max(100)
export type RecentEntry = z.infer<typeof entry>

export type RecentStore = Pick<StateFile<RecentEntry[]>, 'read' | 'write'>

/** What the window knows a file by: nothing of its folder can be read from it. */
function idOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

/** Presets and run files that were opened, the last one first, over all starts of the app. */
export class RecentFiles {
  readonly #store: RecentStore
  readonly #exists: (path: string) => boolean
  readonly #onChange: () => void
  #entries: readonly RecentEntry[]

  /** `onChange` hears when the list has another order, or other files. */
  constructor(store: RecentStore, onChange: () => void, exists: (path: string) => boolean = existsSync) {
    this.#store = store
    this.#exists = exists
    this.#onChange = onChange
    this.#entries = (store.read(entries) ?? []).slice(0, mostRecent)
  }

  /** Without those that are gone, for now: their disk may come back. */
  get list(): readonly RecentFile[] {
    return this.#entries
      .filter(({ path }) => this.#exists(path))
      .map(({ path, what }) => ({ id: idOf(path), name: basename(path), what }))
  }

  /** The path of a file of the list; null: it is not in it any more. */
  find(id: string): string | null {
    return this.#entries.find(({ path }) => idOf(path) === id)?.path ?? null
  }

  add(paths: readonly string[], what: RecentFile['what']): void {
    if (paths.length === 0) return
    const added = [...new Set(paths)].map((path) => ({ path, what }))
    const others = this.#entries.filter(({ path }) => !paths.includes(path))
    this.#become([...added, ...others].slice(0, mostRecent))
  }

  clear(): void {
    if (this.#entries.length > 0) this.#become([])
  }

  #become(next: readonly RecentEntry[]): void {
    this.#entries = next
    void this.#store.write([...next])
    this.#onChange()
  }
}
