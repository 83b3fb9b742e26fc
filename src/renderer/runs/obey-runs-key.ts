import type { Shortcut } from '../parts/shortcuts.ts'
import type { Runs } from '../state/runs.ts'

/** Does in the view of saved runs what a key asks for, wherever the focus is; false: it asks for nothing that the view has. */
export function obeyRunsKey(shortcut: Shortcut, { library }: Runs): boolean {
  const table = document.getElementById('runs-table')
  switch (shortcut) {
    case 'find':
      document.getElementById('runs-search')?.focus()
      return true
    case 'next-task':
    case 'previous-task':
      library.move(shortcut === 'next-task' ? 1 : -1, 'only')
      table?.focus()
      return true
    case 'deselect':
      table?.focus()
      return true
    default:
      return false
  }
}
