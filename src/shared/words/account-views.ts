import type { Account, Accounting } from '../model/account.ts'
import type { Milliseconds } from '../model/units.ts'
import { accountLinesOf, type AccountLine, type AccountView } from './account-words.ts'

/** Less is what sums of fractions leave over. */
const leastMs = 0.001

/** A time of an account that is as good as none: said shortly, so that the eye finds what is something. */
export function isNothing(ms: Milliseconds): boolean {
  return Math.abs(ms) < leastMs
}

/** What share of the account's total a time is, from 0 to 1; null where there is no total. */
export function shareOfTotal({ totalMs }: Account, ms: Milliseconds): number | null {
  return totalMs > 0 ? ms / totalMs : null
}

/** An account, and how it sees the run. */
export interface ViewedAccount {
  readonly view: AccountView
  readonly account: Account
}

/** The accounts of a run that stand beside each other; where nobody knows what the cores did, without them. */
export function accountViewsOf(accounting: Accounting): ViewedAccount[] {
  return (['wall', 'slots', 'cores'] as const).flatMap((view) => {
    const account = accounting[view]
    return account === null ? [] : [{ view, account }]
  })
}

/** The lines of a table of these accounts: the residual always, and of the others those that are not nothing everywhere. */
export function accountLinesWorthShowing(accounts: readonly ViewedAccount[]): readonly AccountLine[] {
  return accountLinesOf(accounts.map(({ view }) => view)).filter(
    ({ entry, views }) =>
      entry === 'unexplained' ||
      accounts.some(({ view, account }) => views.has(view) && !isNothing(account.parts[entry])),
  )
}
