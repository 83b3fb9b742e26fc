import { app, dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { ExperimentFormat, ExportFormat } from '#shared/ipc.ts'

const filters = {
  json: { name: 'JSON', extensions: ['json'] },
  html: { name: 'HTML', extensions: ['html'] },
  csv: { name: 'CSV', extensions: ['csv'] },
} as const satisfies Record<ExportFormat | ExperimentFormat, Electron.FileFilter>

const experimentTitles: Readonly<Record<ExperimentFormat, string>> = {
  json: 'Export results as JSON',
  html: 'Export report as HTML',
  csv: 'Export runs as CSV',
}

async function askForFile(
  window: BrowserWindow,
  title: string,
  name: string,
  format: ExperimentFormat,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), `${name}.${format}`),
    filters: [filters[format]],
  })
  return canceled || filePath === '' ? null : filePath
}

/** Asks where to save a run; null when the user changed their mind. */
export function askWhereToSave(
  window: BrowserWindow,
  name: string,
  format: ExportFormat,
): Promise<string | null> {
  const title = format === 'json' ? 'Export run as JSON' : 'Export report as HTML'
  return askForFile(window, title, name, format)
}

/** Asks where to save a comparison or a sweep; null when the user changed their mind. */
export function askWhereToSaveExperiment(
  window: BrowserWindow,
  name: string,
  format: ExperimentFormat,
): Promise<string | null> {
  return askForFile(window, experimentTitles[format], name, format)
}

/** Asks for runs that were exported as JSON; null when the user changed their mind. */
export async function askForSavedRuns(window: BrowserWindow, title: string): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    // Not every system shows the title.
    message: title,
    buttonLabel: 'Choose',
    filters: [filters.json],
    properties: ['openFile', 'multiSelections'],
  })
  return canceled || filePaths.length === 0 ? null : filePaths
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
