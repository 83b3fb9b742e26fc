import type { Shortcut } from '../parts/shortcuts.ts'
import type { Lab } from '../state/lab.svelte.ts'
import { moveViewport } from '../timeline/move-viewport.ts'

/** Does in the Lab what a key asks for; false: it asks for nothing that the Lab has. */
export function obeyLabKey(shortcut: Shortcut, lab: Lab): boolean {
  const { viewport, selection, list } = lab
  switch (shortcut) {
    case 'next-task':
    case 'previous-task': {
      const task = list.neighbour(selection.task, shortcut === 'next-task' ? 1 : -1)
      if (task !== null) selection.reveal(task)
      return true
    }
    case 'inspect': {
      const task = selection.task ?? list.neighbour(null, 0)
      if (task === null) return true
      selection.reveal(task)
      document.getElementById('inspector')?.focus()
      return true
    }
    case 'deselect':
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      lab.deselect()
      return true
    case 'find':
      document.getElementById('find')?.focus()
      return true
    default:
      return moveViewport(shortcut, viewport)
  }
}
