import { obeyRunKey } from '../renderer/lab/obey-run-key.ts'
import { shortcutOfEvent, type Shortcut } from '../renderer/parts/shortcuts.ts'
import type { RunDesk } from '../renderer/state/run-desk.svelte.ts'

/** Carries out what a key press means in a report, unless the key belongs to what has the focus. */
export function obeyReportKey(event: KeyboardEvent, desk: RunDesk): void {
  const shortcut = shortcutOfEvent(event)
  // A key that does nothing here, such as one that runs a preset in the app, keeps what it does in the browser.
  if (shortcut === null || !obey(shortcut, desk)) return
  if (shortcut !== 'deselect') event.preventDefault()
}

function obey(shortcut: Shortcut, desk: RunDesk): boolean {
  switch (shortcut) {
    case 'help':
      document.getElementById('help')?.togglePopover()
      return true
    case 'fit':
      desk.viewport.fit()
      return true
    case 'run':
    case 'cancel':
      return false
    default:
      return obeyRunKey(shortcut, desk)
  }
}
