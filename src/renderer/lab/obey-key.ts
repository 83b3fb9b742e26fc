import { assertNever } from '#shared/assert-never.ts'
import type { Lab } from '../state/lab.svelte.ts'
import { shortcutOf, type KeyPress, type Shortcut } from './shortcuts.ts'

const zoomStep = 0.7
const panStep = 0.12

function focusOf(target: EventTarget | null): KeyPress['focus'] {
  if (!(target instanceof HTMLElement)) return 'elsewhere'
  if (target.matches('input, select, textarea, [contenteditable]')) return 'field'
  return target.matches('button, a, summary') ? 'button' : 'elsewhere'
}

/** Carries out what a key press means, unless the key belongs to what has the focus. */
export function obeyKey(event: KeyboardEvent, lab: Lab): void {
  if (event.defaultPrevented || event.isComposing) return
  const shortcut = shortcutOf({
    key: event.key,
    hasControl: event.ctrlKey || event.metaKey,
    hasAlt: event.altKey,
    focus: focusOf(event.target),
  })
  if (shortcut === null) return
  if (shortcut !== 'deselect') event.preventDefault()
  obey(shortcut, lab)
}

function obey(shortcut: Shortcut, lab: Lab): void {
  const { viewport, selection, list } = lab
  switch (shortcut) {
    case 'zoom-in':
      viewport.zoom(zoomStep)
      return
    case 'zoom-out':
      viewport.zoom(1 / zoomStep)
      return
    case 'pan-left':
      viewport.pan(-panStep)
      return
    case 'pan-right':
      viewport.pan(panStep)
      return
    case 'next-task':
    case 'previous-task': {
      const task = list.neighbour(selection.task, shortcut === 'next-task' ? 1 : -1)
      if (task !== null) selection.reveal(task)
      return
    }
    case 'inspect': {
      const task = selection.task ?? list.neighbour(null, 0)
      if (task === null) return
      selection.reveal(task)
      document.getElementById('inspector')?.focus()
      return
    }
    case 'deselect':
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      lab.deselect()
      return
    case 'find':
      document.getElementById('find')?.focus()
      return
    case 'help':
      document.getElementById('help')?.togglePopover()
      return
    case 'run':
    case 'cancel':
    case 'fit':
      lab.obey(shortcut)
      return
    default:
      assertNever(shortcut)
  }
}
