import { isLabelled, isUnderWay } from '#shared/library/entry-state.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { LibraryEntry, RunListing } from '#shared/model/saved-run.ts'
import type { Bytes } from '#shared/model/units.ts'

/** Whether a run may be deleted to save space: nobody has written on it, and it is not under way. What cannot be read is not ours to judge. */
export function isExpendable(entry: LibraryEntry): entry is RunListing {
  return entry.kind === 'run' && !isUnderWay(entry) && !isLabelled(entry)
}

/**
 * Runs that have to go for the library to be no larger than the limit, the oldest first; fewer where too many may not be deleted. The newest
 * run stays whatever its size, and so do those to be kept.
 */
export function runsBeyond(
  entries: readonly LibraryEntry[],
  limitBytes: Bytes | null,
  kept: ReadonlySet<RunId>,
): readonly RunListing[] {
  if (limitBytes === null) return []
  let excess = entries.reduce((sum, { bytes }) => sum + bytes, 0) - limitBytes
  if (excess <= 0) return []
  const oldestFirst = entries
    .filter((entry) => entry.kind === 'run')
    .sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt))
  const going: RunListing[] = []
  for (const entry of oldestFirst.slice(0, -1)) {
    if (excess <= 0) break
    if (!isExpendable(entry) || kept.has(entry.id)) continue
    going.push(entry)
    excess -= entry.bytes
  }
  return going
}
