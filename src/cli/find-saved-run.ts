import { counted, listed } from '#shared/format.ts'
import { findEntry } from '#shared/library/find-entry.ts'
import type { LibraryEntry, RunListing } from '#shared/model/saved-run.ts'
import { InputError, quote } from '../main/engine/input-error.ts'

/** Candidates named one by one. */
const mostNamed = 3

/** The entry that a name on the command line stands for: an id, what only it begins with, or "latest". Throws an `InputError`. */
export function findSavedEntry(entries: readonly LibraryEntry[], name: string): LibraryEntry {
  const found = findEntry(entries, name)
  switch (found.kind) {
    case 'found':
      return found.entry
    case 'ambiguous': {
      const named = found.entries.slice(0, mostNamed).map(({ id }) => id)
      const more = found.entries.length - named.length
      const all = listed([...named, ...(more > 0 ? [`${more} more`] : [])])
      throw new InputError(
        `Expected what only one run begins with, got ${quote(name)}, with which ${counted(found.entries.length, 'run')} begin: ${all}.`,
      )
    }
    case 'missing': {
      const hint = found.nearest === null ? 'See taskscope runs list.' : `Was it ${found.nearest.id}?`
      throw new InputError(`Expected a run of the library, got ${quote(name)}. ${hint}`)
    }
  }
}

/** The same, of those that can be read. */
export function findSavedRun(entries: readonly LibraryEntry[], name: string): RunListing {
  const entry = findSavedEntry(entries, name)
  if (entry.kind === 'unreadable') throw new InputError(`${entry.id}: ${entry.message}`)
  return entry
}
