import { isLabelled, isUnderWay } from '#shared/library/entry-state.ts'
import type { LibraryEntry } from '#shared/model/saved-run.ts'
import type { Bytes } from '#shared/model/units.ts'
import { decimalSignInUse } from '#shared/texts/language.ts'
import { texts } from '#shared/texts/texts.ts'

export const bytesPerGib = 2 ** 30

const most = 1_000_000

/** A number of GiB as it was typed, with either decimal sign; not a number where it is none. */
export function enteredGib(text: string): number {
  return Number(text.trim().replace(',', '.'))
}

/** A number of GiB as it can be typed: without thousands apart. */
export function gibText(gib: number): string {
  return decimalSignInUse() === 'comma' ? String(gib).replace('.', ',') : String(gib)
}

/** What is wrong with a limit as it was typed, in GiB, as a sentence; null: nothing. */
export function limitProblem(text: string): string | null {
  const value = enteredGib(text)
  const isSound = text.trim() !== '' && Number.isFinite(value) && value > 0 && value <= most
  return isSound ? null : texts().refusals.limitExpected
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
