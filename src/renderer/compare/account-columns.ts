import { durationFigure, figureText } from '#shared/format.ts'
import { accountEntries, type AccountEntry } from '#shared/model/account.ts'
import type { ComparedVariant } from '#shared/model/comparison.ts'
import type { Fraction } from '#shared/model/units.ts'
import { accountWordsIn } from '#shared/words/account-words.ts'
import { accountRows, type AccountRow } from '../parts/account-rows.ts'
import type { WholeAccountView } from '../parts/account-views.ts'

/** A variant's bar. */
export interface ComparedAccount {
  readonly label: string
  readonly rows: readonly AccountRow[]
  readonly totalText: string
  /** Of the longest bar: all are on one scale. */
  readonly length: Fraction
}

export interface ComparedAccounts {
  /** In the order of the variants; null: it has no account of this view. */
  readonly bars: readonly (ComparedAccount | null)[]
  /** What any of the bars has, useful first. */
  readonly legend: readonly {
    readonly fill: AccountEntry
    readonly label: string
    readonly definition: string
  }[]
}

/** The accounts of one view, one bar for each variant. */
export function comparedAccounts(
  variants: readonly ComparedVariant[],
  view: WholeAccountView,
): ComparedAccounts {
  const accounts = variants.map(({ accounting }) => accounting?.[view] ?? null)
  const longestMs = accounts.reduce((most, account) => Math.max(most, account?.totalMs ?? 0), 0)
  const bars = accounts.map((account, at): ComparedAccount | null => {
    if (account === null) return null
    return {
      label: variants[at]?.label ?? '',
      rows: accountRows(account, view),
      totalText: figureText(durationFigure(account.totalMs)),
      length: longestMs > 0 ? account.totalMs / longestMs : 0,
    }
  })
  const shown = new Set(bars.flatMap((bar) => bar?.rows.map(({ fill }) => fill) ?? []))
  const words = accountWordsIn(view)
  return {
    bars,
    legend: accountEntries.flatMap((fill) => (shown.has(fill) ? [{ fill, ...words[fill] }] : [])),
  }
}
