import type { Account, AccountEntry, Accounting } from '#shared/model/account.ts'
import { accountEntries } from '#shared/model/account.ts'

/** An account of the given parts, for tests; `totalMs` is their sum. */
export function fakeAccount(parts: Partial<Record<AccountEntry, number>>): Account {
  const all = Object.fromEntries(accountEntries.map((entry) => [entry, parts[entry] ?? 0])) as Record<
    AccountEntry,
    number
  >
  return { totalMs: Object.values(all).reduce((sum, part) => sum + part, 0), parts: all }
}

/** An accounting whose slots and cores are like its wall, for tests. */
export function fakeAccounting(wall: Account, cores: Account | null = wall): Accounting {
  return { wall, slots: wall, executors: [], cores }
}
