import type { MenuItemConstructorOptions } from 'electron'
import { actionIds, actions, type Action, type ActionId, type ActionMenu } from '#shared/actions.ts'
import type { RecentFile } from '#shared/ipc.ts'
import { texts } from '#shared/texts/texts.ts'
import { withAccessKeys } from './access-keys.ts'

/** What the menu depends on beside the language in use. */
export interface MenuFacts {
  readonly platform: NodeJS.Platform
  /** The app's name, as it stands in macOS's own menu. */
  readonly appName: string
  readonly recent: readonly RecentFile[]
  /** Something can be cancelled; nothing else can be begun. */
  readonly isBusy: boolean
}

/** What choosing an item does. */
export interface MenuCommands {
  readonly obey: (action: ActionId) => void
  readonly openRecent: (id: string) => void
  readonly clearRecent: () => void
}

/** The id of the submenu of recent files. */
export const recentMenuId = 'open-recent'

const separator = { type: 'separator' } as const

/** Whether an action can be carried out; those that the window alone can tell always can, as far as the menu knows. */
export function isEnabled(id: ActionId, isBusy: boolean): boolean {
  if (id === 'run') return !isBusy
  return id === 'cancel' ? isBusy : true
}

/** On macOS a menu cannot show a key without taking it, so letters that belong to fields are not shown there. */
function keys({ accelerator, isHeardByPage }: Action, isMac: boolean): MenuItemConstructorOptions {
  if (accelerator === null || (isHeardByPage && isMac)) return {}
  return { accelerator, ...(isHeardByPage ? { registerAccelerator: false } : {}) }
}

/** Letters that open items only mean something where menus have them: Linux and Windows. */
function submenu(items: MenuItemConstructorOptions[], isMac: boolean): MenuItemConstructorOptions[] {
  if (isMac) return items
  const labels = withAccessKeys(items.map(({ label }) => label ?? ''))
  return items.map((item, at) => (item.label === undefined ? item : { ...item, label: labels[at] ?? '' }))
}

/** The application menu: the actions in their order, and around them what each platform expects. */
export function menuTemplate(facts: MenuFacts, commands: MenuCommands): MenuItemConstructorOptions[] {
  const { platform, appName, recent, isBusy } = facts
  const isMac = platform === 'darwin'
  const { menus, actions: names } = texts()

  const item = (id: ActionId): MenuItemConstructorOptions => ({
    id,
    label: names[id],
    enabled: isEnabled(id, isBusy),
    click: () => commands.obey(id),
    ...keys(actions[id], isMac),
  })
  // macOS has a place of its own for these two.
  const isElsewhere = (id: ActionId): boolean => isMac && (id === 'settings' || id === 'about')
  const itemsOf = (menu: ActionMenu): MenuItemConstructorOptions[] =>
    actionIds
      .filter((id) => actions[id].menu === menu && !isElsewhere(id))
      .flatMap((id, at) => (actions[id].beginsGroup && at > 0 ? [separator, item(id)] : [item(id)]))

  const recentItems: MenuItemConstructorOptions[] =
    recent.length === 0
      ? [{ label: menus.noRecent, enabled: false }]
      : [
          // A name is no place for access keys.
          ...recent.map(({ id, name }) => ({
            label: name.replaceAll('&', '&&'),
            click: () => commands.openRecent(id),
          })),
          separator,
          { label: menus.clearRecent, click: commands.clearRecent },
        ]
  const openRecent: MenuItemConstructorOptions = {
    id: recentMenuId,
    label: menus.openRecent,
    submenu: recentItems,
  }
  const [openPreset, ...otherFileItems] = itemsOf('file')
  const file: MenuItemConstructorOptions[] = [
    ...(openPreset === undefined ? [] : [openPreset]),
    openRecent,
    ...otherFileItems,
    separator,
    isMac ? { role: 'close', label: menus.close } : { role: 'quit', label: menus.quit(appName) },
  ]
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: menus.undo },
    { role: 'redo', label: menus.redo },
    separator,
    { role: 'cut', label: menus.cut },
    { role: 'copy', label: menus.copy },
    { role: 'paste', label: menus.paste },
    { role: 'selectAll', label: menus.selectAll },
  ]
  const view: MenuItemConstructorOptions[] = [
    ...itemsOf('view'),
    separator,
    { role: 'resetZoom', label: menus.actualSize },
    { role: 'zoomIn', label: menus.zoomIn },
    { role: 'zoomOut', label: menus.zoomOut },
    { role: 'togglefullscreen', label: menus.fullScreen },
    separator,
    // Harmless: a run goes on, and the page comes back to it.
    { role: 'reload', label: menus.reload },
    { role: 'toggleDevTools', label: menus.developerTools },
  ]
  const window: MenuItemConstructorOptions[] = isMac
    ? [
        { role: 'minimize', label: menus.minimize },
        { role: 'zoom', label: menus.zoomWindow },
        separator,
        { role: 'front', label: menus.bringAllToFront },
      ]
    : [
        { role: 'minimize', label: menus.minimize },
        { role: 'close', label: menus.close },
      ]
  const app: MenuItemConstructorOptions[] = [
    item('about'),
    separator,
    item('settings'),
    separator,
    { role: 'services', label: menus.services },
    separator,
    { role: 'hide', label: menus.hide(appName) },
    { role: 'hideOthers', label: menus.hideOthers },
    { role: 'unhide', label: menus.showAll },
    separator,
    { role: 'quit', label: menus.quit(appName) },
  ]
  const titled = (label: string, items: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: isMac ? label.replace('&', '') : label,
    submenu: submenu(items, isMac),
  })
  return [
    ...(isMac ? [{ label: appName, submenu: app }] : []),
    titled(menus.titles.file, file),
    titled(menus.titles.run, itemsOf('run')),
    titled(menus.edit, edit),
    titled(menus.titles.view, view),
    { ...titled(menus.window, window), ...(isMac ? { role: 'window' } : {}) },
    { ...titled(menus.titles.help, itemsOf('help')), role: 'help' },
  ]
}
