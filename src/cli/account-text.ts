import { accountEntries, type Account, type Accounting, type AccountEntry } from '#shared/model/account.ts'
import { accountWords } from '#shared/words/account-words.ts'
import { durationText, percentText } from './plain-figure.ts'
import { textTable } from './text-table.ts'

/** Less is what sums of fractions leave over. */
const leastMs = 0.001

interface View {
  readonly title: string
  readonly account: Account
}

function viewsOf({ wall, slots, cores }: Accounting): View[] {
  return [
    { title: 'wall', account: wall },
    { title: 'slots', account: slots },
    ...(cores === null ? [] : [{ title: 'cores', account: cores }]),
  ]
}

/** The residual is always there; of the others, those that are not nothing everywhere. */
function isWorthALine(entry: AccountEntry, views: readonly View[]): boolean {
  return entry === 'unexplained' || views.some(({ account }) => Math.abs(account.parts[entry]) >= leastMs)
}

/** Where the run's time went as a table: a line for each entry, each view with its time and its share. */
export function accountLines(accounting: Accounting): string[] {
  const views = viewsOf(accounting)
  const cells = (msOf: (account: Account) => number): string[] =>
    views.flatMap(({ account }) => {
      const ms = msOf(account)
      // Nothing is said shortly, so that the eye finds what is something.
      if (Math.abs(ms) < leastMs) return ['0', '']
      return [durationText(ms), percentText(account.totalMs > 0 ? ms / account.totalMs : null)]
    })
  const rows = accountEntries
    .filter((entry) => isWorthALine(entry, views))
    .map((entry) => [accountWords[entry].label, ...cells(({ parts }) => parts[entry])])
  return textTable(
    [
      { title: '' },
      ...views.flatMap(({ title }) => [
        { title, isRight: true },
        { title: '', isRight: true },
      ]),
    ],
    [...rows, ['total', ...cells(({ totalMs }) => totalMs)]],
  )
}
