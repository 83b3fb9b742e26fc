import type { RunId } from '#shared/model/ids.ts'
import type { LibraryUsage } from '#shared/model/saved-run.ts'
import type { RunLibrary } from './runs/library/run-library.ts'

/** Keeps the library within its limit, whoever made it grow. What was measured, imported or looked at since the app was started stays. */
export class LibraryLimit {
  readonly #library: Pick<RunLibrary, 'snapshot' | 'tidy'>
  readonly #sinceIso: string
  readonly #kept = new Set<RunId>()
  #tidying: Promise<unknown> | null = null

  constructor(library: Pick<RunLibrary, 'snapshot' | 'tidy'>, sinceMs = Date.now()) {
    this.#library = library
    this.#sinceIso = new Date(sinceMs).toISOString()
  }

  /** These stay from now on. */
  keep(runIds: readonly RunId[]): void {
    for (const runId of runIds) this.#kept.add(runId)
  }

  /** To be called when the library has changed. Deletes nothing, and reads nothing, where there is room. */
  observe({ bytes, limitBytes }: LibraryUsage): void {
    if (limitBytes === null || bytes <= limitBytes || this.#tidying !== null) return
    // What cannot be deleted now is looked at again with the next change.
    this.#tidying = this.#tidy()
      .catch(() => undefined)
      .finally(() => (this.#tidying = null))
  }

  async #tidy(): Promise<void> {
    const { entries } = await this.#library.snapshot()
    const kept = new Set(this.#kept)
    for (const entry of entries)
      if (entry.kind === 'run' && entry.startedAt >= this.#sinceIso) kept.add(entry.id)
    await this.#library.tidy(kept)
  }
}
