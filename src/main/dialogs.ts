import { app, dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { ExportFormat } from '#shared/ipc.ts'

const filters = {
  json: { name: 'JSON', extensions: ['json'] },
  html: { name: 'HTML', extensions: ['html'] },
} as const satisfies Record<ExportFormat, Electron.FileFilter>

/** Asks where to save; null when the user changed their mind. */
export async function askWhereToSave(
  window: BrowserWindow,
  name: string,
  format: ExportFormat,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: format === 'json' ? 'Export run as JSON' : 'Export report as HTML',
    defaultPath: join(app.getPath('documents'), `${name}.${format}`),
    filters: [filters[format]],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks for a preset file; null when the user changed their mind. */
export async function askForPreset(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open preset',
    filters: [filters.json],
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** Says that the page has broken down again, and lets the user decide. */
export function showBrokenWindow(window: BrowserWindow, reason: string): void {
  void dialog
    .showMessageBox(window, {
      type: 'error',
      message: 'The window has broken down twice.',
      detail: `Reason: ${reason}. A run that is under way goes on, and nothing that it has recorded is lost.`,
      buttons: ['Load it again', 'Leave it'],
    })
    .then(({ response }) => {
      if (response === 0) window.webContents.reload()
    })
}
