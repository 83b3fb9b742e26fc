import { expect, test } from 'vitest'
import { accountEntries, type Account, type Accounting } from '../model/account.ts'
import { accountLinesWorthShowing, accountViewsOf, shareOfTotal } from './account-views.ts'

const account = (parts: Partial<Account['parts']>): Account => ({
  totalMs: 100,
  parts: { ...(Object.fromEntries(accountEntries.map((entry) => [entry, 0])) as Account['parts']), ...parts },
})

const accounting: Accounting = {
  wall: account({ cpu: 60, queue: 40 }),
  slots: account({ cpu: 99.9999, timer: 0.0001 }),
  executors: [],
  cores: null,
}

test('the views are those that are known', () => {
  expect(accountViewsOf(accounting).map(({ view }) => view)).toEqual(['wall', 'slots'])
  expect(accountViewsOf({ ...accounting, cores: account({}) }).map(({ view }) => view)).toEqual([
    'wall',
    'slots',
    'cores',
  ])
})

test('a line is shown where any view has something there, and the residual always', () => {
  expect(accountLinesWorthShowing(accountViewsOf(accounting)).map(({ entry }) => entry)).toEqual([
    'cpu',
    'queue',
    'unexplained',
  ])
})

test('a share of no total is not known', () => {
  expect(shareOfTotal(accounting.wall, 25)).toBe(0.25)
  expect(shareOfTotal({ ...accounting.wall, totalMs: 0 }, 0)).toBeNull()
})
