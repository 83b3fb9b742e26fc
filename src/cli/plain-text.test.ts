import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('what could command a terminal is replaced; letters of all languages and line breaks stay', () => {
  expect(plainText('\u001b]0;title\u0007 \u001b[2J \u009b31m é 漢\n')).toBe(
    '\ufffd]0;title\ufffd \ufffd[2J \ufffd31m é 漢\n',
  )
})
