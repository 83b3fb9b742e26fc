import { durationFigure, percentFigure, type Figure } from '#shared/format.ts'
import type { Accounting } from '#shared/model/account.ts'
import { accountLinesOf } from '#shared/words/account-words.ts'
import { isWorthARow, leastMs, viewsOf, type View } from '../html/account-section.ts'
import { table } from './markdown-text.ts'
import { plainFigure } from './plain-figure.ts'

/** Where the time went: a row for each entry, a column for each view, with its share; empty where a view has no such entry. */
export function accountTable(accounting: Accounting): string {
  const views = viewsOf(accounting)
  const share = ({ account }: View, ms: number): Figure =>
    percentFigure(account.totalMs > 0 ? ms / account.totalMs : null)
  const cell = (view: View, ms: number): string =>
    Math.abs(ms) < leastMs ? '0' : `${plainFigure(durationFigure(ms))} (${plainFigure(share(view, ms))})`
  const rows = accountLinesOf(views.map(({ view }) => view))
    .filter((line) => isWorthARow(line, views))
    .map(({ entry, label, views: named }) => [
      label,
      ...views.map((view) => (named.has(view.view) ? cell(view, view.account.parts[entry]) : '')),
    ])
  return table(
    [{ title: '' }, ...views.map(({ title }) => ({ title, isRight: true }))],
    [
      ...rows,
      ['**total**', ...views.map((view) => `**${plainFigure(durationFigure(view.account.totalMs))}**`)],
    ],
  )
}
