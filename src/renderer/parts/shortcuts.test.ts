import { expect, test } from 'vitest'
import { actionIds, actions } from '#shared/actions.ts'
import {
  actionOfEvent,
  shortcutGroups,
  shortcutOf,
  type AcceleratorPress,
  type KeyPress,
} from './shortcuts.ts'

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

const chord = (key: string, more: Partial<AcceleratorPress> = {}): AcceleratorPress => ({
  key,
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

test('a combination with Ctrl, or Command, means its action; with more or fewer keys it means another or none', () => {
  expect([
    actionOfEvent(chord('k')),
    actionOfEvent(chord('P', { shiftKey: true })),
    actionOfEvent(chord('e', { ctrlKey: false, metaKey: true })),
    actionOfEvent(chord(',')),
  ]).toEqual(['palette', 'palette', 'export', 'settings'])
  expect([
    actionOfEvent(chord('k', { shiftKey: true })),
    actionOfEvent(chord('k', { altKey: true })),
    actionOfEvent(chord('r', { ctrlKey: false })),
  ]).toEqual([null, null, null])
})

test('every action with a key is in the help, and no two lines of a group share one', () => {
  const listed = shortcutGroups().map(({ shortcuts }) => shortcuts.flatMap(({ keys }) => keys))
  const wanted = actionIds.flatMap((id) => actions[id].accelerator ?? [])
  expect(listed[0]).toEqual(expect.arrayContaining(wanted))
  for (const group of listed.slice(0, 3)) expect(new Set(group).size).toBe(group.length)
})
