import { expect, test } from 'vitest'
import { accountEntries, type Account, type AccountEntry } from '#shared/model/account.ts'
import { accountLines } from './account-text.ts'

const account = (totalMs: number, parts: Partial<Record<AccountEntry, number>>): Account => ({
  totalMs,
  parts: {
    ...(Object.fromEntries(accountEntries.map((entry) => [entry, 0])) as Record<AccountEntry, number>),
    ...parts,
  },
})

test('an account has a line for whatever is not nothing, the residual always, and a view only where it is known', () => {
  const executors = [{ executor: 'cpu', slots: 2, account: account(400, {}) }] as const
  const accounting = {
    wall: account(200, { cpu: 150, 'start-up': 52, unexplained: -2 }),
    slots: account(400, { cpu: 300, idle: 100 }),
    executors,
    cores: null,
  }
  expect(accountLines(accounting)).toEqual([
    '                   wall           slots',
    '  on CPU         150 ms    75 %  300 ms   75 %',
    '  start-up      52.0 ms    26 %       0',
    '  idle                0          100 ms   25 %',
    '  unexplained  -2.00 ms  -1.0 %       0',
    '  total          200 ms   100 %  400 ms  100 %',
  ])
})

test('what the view of cores calls by another name has a line of its own', () => {
  const accounting = {
    wall: account(200, { cpu: 200 }),
    slots: account(400, { cpu: 300, scheduling: 100 }),
    executors: [],
    cores: account(800, { cpu: 400, scheduling: 400 }),
  }
  expect(accountLines(accounting)).toEqual([
    '                             wall          slots          cores',
    '  on CPU                   200 ms  100 %  300 ms   75 %  400 ms   50 %',
    '  scheduling                    0         100 ms   25 %',
    '  runtime, content server                                400 ms   50 %',
    '  unexplained                   0              0              0',
    '  total                    200 ms  100 %  400 ms  100 %  800 ms  100 %',
  ])
})
