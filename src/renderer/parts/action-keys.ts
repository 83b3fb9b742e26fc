import { actionIds, actions, type ActionId } from '#shared/actions.ts'

/** Runs in any view. */
export const runAnywhereKey = 'CmdOrCtrl+Enter'

/** Keys that an action has beside the one in the menu. */
export const furtherKeys: Partial<Readonly<Record<ActionId, readonly string[]>>> = {
  palette: ['CmdOrCtrl+Shift+P'],
}

/** A key event as far as an accelerator cares. */
export type AcceleratorPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

function isPressed(accelerator: string, event: AcceleratorPress): boolean {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const hasControl = event.ctrlKey || event.metaKey
  return (
    key.toLowerCase() === event.key.toLowerCase() &&
    hasControl === parts.includes('CmdOrCtrl') &&
    event.shiftKey === parts.includes('Shift') &&
    event.altKey === parts.includes('Alt')
  )
}

/**
 * The action whose key combination with Ctrl (on a Mac: Command) is pressed; null: none is. The menu would hear it, too, but only
 * once the page has let it pass. Letters alone are not among them: they belong to fields that have the focus.
 */
export function actionOfEvent(event: AcceleratorPress): ActionId | null {
  return (
    actionIds.find((id) =>
      [actions[id].accelerator, ...(furtherKeys[id] ?? [])].some(
        (accelerator) => accelerator?.includes('CmdOrCtrl') === true && isPressed(accelerator, event),
      ),
    ) ?? null
  )
}
