import { assertNever } from '#shared/assert-never.ts'
import { obeyPanelsKey } from './compare/panels/obey-panels-key.ts'
import { obeyRunKey } from './lab/obey-run-key.ts'
import { obeyRunsKey } from './runs/obey-runs-key.ts'
import { shortcutOfEvent, type Shortcut } from './parts/shortcuts.ts'
import type { Workbench } from './state/workbench.svelte.ts'

/** Carries out what a key press means in the view on screen, unless the key belongs to what has the focus. */
export function obeyKey(event: KeyboardEvent, workbench: Workbench): void {
  // A question takes all keys.
  if (document.querySelector('dialog[open]') !== null) return
  const shortcut = shortcutOfEvent(event)
  // A key that does nothing here, such as an arrow that scrolls, keeps what it does elsewhere.
  if (shortcut === null || isTooEasy(shortcut, event, workbench) || !obey(shortcut, workbench)) return
  if (shortcut !== 'deselect') event.preventDefault()
}

/** One letter must not replace what took minutes to measure. */
function isTooEasy(shortcut: Shortcut, event: KeyboardEvent, { views }: Workbench): boolean {
  return shortcut === 'run' && views.current !== 'lab' && !event.ctrlKey && !event.metaKey
}

function obey(shortcut: Shortcut, workbench: Workbench): boolean {
  switch (shortcut) {
    case 'help':
      document.getElementById('help')?.togglePopover()
      return true
    case 'run':
    case 'cancel':
    case 'fit':
      workbench.obey(shortcut)
      return true
    default:
      return obeyInView(shortcut, workbench)
  }
}

function obeyInView(shortcut: Shortcut, workbench: Workbench): boolean {
  const view = workbench.views.current
  switch (view) {
    case 'lab':
      return obeyRunKey(shortcut, workbench.lab)
    case 'compare':
      return obeyPanelsKey(shortcut, workbench.panels)
    case 'scaling':
      return false
    case 'runs':
      return obeyRunsKey(shortcut, workbench.runs)
    default:
      return assertNever(view)
  }
}
