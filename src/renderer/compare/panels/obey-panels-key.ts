import type { Shortcut } from '../../parts/shortcuts.ts'
import type { ComparedPanelsState } from '../../state/compared-panels.svelte.ts'
import { moveViewport } from '../../timeline/move-viewport.ts'

/** Does in the compared picture what a key asks for; false: it asks for nothing that is there. */
export function obeyPanelsKey(shortcut: Shortcut, panels: ComparedPanelsState): boolean {
  if (shortcut === 'deselect') {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    panels.deselect()
    return true
  }
  return moveViewport(shortcut, panels.viewport)
}
