/** What a key does. */
export type Shortcut =
  | 'zoom-in'
  | 'zoom-out'
  | 'pan-left'
  | 'pan-right'
  | 'fit'
  | 'next-task'
  | 'previous-task'
  | 'inspect'
  | 'deselect'
  | 'find'
  | 'run'
  | 'cancel'
  | 'help'

export interface KeyPress {
  readonly key: string
  /** Ctrl, or Command on a Mac. */
  readonly hasControl: boolean
  readonly hasAlt: boolean
  /** Where the key was pressed: text goes into fields, and Enter presses buttons. */
  readonly focus: 'field' | 'button' | 'elsewhere'
}

const plainKeys: Readonly<Record<string, Shortcut>> = {
  w: 'zoom-in',
  s: 'zoom-out',
  a: 'pan-left',
  d: 'pan-right',
  arrowleft: 'pan-left',
  arrowright: 'pan-right',
  arrowup: 'previous-task',
  arrowdown: 'next-task',
  f: 'fit',
  enter: 'inspect',
  escape: 'deselect',
  '/': 'find',
  r: 'run',
  '?': 'help',
}

/** The shortcut of a key press; null: the key belongs to whatever has the focus. */
export function shortcutOf({ key, hasControl, hasAlt, focus }: KeyPress): Shortcut | null {
  if (hasAlt) return null
  if (hasControl) return key === 'Enter' ? 'run' : key === '.' ? 'cancel' : null
  if (focus === 'field') return key === 'Escape' ? 'deselect' : null
  if (focus === 'button' && key === 'Enter') return null
  return plainKeys[key.toLowerCase()] ?? null
}

function focusOf(target: EventTarget | null): KeyPress['focus'] {
  if (!(target instanceof HTMLElement)) return 'elsewhere'
  if (target.matches('input, select, textarea, [contenteditable]')) return 'field'
  return target.matches('button, a, summary') ? 'button' : 'elsewhere'
}

/** The shortcut of a key event; null: the key belongs to whatever has the focus, or somebody has used it already. */
export function shortcutOfEvent(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.isComposing) return null
  return shortcutOf({
    key: event.key,
    hasControl: event.ctrlKey || event.metaKey,
    hasAlt: event.altKey,
    focus: focusOf(event.target),
  })
}

export interface ShortcutHelp {
  readonly keys: readonly string[]
  readonly does: string
}

/** Where one run is looked at: in the Lab, and in a report. */
export const runShortcutHelp: readonly ShortcutHelp[] = [
  { keys: ['W', 'S'], does: 'zoom in, zoom out' },
  { keys: ['A', 'D', '←', '→'], does: 'pan left, pan right' },
  { keys: ['F'], does: 'fit the whole run' },
  { keys: ['C'], does: 'show or hide the critical chain' },
  { keys: ['↑', '↓'], does: 'previous, next task of the table' },
  { keys: ['Enter'], does: 'inspect the selected task' },
  { keys: ['Esc'], does: 'deselect, and show all tasks alike' },
  { keys: ['/'], does: 'find tasks by name' },
  { keys: ['?'], does: 'this help' },
  { keys: ['wheel'], does: 'scroll the lanes' },
  { keys: ['Ctrl wheel', 'pinch'], does: 'zoom at the cursor' },
  { keys: ['Shift wheel', 'drag'], does: 'pan with the mouse' },
  { keys: ['double click'], does: 'zoom to a task' },
]

/** In the app. */
export const shortcutHelp: readonly ShortcutHelp[] = [
  { keys: ['Ctrl 1', '2', '3', '4'], does: 'Lab, Compare, Scaling, Runs' },
  { keys: ['R'], does: 'run, in the Lab' },
  { keys: ['Ctrl Enter'], does: 'run, compare, or sweep' },
  { keys: ['Ctrl .'], does: 'cancel' },
  { keys: ['Ctrl E', 'I'], does: 'export the run, import runs' },
  { keys: ['F2', 'Delete'], does: 'name a run, delete it, among the Runs' },
  ...runShortcutHelp,
]
