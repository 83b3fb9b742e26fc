import { expect, test } from 'vitest'
import { shortcutOf, type KeyPress } from './shortcuts.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  hasControl: false,
  hasAlt: false,
  focus: 'elsewhere',
  ...more,
})

test('letters and arrows move the picture, whether or not Shift or Caps Lock is on', () => {
  expect(['w', 'S', 'a', 'ArrowRight', 'F', '?'].map((key) => shortcutOf(press(key)))).toEqual([
    'zoom-in',
    'zoom-out',
    'pan-left',
    'pan-right',
    'fit',
    'help',
  ])
})

test('text fields keep their keys, but for running, cancelling and leaving', () => {
  const inField = (key: string, hasControl = false): unknown =>
    shortcutOf(press(key, { focus: 'field', hasControl }))
  expect([
    inField('r'),
    inField('/'),
    inField('Enter'),
    inField('Escape'),
    inField('Enter', true),
    inField('.', true),
  ]).toEqual([null, null, null, 'deselect', 'run', 'cancel'])
})

test('Enter presses the button that has the focus', () => {
  expect([
    shortcutOf(press('Enter', { focus: 'button' })),
    shortcutOf(press('r', { focus: 'button' })),
  ]).toEqual([null, 'run'])
})

test('keys that belong to the system or the menu are left alone', () => {
  expect([shortcutOf(press('a', { hasControl: true })), shortcutOf(press('f', { hasAlt: true }))]).toEqual([
    null,
    null,
  ])
})
