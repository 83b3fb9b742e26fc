import { expect, test } from 'vitest'
import { accountEntries } from '../model/account.ts'
import { accountLinesOf, accountWordsIn } from './account-words.ts'

test('views that call every entry alike need a line for each, in the order of the entries', () => {
  const lines = accountLinesOf(['wall', 'slots'])
  expect(lines.map(({ entry, views }) => [entry, ...views])).toEqual(
    accountEntries.map((entry) => [entry, 'wall', 'slots']),
  )
})

test('what is left of the process in the view of cores is a line of its own, after that of handing over tasks', () => {
  const lines = accountLinesOf(['wall', 'slots', 'cores'])
  expect(
    lines
      .filter(({ views }) => views.size < 3)
      .map(({ entry, label, definition, views }) => [entry, { label, definition }, ...views]),
  ).toEqual([
    ['scheduling', accountWordsIn('slots').scheduling, 'wall', 'slots'],
    ['scheduling', accountWordsIn('cores').scheduling, 'cores'],
  ])
  expect(new Set(lines.map(({ label }) => label)).size).toBe(accountEntries.length + 1)
})
