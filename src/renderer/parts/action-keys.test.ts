import { expect, test } from 'vitest'
import { actionOfEvent, type AcceleratorPress } from './action-keys.ts'

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
