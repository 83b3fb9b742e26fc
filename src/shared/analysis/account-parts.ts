import { accountEntries, type Account, type AccountEntry } from '../model/account.ts'
import type { Milliseconds } from '../model/units.ts'

/** An account in the making. `unexplained` is what `closeAccount` finds. */
export type Parts = Record<AccountEntry, Milliseconds>

const nothing = Object.fromEntries(accountEntries.map((entry) => [entry, 0])) as Parts

/** Nothing spent on anything. */
export function noParts(): Parts {
  return { ...nothing }
}

/** Adds one account's parts to another's, in place. */
export function addParts(to: Parts, from: Readonly<Parts>): void {
  for (const entry of accountEntries) to[entry] += from[entry]
}

/** Takes up to `wantedMs` from one entry for another, in place. */
export function moveTime(parts: Parts, from: AccountEntry, to: AccountEntry, wantedMs: Milliseconds): void {
  const movedMs = Math.max(0, Math.min(parts[from], wantedMs))
  parts[from] -= movedMs
  parts[to] += movedMs
}

/** The account of a total: what its parts do not add up to is unexplained. */
export function closeAccount(totalMs: Milliseconds, parts: Parts): Account {
  let explainedMs = 0
  for (const entry of accountEntries) if (entry !== 'unexplained') explainedMs += parts[entry]
  return { totalMs, parts: { ...parts, unexplained: totalMs - explainedMs } }
}
