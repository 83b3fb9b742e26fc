import { expect, test } from 'vitest'
import { shortcutsDocument } from './shortcuts-document.ts'

test('the documented shortcuts are those of the help in the window (vitest --update writes them)', async () => {
  await expect(shortcutsDocument()).toMatchFileSnapshot('../../../docs/shortcuts.md')
})
