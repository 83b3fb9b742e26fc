import { expect, test } from 'vitest'
import { actionIds, actions } from '#shared/actions.ts'
import { shortcutGroups } from './shortcut-help.ts'

test('every action with a key is in the help, and no two lines of a group share one', () => {
  const listed = shortcutGroups().map(({ shortcuts }) => shortcuts.flatMap(({ keys }) => keys))
  const wanted = actionIds.flatMap((id) => actions[id].accelerator ?? [])
  expect(listed[0]).toEqual(expect.arrayContaining(wanted))
  for (const group of listed.slice(0, 3)) expect(new Set(group).size).toBe(group.length)
})
