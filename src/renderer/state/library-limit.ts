import { isLabelled, isUnderWay } from '#shared/library/entry-state.ts'
import type { LibraryEntry } from '#shared/model/saved-run.ts'
import type { Bytes } from '#shared/model/units.ts'

export const bytesPerGib = 2 ** 30

const most = 1_000_000

/** What is wrong with a limit as it was typed, in GiB, as a sentence; null: nothing. */
export function limitProblem(text: string): string | null {
  const value = Number(text)
  const isSound = text.trim() !== '' && Number.isFinite(value) && value > 0 && value <= most
  return isSound ? null : 'Expected a number of GiB above 0, such as 2.5.'
}

/** What a limit would delete at once. */
export interface OverLimit {
  readonly runs: number
  readonly bytes: Bytes
  /** What nobody deletes for space is larger than the limit. */
  readonly isStillOver: boolean
}

/** The oldest runs that neither bear labels nor are under way, until the library is within the limit. `entries` newest first. */
export function runsOverLimit(
  entries: readonly LibraryEntry[],
  usedBytes: Bytes,
  limitBytes: Bytes,
): OverLimit {
  let runs = 0
  let bytes = 0
  for (const entry of entries.toReversed()) {
    if (usedBytes - bytes <= limitBytes) break
    if (entry.kind !== 'run' || isLabelled(entry) || isUnderWay(entry)) continue
    runs++
    bytes += entry.bytes
  }
  return { runs, bytes, isStillOver: usedBytes - bytes > limitBytes }
}
