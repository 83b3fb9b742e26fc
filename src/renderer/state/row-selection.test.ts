import { expect, test } from 'vitest'
import { chooseRow, neighbourRow, noRows, withoutRows, type RowSelection } from './row-selection.ts'

const rows = ['a', 'b', 'c', 'd', 'e']
const none: RowSelection<string> = noRows
const of = (ids: readonly string[], cursor: string | null, anchor = cursor): RowSelection<string> => ({
  ids: new Set(ids),
  cursor,
  anchor,
})

test('a click chooses one row, and with Ctrl adds it or takes it back', () => {
  const one = chooseRow(none, rows, 'b', 'only')
  const two = chooseRow(one, rows, 'd', 'toggle')
  expect([one, two, chooseRow(two, rows, 'b', 'toggle')]).toEqual([
    of(['b'], 'b'),
    of(['b', 'd'], 'd'),
    of(['d'], 'b'),
  ])
})

test('with Shift, all rows from the anchor are chosen, whichever way, and the anchor stays', () => {
  const down = chooseRow(of(['b'], 'b'), rows, 'd', 'extend')
  expect(down).toEqual(of(['b', 'c', 'd'], 'd', 'b'))
  expect(chooseRow(down, rows, 'a', 'extend')).toEqual(of(['a', 'b'], 'a', 'b'))
})

test('an anchor that the list no longer shows gives no stretch', () => {
  expect(chooseRow(of(['z'], 'z'), rows, 'c', 'extend')).toEqual(of(['c'], 'c'))
})

test('the keyboard stays within the list, and begins at its first row', () => {
  const at = (cursor: string | null, steps: number): string | null =>
    neighbourRow(of([], cursor), rows, steps)
  expect([at(null, 1), at('b', 1), at('d', 20), at('b', -20), at('z', 1)]).toEqual(['a', 'c', 'e', 'a', 'a'])
  expect(neighbourRow(none, [], 1)).toBeNull()
})

test('after rows are gone, the row that has taken their place is chosen', () => {
  const gone = (...ids: string[]): string[] => ids
  expect(withoutRows(of(['b', 'c'], 'c', 'b'), rows, gone('b', 'c'))).toEqual(of(['d'], 'd'))
  expect(withoutRows(of(['e'], 'e'), rows, gone('e'))).toEqual(of(['d'], 'd'))
  expect(withoutRows(of(['b', 'c'], 'c', 'b'), rows, gone('b'))).toEqual(of(['c'], 'c'))
  expect(withoutRows(of(['a'], 'a'), ['a'], gone('a'))).toEqual(of([], null))
})
