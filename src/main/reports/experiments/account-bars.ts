import { durationFigure, percentFigure } from '#shared/format.ts'
import type { Account } from '#shared/model/account.ts'
import type { Comparison } from '#shared/model/comparison.ts'
import { isNothing } from '#shared/words/account-views.ts'
import { accountingWords, accountLinesOf, type AccountView } from '#shared/words/account-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { accountBar, accountSwatch } from '../html/account-bar.ts'
import { accountPatterns } from '../html/account-patterns.ts'
import { figureMarkup } from '../html/figure-markup.ts'
import { markup, written, type Markup } from '../html/markup.ts'
import { rankedVariants } from './ranked-variants.ts'

/** The account of one variant's typical run. */
interface VariantAccount {
  readonly position: number
  readonly label: string
  readonly account: Account
}

function accountsOf(comparison: Comparison, view: 'wall' | 'cores'): VariantAccount[] {
  return rankedVariants(comparison).flatMap(({ position, variant: { label, accounting } }) => {
    const account = accounting?.[view] ?? null
    return account === null || !(account.totalMs > 0) ? [] : [{ position, label, account }]
  })
}

/** What the account's bar is long: more than its total where its parts come to more. */
function lengthMs({ totalMs, parts }: Account): number {
  return Math.max(
    totalMs,
    Object.values(parts).reduce((sum, ms) => sum + Math.max(0, ms), 0),
  )
}

function linesOf(view: AccountView, accounts: readonly VariantAccount[]): ReturnType<typeof accountLinesOf> {
  return accountLinesOf([view]).filter(({ entry }) =>
    accounts.some(({ account }) => !isNothing(account.parts[entry])),
  )
}

function bars(view: 'wall' | 'cores', accounts: readonly VariantAccount[]): Markup {
  const { label: title, definition } = accountingWords[view]
  const fullMs = Math.max(...accounts.map(({ account }) => lengthMs(account)))
  const figures = accounts.map(
    ({ position, label, account }) => markup`
<figure class="account"><figcaption>${written(label)} <span class="muted">${figureMarkup(durationFigure(account.totalMs))}</span></figcaption>${accountBar(`account-${view}-${position}`, texts().experimentReport.accounts.went(label, title), view, account, fullMs)}</figure>`,
  )
  const legend = linesOf(view, accounts).map(
    ({ entry, label, definition: meaning }) =>
      markup`<li title="${meaning}">${accountSwatch(entry)} ${label}</li>`,
  )
  return markup`
<h3>${title}</h3><p class="note">${definition}</p>
<ul class="legend">${legend}</ul>${figures}${table(view, accounts)}`
}

function table(view: 'wall' | 'cores', accounts: readonly VariantAccount[]): Markup {
  const cells = (account: Account, ms: number): Markup =>
    isNothing(ms)
      ? markup`<td class="muted">0</td><td></td>`
      : markup`<td>${figureMarkup(durationFigure(ms))}</td><td>${figureMarkup(percentFigure(ms / account.totalMs))}</td>`
  const heads = accounts.map(({ label }) => markup`<th scope="col" colspan="2">${written(label)}</th>`)
  const rows = linesOf(view, accounts).map(
    ({ entry, label, definition }) => markup`
<tr><th scope="row">${accountSwatch(entry)} ${label}</th>${accounts.map(({ account }) => cells(account, account.parts[entry]))}<td class="meaning">${definition}</td></tr>`,
  )
  const { label: title } = accountingWords[view]
  const words = texts().reportPage.accounts
  return markup`
<details><summary>${texts().experimentReport.accounts.inNumbers(title)}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${texts().experimentReport.accounts.scrolls(title)}">
<table class="numbers accounts"><thead><tr><th scope="col"></th>${heads}<th scope="col" class="meaning">${words.whatItIs}</th></tr></thead><tbody>${rows}
<tr class="sum"><th scope="row">${words.total}</th>${accounts.map(({ account }) => cells(account, account.totalMs))}<td class="meaning">${words.totalMeaning}</td></tr>
</tbody></table></div></details>`
}

/** Where the time of each variant's typical run went, as bars on one scale; null where nobody knows. */
export function accountBars(comparison: Comparison): Markup | null {
  const views = (['wall', 'cores'] as const).flatMap((view) => {
    const accounts = accountsOf(comparison, view)
    return accounts.length === 0 ? [] : [bars(view, accounts)]
  })
  if (views.length === 0) return null
  return markup`
<section aria-labelledby="accounts-heading"><h2 id="accounts-heading">${texts().reportPage.accounts.heading}</h2>
<p class="note">${texts().experimentReport.accounts.note}</p>
${accountPatterns()}${views}</section>`
}
