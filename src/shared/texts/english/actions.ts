import type { ActionId } from '../../actions.ts'

/** What actions are called, in menus and in the command palette. */
export const actions = {
  'open-preset': 'Open preset…',
  import: 'Import runs…',
  export: 'Export…',
  settings: 'Settings…',
  run: 'Run',
  cancel: 'Cancel',
  'self-test': 'What observing costs…',
  'view-lab': 'Lab',
  'view-compare': 'Compare',
  'view-scaling': 'Scaling',
  'view-runs': 'Runs',
  fit: 'Fit the whole run',
  palette: 'Command palette…',
  shortcuts: 'Keyboard and marks',
  welcome: 'First steps',
  about: 'About Taskscope',
} satisfies Record<ActionId, string>
