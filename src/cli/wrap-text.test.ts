import { expect, test } from 'vitest'
import { hangingLines, shortened, wrapText } from './wrap-text.ts'

test('lines break at spaces, and a word that is longer stays whole', () => {
  expect(wrapText('one two three extraordinarily long', 9)).toEqual([
    'one two',
    'three',
    'extraordinarily',
    'long',
  ])
})

test('what follows the first line stands below its text', () => {
  expect(hangingLines('  note  ', 'one two three', 15)).toEqual(['  note  one two', '        three'])
})

test('a shortened text says that it is', () => {
  expect([shortened('hybrid', 6), shortened('hybrid cpu=2', 7)]).toEqual(['hybrid', 'hybrid…'])
})
