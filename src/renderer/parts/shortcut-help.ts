import { actionIds, actions } from '#shared/actions.ts'
import { texts, type Texts } from '#shared/texts/texts.ts'
import { furtherKeys, runAnywhereKey } from './action-keys.ts'

/** One or more keys, as Electron writes combinations of them (and `Wheel`, `Drag` for the mouse), and what they do. */
interface KeyUse<Use extends string> {
  readonly keys: readonly string[]
  readonly does: Use
}

type KeyTexts = Texts['keys']

/** Where one run is looked at: in the Lab, and in a report. */
const runKeys: readonly KeyUse<keyof KeyTexts['run']>[] = [
  { keys: ['W', 'S'], does: 'zoom' },
  { keys: ['A', 'D', 'Left', 'Right'], does: 'pan' },
  { keys: ['F'], does: 'fit' },
  { keys: ['C'], does: 'chain' },
  { keys: ['Up', 'Down'], does: 'tasks' },
  { keys: ['Enter'], does: 'inspect' },
  { keys: ['Esc'], does: 'deselect' },
  { keys: ['/'], does: 'find' },
  { keys: ['?'], does: 'help' },
  { keys: ['Wheel'], does: 'scroll' },
  { keys: ['CmdOrCtrl+Wheel', 'Pinch'], does: 'zoomAt' },
  { keys: ['Shift+Wheel', 'Drag'], does: 'panWithMouse' },
  { keys: ['DoubleClick'], does: 'zoomToTask' },
]

/** While the picture itself has the focus: then arrows go through it, and do not pan. */
const walkKeys: readonly KeyUse<keyof KeyTexts['walk']>[] = [
  { keys: ['Left', 'Right'], does: 'lane' },
  { keys: ['Up', 'Down'], does: 'row' },
  { keys: ['PageUp', 'PageDown'], does: 'time' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['CmdOrCtrl+Home', 'CmdOrCtrl+End'], does: 'runEnds' },
  { keys: ['Space'], does: 'here' },
]

const movingKeys: readonly KeyUse<keyof KeyTexts['moving']>[] = [
  { keys: ['Tab', 'Shift+Tab'], does: 'tab' },
  { keys: ['Right', 'Left'], does: 'tabs' },
  { keys: ['Up', 'Down'], does: 'splitter' },
  { keys: ['Up', 'Down', 'Home', 'End', 'Enter'], does: 'list' },
  { keys: ['Esc'], does: 'close' },
]

const savedRunsKeys: readonly KeyUse<keyof KeyTexts['runs']>[] = [
  { keys: ['/'], does: 'find' },
  { keys: ['Up', 'Down', 'PageUp', 'PageDown', 'Home', 'End'], does: 'move' },
  { keys: ['Shift+Up', 'Shift+Down'], does: 'extend' },
  { keys: ['CmdOrCtrl+A'], does: 'all' },
  { keys: ['Space'], does: 'toggle' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['F2'], does: 'name' },
  { keys: ['Delete'], does: 'delete' },
]

/** Keys, as Electron writes them, and what they do, in words. */
export interface ShortcutHelp {
  readonly keys: readonly string[]
  readonly does: string
}

export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly ShortcutHelp[]
}

function worded<Use extends string>(
  uses: readonly KeyUse<Use>[],
  words: Readonly<Record<Use, string>>,
): readonly ShortcutHelp[] {
  return uses.map(({ keys, does }) => ({ keys, does: words[does] }))
}

function actionHelp(): readonly ShortcutHelp[] {
  const { actions: names, keys: words } = texts()
  return actionIds.flatMap((id) => {
    const { accelerator } = actions[id]
    if (accelerator === null) return []
    const help = { keys: [accelerator, ...(furtherKeys[id] ?? [])], does: names[id].replace('…', '') }
    // A letter runs in the Lab only; what works in every view is another key.
    if (id !== 'run') return [help]
    return [
      { ...help, does: words.runInLab },
      { keys: [runAnywhereKey], does: words.runAnywhere },
    ]
  })
}

/** The keys of the place where one run is looked at, in words. */
export function runShortcutHelp(): ShortcutGroup {
  const { groups, run } = texts().keys
  return { title: groups.run, shortcuts: worded(runKeys, run) }
}

/** The keys of the picture while it has the focus, in words. */
export function walkShortcutHelp(): ShortcutGroup {
  const { groups, walk } = texts().keys
  return { title: groups.walk, shortcuts: worded(walkKeys, walk) }
}

/** All keys of the app, in words: the actions' as the menus have them, and what parts of the window hear by themselves. */
export function shortcutGroups(): readonly ShortcutGroup[] {
  const { groups, moving, runs } = texts().keys
  return [
    { title: groups.actions, shortcuts: actionHelp() },
    runShortcutHelp(),
    walkShortcutHelp(),
    { title: groups.runs, shortcuts: worded(savedRunsKeys, runs) },
    { title: groups.moving, shortcuts: worded(movingKeys, moving) },
  ]
}
