import { assertNever } from '#shared/assert-never.ts'
import { obeyPanelsKey } from './compare/panels/obey-panels-key.ts'
import { obeyRunKey } from './lab/obey-run-key.ts'
import { obeyRunsKey } from './runs/obey-runs-key.ts'
import { actionOfEvent } from './parts/action-keys.ts'
import { shortcutOfEvent, type Shortcut } from './parts/shortcuts.ts'
import type { Workbench } from './state/workbench.svelte.ts'

/** Carries out what a key press means in the view on screen, unless the key belongs to what has the focus. */
export function obeyKey(event: KeyboardEvent, workbench: Workbench): void {
  // A question takes all keys.
  if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
  const action = actionOfEvent(event)
  if (action !== null) {
    // Whatever is heard here does not reach the menu, which would do it again.
    event.preventDefault()
    workbench.obey(action)
    return
  }
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
  if (shortcut === 'help') {
    workbench.obey('shortcuts')
    return true
  }
  // What is behind a page is out of sight: only leaving the page means anything.
  if (workbench.isViewCovered) return shortcut === 'deselect' && workbench.uncoverView()
  switch (shortcut) {
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
      if (shortcut === 'deselect') workbench.home.welcome.end()
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
