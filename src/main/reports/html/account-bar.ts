import { durationFigure, figureText, percentFigure } from '#shared/format.ts'
import { accountEntries, type Account, type AccountEntry } from '#shared/model/account.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { accountWordsIn, type AccountView } from '#shared/words/account-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { accountFill } from './account-patterns.ts'
import { markup, type Markup } from './markup.ts'
import { mostTextWidth } from './text-width.ts'
import { px } from './time-scale.ts'

const barWidth = 1000
const labelHeight = 15
const barHeight = 22
/** Narrower parts are there, but too thin to be pointed at. */
const leastPx = 0.3

/** One part of a bar, from left to right. */
interface Part {
  readonly entry: AccountEntry
  readonly ms: number
  readonly x0: number
  readonly x1: number
}

/**
 * The parts as pixels. Where they come to more than the total (the unexplained part is negative then), the bar is as long as they are,
 * and `totalX` is where the total ends.
 */
function layOut(
  { totalMs, parts }: Account,
  fullMs: Milliseconds,
): { readonly placed: readonly Part[]; readonly totalX: number } {
  const sumMs = accountEntries.reduce((sum, entry) => sum + Math.max(0, parts[entry]), 0)
  const lengthMs = Math.max(totalMs, sumMs, fullMs)
  const perMs = lengthMs > 0 ? barWidth / lengthMs : 0
  let x = 0
  const placed = accountEntries.flatMap((entry): Part[] => {
    const ms = Math.max(0, parts[entry])
    const x0 = x
    x += ms * perMs
    return x - x0 < leastPx ? [] : [{ entry, ms, x0, x1: x }]
  })
  return { placed, totalX: totalMs * perMs }
}

function label(text: string, x0: number, x1: number): Markup | null {
  return mostTextWidth(text) > x1 - x0 - 2 ? null : markup`<text x="${px(x0 + 1)}" y="11">${text}</text>`
}

/**
 * One account as a stacked bar. `id` is unique on the page; `title` says whose it is; `view` how its parts are called. `fullMs` is what the
 * whole width stands for, for bars that are compared; without it, that is the account's own total.
 */
export function accountBar(
  id: string,
  title: string,
  view: AccountView,
  account: Account,
  fullMs: Milliseconds = 0,
): Markup {
  const called = accountWordsIn(view)
  const { placed, totalX } = layOut(account, fullMs)
  const share = (ms: number): string => figureText(percentFigure(ms / account.totalMs))
  const time = (ms: number): string => figureText(durationFigure(ms))
  const words = accountEntries
    .filter((entry) => account.parts[entry] !== 0)
    .map((entry) => `${called[entry].label} ${share(account.parts[entry])}`)
  const drawn = placed.map(({ entry, ms, x0, x1 }) => {
    const { label: name } = called[entry]
    const text = label(`${name} ${share(ms)}`, x0, x1) ?? label(share(ms), x0, x1)
    return markup`<g><title>${name}: ${time(ms)}, ${share(ms)}</title><rect class="part" x="${px(x0)}" y="${labelHeight}" width="${px(x1 - x0)}" height="${barHeight}" fill="${accountFill(entry)}"/>${text}</g>`
  })
  const end =
    totalX < (placed.at(-1)?.x1 ?? 0) - leastPx
      ? markup`<path class="total" d="M${px(totalX)} ${labelHeight - 3}V${labelHeight + barHeight + 3}"/>`
      : null
  const height = labelHeight + barHeight + 4
  return markup`<svg class="bar" viewBox="0 0 ${barWidth} ${height}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${texts().reportPage.accounts.inAll(time(account.totalMs), words.join(', '))}</desc>${drawn}${end}</svg>`
}

/** An entry's look, for the table below the bars. */
export function accountSwatch(entry: AccountEntry): Markup {
  return markup`<svg class="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><rect class="part" x="0.5" y="0.5" width="23" height="11" fill="${accountFill(entry)}"/></svg>`
}
