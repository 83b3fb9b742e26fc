import type { Accounting } from '#shared/model/account.ts'
import {
  accountLinesWorthShowing,
  accountViewsOf,
  isNothing,
  shareOfTotal,
  type ViewedAccount,
} from '#shared/words/account-views.ts'
import { durationText, percentText } from './plain-figure.ts'
import { textTable } from './text-table.ts'

/**
 * Where the run's time went as a table: a line for each entry, each view with its time and its share, empty where it has no such
 * entry.
 */
export function accountLines(accounting: Accounting): string[] {
  const accounts = accountViewsOf(accounting)
  const cells = (msOf: (viewed: ViewedAccount) => number | null): string[] =>
    accounts.flatMap((viewed) => {
      const ms = msOf(viewed)
      if (ms === null) return ['', '']
      if (isNothing(ms)) return ['0', '']
      return [durationText(ms), percentText(shareOfTotal(viewed.account, ms))]
    })
  const rows = accountLinesWorthShowing(accounts).map(({ entry, label, views }) => [
    label,
    ...cells(({ view, account }) => (views.has(view) ? account.parts[entry] : null)),
  ])
  return textTable(
    [
      { title: '' },
      ...accounts.flatMap(({ view }) => [
        { title: view, isRight: true },
        { title: '', isRight: true },
      ]),
    ],
    [...rows, ['total', ...cells(({ account }) => account.totalMs)]],
  )
}
