/**
 * What can be done by command: one list for the native menu, the command palette, the list of shortcuts in the window, and
 * `docs/shortcuts.md`. What each is called is in the catalogue of texts (`texts().actions`).
 */

/** A key combination as Electron writes it: `CmdOrCtrl+Shift+P`. */
export type Accelerator = string

/** In which menu an action stands; `none`: only in the palette and on the keyboard. */
export type ActionMenu = 'file' | 'run' | 'view' | 'help' | 'none'

export interface Action {
  readonly menu: ActionMenu
  /** Null: it has none. */
  readonly accelerator: Accelerator | null
  /** The menu only shows the accelerator, the page hears the key itself: letters, which belong to fields that have the focus. */
  readonly isHeardByPage: boolean
  /** A line stands above it in its menu. */
  readonly beginsGroup: boolean
}

const action = (
  menu: ActionMenu,
  accelerator: Accelerator | null = null,
  { isHeardByPage = false, beginsGroup = false } = {},
): Action => ({ menu, accelerator, isHeardByPage, beginsGroup })

export const actions = {
  'open-preset': action('file', 'CmdOrCtrl+O'),
  import: action('file', 'CmdOrCtrl+I', { beginsGroup: true }),
  export: action('file', 'CmdOrCtrl+E'),
  settings: action('file', 'CmdOrCtrl+,', { beginsGroup: true }),
  run: action('run', 'R', { isHeardByPage: true }),
  cancel: action('run', 'CmdOrCtrl+.', { isHeardByPage: true }),
  'self-test': action('run', null, { beginsGroup: true }),
  'view-lab': action('view', 'CmdOrCtrl+1'),
  'view-compare': action('view', 'CmdOrCtrl+2'),
  'view-scaling': action('view', 'CmdOrCtrl+3'),
  'view-runs': action('view', 'CmdOrCtrl+4'),
  fit: action('view', 'F', { isHeardByPage: true, beginsGroup: true }),
  palette: action('view', 'CmdOrCtrl+K', { beginsGroup: true }),
  shortcuts: action('help', '?', { isHeardByPage: true }),
  welcome: action('help'),
  about: action('help', null, { beginsGroup: true }),
} as const satisfies Readonly<Record<string, Action>>

export type ActionId = keyof typeof actions
export const actionIds = Object.keys(actions) as readonly ActionId[]
