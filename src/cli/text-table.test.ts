import { expect, test } from 'vitest'
import { textTable } from './text-table.ts'

test('words stand left, figures right, and no line ends in spaces', () => {
  expect(
    textTable(
      [{ title: 'part' }, { title: 'time', isRight: true }, { title: 'note' }],
      [
        ['on CPU', '1.21 s', ''],
        ['queue', '9 ms', 'short'],
      ],
    ),
  ).toEqual(['  part      time  note', '  on CPU  1.21 s', '  queue     9 ms  short'])
})

test('without titles there is no line for them', () => {
  expect(textTable([{ title: '' }, { title: '' }], [['a', 'b']], '')).toEqual(['a  b'])
})
