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
