import type { LibraryEntry } from '../model/saved-run.ts'
import { parseQuery } from './parse-query.ts'

/** The entries that a query (`parseQuery`) finds, in the order in which they came; the very same list where it asks for nothing. */
export function searchEntries(entries: readonly LibraryEntry[], query: string): readonly LibraryEntry[] {
  if (query.trim() === '') return entries
  return entries.filter(parseQuery(query).matches)
}

/** Tags that the entries have, each with how often, the most frequent first. */
export function countTags(
  entries: readonly LibraryEntry[],
): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    if (entry.kind !== 'run') continue
    for (const tag of entry.labels.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1))
}
