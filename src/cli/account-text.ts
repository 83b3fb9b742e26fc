import type { Account, Accounting } from '#shared/model/account.ts'
import { accountLinesOf, type AccountLine, type AccountView } from '#shared/words/account-words.ts'
import { durationText, percentText } from './plain-figure.ts'
import { textTable } from './text-table.ts'

/** Less is what sums of fractions leave over. */
const leastMs = 0.001

interface View {
  readonly title: AccountView
  readonly account: Account
}

function viewsOf({ wall, slots, cores }: Accounting): View[] {
  return [
    { title: 'wall', account: wall },
    { title: 'slots', account: slots },
    ...(cores === null ? [] : [{ title: 'cores', account: cores } as const]),
  ]
}

/** The residual is always there; of the others, those that are not nothing everywhere. */
function isWorthALine({ entry, views: named }: AccountLine, views: readonly View[]): boolean {
  return (
    entry === 'unexplained' ||
    views.some(({ title, account }) => named.has(title) && Math.abs(account.parts[entry]) >= leastMs)
  )
}

/**
 * Where the run's time went as a table: a line for each entry, each view with its time and its share, empty where it has no such
 * entry.
 */
export function accountLines(accounting: Accounting): string[] {
  const views = viewsOf(accounting)
  const cells = (msOf: (view: View) => number | null): string[] =>
    views.flatMap((view) => {
      const ms = msOf(view)
      if (ms === null) return ['', '']
      const { account } = view
      // Nothing is said shortly, so that the eye finds what is something.
      if (Math.abs(ms) < leastMs) return ['0', '']
      return [durationText(ms), percentText(account.totalMs > 0 ? ms / account.totalMs : null)]
    })
  const rows = accountLinesOf(views.map(({ title }) => title))
    .filter((line) => isWorthALine(line, views))
    .map(({ entry, label, views: named }) => [
      label,
      ...cells(({ title, account }) => (named.has(title) ? account.parts[entry] : null)),
    ])
  return textTable(
    [
      { title: '' },
      ...views.flatMap(({ title }) => [
        { title, isRight: true },
        { title: '', isRight: true },
      ]),
    ],
    [...rows, ['total', ...cells(({ account }) => account.totalMs)]],
  )
}
