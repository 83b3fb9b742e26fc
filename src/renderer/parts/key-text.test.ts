import { afterEach, expect, test } from 'vitest'
import { useLanguage } from '#shared/texts/texts.ts'
import { keyText } from './key-text.ts'

afterEach(() => useLanguage('en'))

test('a key is called as it is written on the keyboards of the platform and the language', () => {
  expect(['CmdOrCtrl+Shift+P', 'CmdOrCtrl+Enter', 'Left', 'R'].map((key) => keyText(key, false))).toEqual([
    'Ctrl+Shift+P',
    'Ctrl+Enter',
    '←',
    'R',
  ])
  expect(['CmdOrCtrl+Shift+P', 'CmdOrCtrl+Enter', 'CmdOrCtrl+,'].map((key) => keyText(key, true))).toEqual([
    '⌘⇧P',
    '⌘Enter',
    '⌘,',
  ])
  useLanguage('de')
  expect(keyText('CmdOrCtrl+Enter', false)).toBe('Strg+Eingabe')
})
