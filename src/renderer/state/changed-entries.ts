import type { RunId } from '#shared/model/ids.ts'
import type { LibraryEntry } from '#shared/model/saved-run.ts'

/** A library's entries, newest first, after a change: what was there keeps its place, and what is new comes first. */
export function changedEntries(
  entries: readonly LibraryEntry[],
  changed: readonly LibraryEntry[],
  removed: readonly RunId[],
): readonly LibraryEntry[] {
  const gone = new Set(removed)
  const later = new Map(changed.map((entry) => [entry.id, entry]))
  const kept = entries.flatMap((entry) => {
    if (gone.has(entry.id)) return []
    const replacement = later.get(entry.id)
    later.delete(entry.id)
    return [replacement ?? entry]
  })
  return [...later.values(), ...kept]
}
