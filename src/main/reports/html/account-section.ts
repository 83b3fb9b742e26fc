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
import { accountBar, accountSwatch } from './account-bar.ts'
import { accountPatterns } from './account-patterns.ts'
import { figureMarkup } from './figure-markup.ts'
import { markup, type Content, type Markup } from './markup.ts'

/** One account with what it is called. */
interface View extends ViewedAccount {
  readonly id: string
  readonly title: string
  /** What its total is. */
  readonly definition: string
}

function viewsOf(accounting: Accounting): View[] {
  return accountViewsOf(accounting).map(({ view, account }) => {
    const { label: title, definition } = accountingWords[view]
    return { id: view, view, title, definition, account }
  })
}

/** Where there is only one executor, the view of all slots has said it. */
function executorViews({ executors }: Accounting): View[] {
  if (executors.length < 2) return []
  return executors.map(({ executor, slots, account }) => ({
    id: `executor-${executor}`,
    view: 'executors',
    title: texts().reportPage.accounts.executor(executor, slots),
    definition: '',
    account,
  }))
}

const labelledBar = ({ id, view, title, definition, account }: View): Markup => {
  const heading: Content =
    definition === '' ? title : [title, markup` <span class="muted">${definition}</span>`]
  return markup`
<figure class="account"><figcaption>${heading}</figcaption>${accountBar(`account-${id}`, texts().reportPage.accounts.of(title), view, account)}</figure>`
}

function table(views: readonly View[]): Markup {
  const cells = ({ account }: View, ms: number): Markup =>
    isNothing(ms)
      ? markup`<td class="muted">0</td><td></td>`
      : markup`<td>${figureMarkup(durationFigure(ms))}</td><td>${figureMarkup(percentFigure(shareOfTotal(account, ms)))}</td>`
  const rows = accountLinesWorthShowing(views).map(({ entry, label, definition, views: named }) => {
    // Empty, and not nothing, where a view has no such entry.
    const its = views.map((view) =>
      named.has(view.view) ? cells(view, view.account.parts[entry]) : markup`<td></td><td></td>`,
    )
    return markup`
<tr><th scope="row">${accountSwatch(entry)} ${label}</th>${its}<td class="meaning">${definition}</td></tr>`
  })
  const words = texts().reportPage.accounts
  const heads = views.map(({ title }) => markup`<th scope="col" colspan="2">${title}</th>`)
  const totals = views.map((view) => cells(view, view.account.totalMs))
  return markup`
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="numbers accounts"><thead><tr><td></td>${heads}<th scope="col" class="meaning">${words.whatItIs}</th></tr></thead><tbody>${rows}
<tr class="sum"><th scope="row">${words.total}</th>${totals}<td class="meaning">${words.totalMeaning}</td></tr>
</tbody></table></div>`
}

/** Where the run's time went, seen in up to three ways and by executor; null before anything finished. */
export function accountSection(accounting: Accounting | null): Markup | null {
  if (accounting === null) return null
  const views = viewsOf(accounting)
  const executors = executorViews(accounting)
  const byExecutor =
    executors.length === 0
      ? null
      : markup`
<h3>${texts().reportPage.accounts.byExecutor}</h3>${executors.map(labelledBar)}`
  return markup`
<section aria-labelledby="accounts-heading"><h2 id="accounts-heading">${texts().reportPage.accounts.heading}</h2>
${accountPatterns()}${views.map(labelledBar)}${table(views)}${byExecutor}</section>`
}
