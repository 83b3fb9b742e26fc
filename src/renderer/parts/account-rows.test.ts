import { expect, test } from 'vitest'
import { accountEntries, type Account, type AccountEntry } from '#shared/model/account.ts'
import { accountRows } from './account-rows.ts'

const account = (parts: Partial<Record<AccountEntry, number>>): Account => {
  const whole = Object.fromEntries(accountEntries.map((fill) => [fill, parts[fill] ?? 0])) as Record<
    AccountEntry,
    number
  >
  return { totalMs: Object.values(whole).reduce((sum, ms) => sum + ms, 0), parts: whole }
}

test('entries without time are left out, the unexplained rest never is', () => {
  const rows = accountRows(account({ cpu: 750, idle: 250 }))
  expect(rows.map(({ fill, timeText, percentText }) => [fill, timeText, percentText])).toEqual([
    ['cpu', '750\u202fms', '75.0'],
    ['idle', '250\u202fms', '25.0'],
    ['unexplained', '0\u202fms', '0.0'],
  ])
})

test('an account that adds up to too much says so with a sign, and the percentages still sum to 100', () => {
  const rows = accountRows(account({ cpu: 2002, timer: 1001, unexplained: -3 }))
  expect(rows.map(({ percentText }) => percentText)).toEqual(['66.7', '33.4', '−0.1'])
  expect(rows.at(-1)).toMatchObject({ timeText: '−3.00\u202fms', share: 0 })
})

test('what adding fractions leaves behind is nothing', () => {
  const rows = accountRows(account({ cpu: 100, timer: 1e-13, unexplained: -1e-14 }))
  expect(rows.map(({ fill, timeText }) => [fill, timeText])).toEqual([
    ['cpu', '100\u202fms'],
    ['unexplained', '0\u202fms'],
  ])
})

test('an account of no time has its rest, of nothing', () => {
  expect(accountRows(account({})).map(({ fill, share }) => [fill, share])).toEqual([['unexplained', 0]])
})

test('of cores, what is left of the process has another name than handing over tasks', () => {
  const labels = (view: 'slots' | 'cores'): readonly string[] =>
    accountRows(account({ scheduling: 5 }), view).map(({ label }) => label)
  expect([labels('slots'), labels('cores')]).toEqual([
    ['scheduling', 'unexplained'],
    ['runtime, content server', 'unexplained'],
  ])
})
