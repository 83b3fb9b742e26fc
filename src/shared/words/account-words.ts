import { accountEntries, type Accounting, type AccountEntry } from '../model/account.ts'
import { texts } from '../texts/texts.ts'
import { lateWords } from './late-words.ts'

/** A name and what it means. */
export interface Words {
  readonly label: string
  readonly definition: string
}

type EntryWords = Readonly<Record<AccountEntry, Words>>

/** The views that an account can be one of. */
export type AccountView = keyof Accounting

/** How the entries of an account in some view are called. */
export function accountWordsIn(view: AccountView): EntryWords {
  const { entries, coreEntries } = texts().accounts
  return view === 'cores' ? coreEntries : entries
}

/** A line of a table that shows several views side by side. */
export interface AccountLine extends Words {
  readonly entry: AccountEntry
  /** The views in which the entry is called so. */
  readonly views: ReadonlySet<AccountView>
}

/** The lines of a table of some views: one for each entry, and where views call an entry differently, one for each of its names. */
export function accountLinesOf(views: readonly AccountView[]): readonly AccountLine[] {
  return accountEntries.flatMap((entry) => {
    const called = new Set(views.map((view) => accountWordsIn(view)[entry]))
    return [...called].map((words) => ({
      entry,
      ...words,
      views: new Set(views.filter((view) => accountWordsIn(view)[entry] === words)),
    }))
  })
}

/** How each way of seeing a run's time is called, and what it divides. */
export const accountingWords = lateWords(() => texts().accounts.views)
