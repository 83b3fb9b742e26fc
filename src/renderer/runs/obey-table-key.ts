import type { Runs } from '../state/runs.ts'

/** What a key press is made of, as far as the table of runs cares. */
export interface TableKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const wholeList = 1_000_000

/** Does what a key asks for while the table of runs has the focus; false: it asks for nothing that the table has. */
export function obeyTableKey(event: TableKey, { library, commands }: Runs, pageRows: number): boolean {
  const hasControl = event.ctrlKey || event.metaKey
  const how = event.shiftKey ? 'extend' : 'only'
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    End: wholeList,
    Home: -wholeList,
  }
  const step = steps[event.key]
  if (step !== undefined && !hasControl) {
    library.move(step, how)
    return true
  }
  if (hasControl && event.key.toLowerCase() === 'a') {
    library.selectAll()
    return true
  }
  if (hasControl) return false
  const { cursor } = library
  switch (event.key) {
    case 'Enter':
      if (cursor !== null) void commands.open(cursor)
      return true
    case ' ':
      if (cursor !== null) library.choose(cursor, 'toggle')
      return true
    case 'Delete':
    case 'Backspace':
      commands.askToDelete()
      return true
    case 'F2':
      document.getElementById('run-title')?.focus()
      return true
    case 'Escape':
      library.deselect()
      return true
    default:
      return false
  }
}
