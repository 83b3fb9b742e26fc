import { app, Menu } from 'electron'
import { menuTemplate, isEnabled, type MenuCommands, type MenuFacts } from './home/menu-template.ts'

/** The application menu, in the language in use; its own commands go to the window, which knows whether they apply. */
export function installMenu(facts: Pick<MenuFacts, 'recent' | 'isBusy'>, commands: MenuCommands): void {
  const template = menuTemplate({ platform: process.platform, appName: app.getName(), ...facts }, commands)
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Something has begun or ended. The menu stays the same otherwise: it may be open. */
export function updateMenu(isBusy: boolean): void {
  for (const id of ['run', 'cancel'] as const) {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id)
    if (item) item.enabled = isEnabled(id, isBusy)
  }
}
