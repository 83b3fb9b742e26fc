import { actions, type ActionId } from '#shared/actions.ts'
import { texts } from '#shared/texts/texts.ts'

/** Signs that keys have on a Mac in place of words. */
const macSigns: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌫' }

const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }

/** Whether this page is shown on a Mac, whose keys are called otherwise. */
export function isMacPage(): boolean {
  // In tests there is no page.
  return typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent)
}

function isNamed(key: string): key is keyof ReturnType<typeof texts>['keys']['names'] {
  return Object.hasOwn(texts().keys.names, key)
}

/** A key combination, given as Electron writes it, as people read it: "Ctrl+Shift+P", on a Mac "⌘⇧P". */
export function keyText(accelerator: string, isMac = isMacPage()): string {
  const parts = accelerator.split('+').map((key) => {
    const sign = arrows[key] ?? (isMac ? macSigns[key] : undefined)
    return sign ?? (isNamed(key) ? texts().keys.names[key] : key)
  })
  if (!isMac) return parts.join('+')
  // A Mac writes signs without anything between them; words are kept apart.
  return parts.reduce((text, part) => (text === '' || /[⌘⇧⌥]$/.test(text) ? text + part : `${text} ${part}`))
}

/** The keys of an action as people read them; empty where it has none. */
export function actionKeys(id: ActionId): string {
  return keyText(actions[id].accelerator ?? '')
}
