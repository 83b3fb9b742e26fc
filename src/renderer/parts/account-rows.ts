import { durationFigure, figureText } from '#shared/format.ts'
import { accountEntries, type Account, type AccountEntry } from '#shared/model/account.ts'
import type { Fraction, Milliseconds } from '#shared/model/units.ts'
import { accountWordsIn, type AccountView } from '#shared/words/account-words.ts'
import { tenthsOf, tenthsText } from './tenths.ts'

/** One entry of an account, as it is read. */
export interface AccountRow {
  readonly fill: AccountEntry
  readonly label: string
  readonly definition: string
  /** Of the bar; 0 for what is below nothing. */
  readonly share: Fraction
  readonly timeText: string
  /** In percent; the texts of all rows sum to 100.0. */
  readonly percentText: string
}

/** What is finer than any clock is what adding fractions leaves behind. */
const toNanoseconds = (ms: Milliseconds): Milliseconds => Math.round(ms * 1e6) / 1e6 || 0

/**
 * The entries that an account has anything under, in their order and called as its view calls them, and always the unexplained rest:
 * an account that adds up says so. Their percentages sum to 100.0.
 */
export function accountRows({ totalMs, parts }: Account, view: AccountView = 'slots'): readonly AccountRow[] {
  const words = accountWordsIn(view)
  const tenths = tenthsOf(
    accountEntries.map((entry) => parts[entry]),
    totalMs,
  )
  return accountEntries.flatMap((entry, at) => {
    const partMs = toNanoseconds(parts[entry])
    if (partMs === 0 && entry !== 'unexplained') return []
    return [
      {
        fill: entry,
        ...words[entry],
        share: totalMs > 0 ? Math.max(0, partMs / totalMs) : 0,
        timeText: figureText(durationFigure(partMs)).replace('-', '−'),
        percentText: tenthsText(tenths[at] ?? 0),
      },
    ]
  })
}
