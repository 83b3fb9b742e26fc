import { tick } from 'svelte'
import type { Shortcut } from '../parts/shortcuts.ts'
import type { RunDesk } from '../state/run-desk.svelte.ts'
import { moveViewport } from '../timeline/move-viewport.ts'

/** Does what a key asks for where one run is looked at; false: it asks for nothing that there is. */
export function obeyRunKey(shortcut: Shortcut, desk: RunDesk): boolean {
  const { viewport, selection, list } = desk
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
      desk.deselect()
      return true
    case 'find':
      desk.table = 'tasks'
      void tick().then(() => document.getElementById('find')?.focus())
      return true
    default:
      return moveViewport(shortcut, viewport)
  }
}
