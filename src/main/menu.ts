import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/ipc.ts'

/** The application menu; its own commands go to the window, which knows whether they apply. */
export function installMenu(send: (command: MenuCommand) => void): void {
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('Open preset…', 'open-preset', 'CmdOrCtrl+O'),
        { type: 'separator' },
        command('Import runs…', 'import', 'CmdOrCtrl+I'),
        command('Export…', 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Run',
      // The page handles these keys itself; shown here, not taken from it.
      submenu: [command('Run', 'run'), command('Cancel', 'cancel')],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        command('Lab', 'view-lab', 'CmdOrCtrl+1'),
        command('Compare', 'view-compare', 'CmdOrCtrl+2'),
        command('Scaling', 'view-scaling', 'CmdOrCtrl+3'),
        command('Runs', 'view-runs', 'CmdOrCtrl+4'),
        { type: 'separator' },
        command('Fit the whole run', 'fit'),
        { type: 'separator' },
        { role: 'reload' },
        { role: 'toggleDevTools' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        command('What observing costs…', 'self-test'),
        { type: 'separator' },
        { label: `Taskscope ${app.getVersion()}`, enabled: false },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
