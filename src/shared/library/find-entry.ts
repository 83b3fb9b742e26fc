import type { LibraryEntry } from '../model/saved-run.ts'

/** What a name on the command line stands for. */
export type FoundEntry =
  | { readonly kind: 'found'; readonly entry: LibraryEntry }
  /** Several runs begin that way: all of them, newest first. */
  | { readonly kind: 'ambiguous'; readonly entries: readonly LibraryEntry[] }
  /** No run does; `nearest` is what may have been meant, null where nothing is near. */
  | { readonly kind: 'missing'; readonly nearest: LibraryEntry | null }

/** Stands for the newest run. */
export const latestWord = 'latest'

/** How many single characters make one word of the other, up to a bound (Levenshtein's distance, row by row). */
function editDistance(one: string, other: string, bound: number): number {
  if (Math.abs(one.length - other.length) > bound) return bound + 1
  let before = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const now = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const changed = (before[column - 1] ?? 0) + (isSame ? 0 : 1)
      const distance = Math.min(changed, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1)
      now.push(distance)
      least = Math.min(least, distance)
    }
    if (least > bound) return bound + 1
    before = now
  }
  return before[other.length] ?? bound + 1
}

/** More wrong characters than these are another name. */
const mostWrong = 4

function nearestTo(entries: readonly LibraryEntry[], name: string): LibraryEntry | null {
  let nearest: LibraryEntry | null = null
  let least = mostWrong + 1
  for (const entry of entries) {
    // A beginning that was mistyped is compared with a beginning.
    const known = entry.id.slice(0, Math.max(name.length, 4)).toLowerCase()
    const distance = editDistance(known, name, least - 1)
    if (distance < least) [nearest, least] = [entry, distance]
  }
  // Half of a short name being wrong is no likeness.
  return least * 2 <= name.length ? nearest : null
}

/** The entry of that id, that begins so, or `latest`; `entries` newest first, as the library gives them. */
export function findEntry(entries: readonly LibraryEntry[], name: string): FoundEntry {
  const wanted = name.toLowerCase()
  if (wanted === latestWord) {
    const latest = entries.find(({ kind }) => kind === 'run')
    return latest === undefined ? { kind: 'missing', nearest: null } : { kind: 'found', entry: latest }
  }
  const exact = entries.find(({ id }) => id === name)
  if (exact !== undefined) return { kind: 'found', entry: exact }
  const beginning = wanted === '' ? [] : entries.filter(({ id }) => id.toLowerCase().startsWith(wanted))
  const [first, second] = beginning
  if (first === undefined) return { kind: 'missing', nearest: nearestTo(entries, wanted) }
  return second === undefined ? { kind: 'found', entry: first } : { kind: 'ambiguous', entries: beginning }
}
