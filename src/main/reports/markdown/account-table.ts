import { durationFigure, percentFigure } from '#shared/format.ts'
import type { Accounting } from '#shared/model/account.ts'
import {
  accountLinesWorthShowing,
  accountViewsOf,
  isNothing,
  shareOfTotal,
  type ViewedAccount,
} from '#shared/words/account-views.ts'
import { accountingWords } from '#shared/words/account-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { table } from './markdown-text.ts'
import { plainFigure } from './plain-figure.ts'

/** Where the time went: a row for each entry, a column for each view, with its share; empty where a view has no such entry. */
export function accountTable(accounting: Accounting): string {
  const accounts = accountViewsOf(accounting)
  const cell = ({ account }: ViewedAccount, ms: number): string =>
    isNothing(ms)
      ? '0'
      : `${plainFigure(durationFigure(ms))} (${plainFigure(percentFigure(shareOfTotal(account, ms)))})`
  const rows = accountLinesWorthShowing(accounts).map(({ entry, label, views }) => [
    label,
    ...accounts.map((viewed) => (views.has(viewed.view) ? cell(viewed, viewed.account.parts[entry]) : '')),
  ])
  return table(
    [{ title: '' }, ...accounts.map(({ view }) => ({ title: accountingWords[view].label, isRight: true }))],
    [
      ...rows,
      [
        `**${texts().reportPage.accounts.total}**`,
        ...accounts.map(({ account }) => `**${plainFigure(durationFigure(account.totalMs))}**`),
      ],
    ],
  )
}
